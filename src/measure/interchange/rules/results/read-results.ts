/** Rows of another tool's results → contacts with answers and scores, or everything that is wrong by line and column. */
import type { PlainDate } from '../../../../kernel/calendar.ts'
import type { InputIssue } from '../../../../kernel/errors.ts'
import { type ChannelId, channelIds, type EditionMethod } from '../../../edition/contract.ts'
import { type CompiledForm, compileMethod, notApplicable } from '../../../results/rules/compiled-form.ts'
import { type Score, scoreSubmission } from '../../../results/rules/score-submission.ts'
import type { ResultField, ResultMapping } from '../../contract.ts'
import { reader } from '../words.ts'
import type { ResultTable } from './guess-mapping.ts'
import { readDate } from './read-date.ts'

export type ImportedContact = {
  readonly line: number
  /** What the other tool calls it; nothing where it has no name. */
  readonly name: string
  readonly participant: string
  readonly class: string
  readonly channel: ChannelId
  readonly date: PlainDate
  readonly answered: boolean
  readonly answers: Readonly<Record<string, string>>
  readonly comments: Readonly<Record<string, string>>
  readonly score: Score
  /** The score that the file brings, 0–100. */
  readonly theirScore?: number
}

export type ReadResults = {
  readonly contacts: readonly ImportedContact[]
  readonly issues: readonly InputIssue[]
}

type Setting = {
  readonly method: EditionMethod
  readonly mapping: ResultMapping
  readonly cell: ReturnType<typeof reader>
  readonly forms: ReadonlyMap<string, CompiledForm>
  readonly problem: (issue: InputIssue) => void
}

/**
 * Every row becomes a contact or is named with what is wrong with it. A blank cell is neither "not applicable" nor
 * nothing (M5.6) unless the mapping says what blank means in that column. Without a column for it a contact was
 * answered when any question was.
 */
export function readResults(table: ResultTable, mapping: ResultMapping, method: EditionMethod): ReadResults {
  const issues: InputIssue[] = []
  const { forms } = compileMethod(method)
  const setting: Setting = {
    method,
    mapping,
    cell: reader(table.header),
    forms,
    problem: (issue) => issues.push(issue),
  }
  checkColumns(setting, table.header)
  if (issues.length > 0) return { contacts: [], issues }
  const contacts = table.rows.flatMap((row) => readRow(setting, row) ?? [])
  return {
    contacts,
    issues: [...issues, ...doubledNames(contacts, mapping), ...movedParticipants(contacts, mapping)],
  }
}

function checkColumns({ mapping, method, problem }: Setting, header: readonly string[]): void {
  const { columns, questions, comments } = mapping
  const used = [...Object.values(columns), ...Object.values(questions), ...Object.values(comments)]
  for (const column of used.filter((name) => !header.includes(name)))
    problem({ code: 'unknown-column', line: 1, column })
  if (columns.participant === undefined) problem({ code: 'missing-column', line: 1, column: 'participant' })
  if (columns.channel === undefined && mapping.channel === undefined)
    problem({ code: 'missing-column', line: 1, column: 'channel' })
  for (const { id, scored, text } of method.questions)
    if (scored && questions[id] === undefined)
      problem({ code: 'question-without-column', line: 1, column: id, value: text.nb })
}

type Row = ResultTable['rows'][number]

function readRow(setting: Setting, { line, cells }: Row): ImportedContact | undefined {
  const { mapping, cell, problem } = setting
  let sound = true
  const wrong = (issue: Omit<InputIssue, 'line'>): void => {
    sound = false
    problem({ ...issue, line })
  }
  const of = (field: ResultField): string => cell(cells, mapping.columns[field])
  const participant = of('participant')
  if (participant === '') wrong({ code: 'blank', column: mapping.columns.participant! })
  const channel = readChannel(setting, of('channel'), wrong)
  const date = readDay(setting, of('date'), wrong)
  const form = channel && setting.forms.get(channel)
  if (!form || !date) return undefined
  const answers = readAnswers(setting, { cells, form }, wrong)
  const answered = readAnswered(setting, of('answered'), { answers, wrong })
  const theirs = readScore(of('score'), mapping, wrong)
  if (!sound || answered === undefined) return undefined
  const outcome = scoreSubmission(form, { answered, answers })
  if (outcome.kind !== 'scored') {
    for (const column of blanks(outcome, mapping)) wrong({ code: 'blank', column })
    if (outcome.kind === 'noScore') wrong({ code: 'nothing-applicable' })
    return undefined
  }
  return {
    line,
    name: of('contact'),
    participant,
    class: of('class') || setting.method.classes[0] || unnamedClass,
    channel,
    date,
    answered,
    answers: answered ? answers : {},
    comments: readComments(setting, cells),
    score: outcome,
    ...(theirs === undefined ? {} : { theirScore: theirs }),
  }
}

/** The class of all when neither file nor method has any. */
const unnamedClass = 'Alle'

type Wrong = (issue: Omit<InputIssue, 'line'>) => void

function readChannel({ mapping, method }: Setting, written: string, wrong: Wrong): ChannelId | undefined {
  const column = mapping.columns.channel
  const meant = column === undefined ? mapping.channel : mapping.values[column]?.[written]
  const channel = channelIds.find((id) => id === meant)
  if (channel === undefined) wrong({ code: 'unmapped-value', column: column ?? 'channel', value: written })
  else if (!method.channels.some(({ id }) => id === channel))
    wrong({ code: 'channel-not-measured', column: column ?? 'channel', value: channel })
  else return channel
  return undefined
}

/** Without a column all were made on the first day of the season. */
function readDay({ mapping, method }: Setting, written: string, wrong: Wrong): PlainDate | undefined {
  if (mapping.columns.date === undefined) return method.calendar.start
  const date = readDate(written)
  if (date === undefined)
    wrong({ code: 'not-a-date', column: mapping.columns.date, value: written.slice(0, 60) })
  return date
}

type Filled = { readonly cells: readonly string[]; readonly form: CompiledForm }

function readAnswers(
  { mapping, cell }: Setting,
  { cells, form }: Filled,
  wrong: Wrong,
): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const { id, options } of form.questions) {
    const column = mapping.questions[id]
    if (column === undefined) continue
    const written = cell(cells, column)
    const meant = mapping.values[column]?.[written]
    if (meant !== undefined && (meant === notApplicable || options.has(meant))) answers[id] = meant
    else if (written !== '') wrong({ code: 'unmapped-value', column, value: written.slice(0, 60) })
  }
  return answers
}

type Given = { readonly answers: Readonly<Record<string, string>>; readonly wrong: Wrong }

function readAnswered({ mapping }: Setting, written: string, { answers, wrong }: Given): boolean | undefined {
  const column = mapping.columns.answered
  if (column === undefined) return Object.values(answers).some((answer) => answer !== notApplicable)
  const meant = mapping.values[column]?.[written]
  if (meant === 'yes' || meant === 'no') return meant === 'yes'
  wrong({ code: 'unmapped-value', column, value: written.slice(0, 60) })
  return undefined
}

function readScore(written: string, { columns }: ResultMapping, wrong: Wrong): number | undefined {
  if (columns.score === undefined || written === '') return undefined
  const score = Number(written.replace(/\s*%$/, '').replace(',', '.'))
  if (Number.isFinite(score) && score >= 0 && score <= 100) return score
  wrong({ code: 'not-a-score', column: columns.score, value: written.slice(0, 60) })
  return undefined
}

function readComments({ mapping, cell }: Setting, cells: readonly string[]): Record<string, string> {
  const written = Object.entries(mapping.comments).map(([id, column]) => [id, cell(cells, column)] as const)
  return Object.fromEntries(written.filter(([, comment]) => comment !== ''))
}

type Refused = Exclude<ReturnType<typeof scoreSubmission>, Score>

function blanks(outcome: Refused, { questions }: ResultMapping): readonly string[] {
  return outcome.kind === 'refused'
    ? outcome.problems.map(({ question }) => questions[question] ?? question)
    : []
}

/** The same name twice would be the same contact twice. */
function doubledNames(
  contacts: readonly ImportedContact[],
  { columns }: ResultMapping,
): readonly InputIssue[] {
  const first = new Map<string, number>()
  return contacts.flatMap(({ name, line }) => {
    if (name === '') return []
    const before = first.get(name)
    if (before === undefined) {
      first.set(name, line)
      return []
    }
    return [{ code: 'doubled', line, column: columns.contact!, value: name, params: { first: before } }]
  })
}

/** A participant is in one class. */
function movedParticipants(
  contacts: readonly ImportedContact[],
  { columns }: ResultMapping,
): readonly InputIssue[] {
  const classOf = new Map<string, string>()
  return contacts.flatMap((contact) => {
    const known = classOf.get(contact.participant)
    if (known === undefined) classOf.set(contact.participant, contact.class)
    if (known === undefined || known === contact.class) return []
    const params = { participant: contact.participant, class: known }
    return [{ code: 'two-classes', line: contact.line, column: columns.class!, value: contact.class, params }]
  })
}
