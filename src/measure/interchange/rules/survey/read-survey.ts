/** A SurveyJS form → areas, questions and comments, and by name what has no place here. */
import type {
  ImportedArea,
  ImportedComment,
  ImportedForm,
  ImportedQuestion,
  LeftOut,
} from '../form/imported-form.ts'
import { readChoices } from './read-choices.ts'
import { readCondition } from './read-condition.ts'
import { localizedOf, plainOf } from './read-text.ts'
import { channelElement, type SurveyDocument, type SurveyElement, type SurveyPage } from './survey-json.ts'

type Gathered = {
  readonly areas: ImportedArea[]
  readonly questions: ImportedQuestion[]
  readonly comments: ImportedComment[]
  readonly left: LeftOut[]
}

/**
 * Pages become areas. Radio groups, dropdowns, button groups, ratings, yes/no and the rows of a single-choice matrix
 * become questions; comments and texts become comments. What only shows or computes is left out without a word;
 * every other kind is named in `left` with its type.
 */
export function readSurvey(survey: SurveyDocument): ImportedForm {
  const gathered: Gathered = { areas: [], questions: [], comments: [], left: [] }
  const pages = survey.pages ?? [{ elements: survey.elements, questions: survey.questions }]
  for (const [index, page] of pages.entries()) readPage(page as SurveyPage, index, gathered)
  return { ...gathered, left: [...gathered.left, ...oneLanguage(gathered)] }
}

function readPage(page: SurveyPage, index: number, gathered: Gathered): void {
  const elements = (page.elements ?? page.questions ?? []).flatMap(opened)
  const before = gathered.questions.length + gathered.comments.length
  const name = page.name ?? `page${index + 1}`
  for (const element of elements) {
    if (element.name !== channelElement) readElement(element, name, gathered)
  }
  if (gathered.questions.length + gathered.comments.length === before) return
  const weight = typeof page.weight === 'number' ? { weight: page.weight } : {}
  gathered.areas.push({ name, title: localizedOf(page.title, name), ...weight })
}

/** A panel is its elements, with its own condition where they have none. */
function opened(element: SurveyElement): readonly SurveyElement[] {
  if (element.type !== 'panel') return [element]
  const condition = element.visibleIf === undefined ? {} : { visibleIf: element.visibleIf }
  return (element.elements ?? []).flatMap(opened).map((inner) => ({ ...condition, ...inner }))
}

const silent = new Set(['html', 'image', 'expression', 'empty'])
const single = new Set(['radiogroup', 'dropdown', 'buttongroup', 'rating', 'boolean', 'imagepicker'])
const written = new Set(['comment', 'text'])

function readElement(element: SurveyElement, area: string, gathered: Gathered): void {
  const { type, name } = element
  if (silent.has(type)) return
  if (written.has(type)) {
    const text = localizedOf(element.title, name)
    gathered.comments.push({ name, area, text, required: element.isRequired === true })
  } else if (single.has(type) && element.multiSelect !== true) {
    readQuestion(element, area, gathered)
  } else if (type === 'matrix') {
    for (const row of rowsOf(element)) readQuestion({ ...row, type }, area, gathered)
  } else {
    gathered.left.push({ name, reason: 'kind-unknown', detail: type })
  }
}

/** Each row of a matrix is a question with the columns as its choices. */
function rowsOf(element: SurveyElement): readonly SurveyElement[] {
  const rows = Array.isArray(element.rows) ? element.rows : []
  return rows.map((row: unknown) => {
    const [value, title] =
      typeof row === 'object' && row !== null && 'value' in row
        ? [row.value, (row as { text?: unknown }).text]
        : [row, undefined]
    return {
      ...element,
      name: `${element.name} ${plainOf(value)}`,
      title: (title ?? plainOf(value)) as string,
      choices: element.columns,
    }
  })
}

const mostOptions = 30

function readQuestion(element: SurveyElement, area: string, gathered: Gathered): void {
  const { name } = element
  const options = readChoices(element)
  if (options.length < 2) {
    gathered.left.push({ name, reason: 'no-options', detail: String(options.length) })
    return
  }
  if (options.length > mostOptions) {
    gathered.left.push({ name, reason: 'too-many-options', detail: String(options.length) })
    return
  }
  const condition = readCondition(element.visibleIf)
  if (condition === 'unknown')
    gathered.left.push({ name, reason: 'condition-unknown', detail: String(element.visibleIf) })
  const help = element.description === undefined ? {} : { help: localizedOf(element.description, '') }
  gathered.questions.push({
    name,
    area,
    text: localizedOf(element.title, name),
    ...(help.help && help.help.nb !== '' ? help : {}),
    options,
    notApplicable: element.showNoneItem === true || element.hasNone === true,
    ...(Array.isArray(condition) ? { channels: condition } : {}),
    ...ours(element),
  })
}

/** What only forms that were written here carry. */
function ours({ kind, clock, scored }: SurveyElement): Pick<ImportedQuestion, 'kind' | 'clock' | 'unscored'> {
  const known = kind === 'yesNo' || kind === 'degree' || kind === 'category' || kind === 'scale'
  return {
    ...(known ? { kind } : {}),
    ...(scored === false ? { unscored: true } : {}),
    ...(typeof clock === 'object' && clock !== null
      ? { clock: clock as NonNullable<ImportedQuestion['clock']> }
      : {}),
  }
}

/** Said once for the form: three languages are shown, and it came with one. */
function oneLanguage({ questions }: Gathered): readonly LeftOut[] {
  const alike = questions.filter(({ text }) => text.nb === text.nn && text.nb === text.en)
  if (alike.length === 0) return []
  return [{ name: '', reason: 'one-language', detail: String(alike.length) }]
}
