/** A table of questions → a form: one row for each option, or one for each question with its options in a cell. */
import type { InputIssue } from '../../../../kernel/errors.ts'
import { type ChannelId, channelIds } from '../../../edition/contract.ts'
import type { FormField, FormMapping } from '../../contract.ts'
import { columnsByName, plain, reader } from '../words.ts'
import {
  type ImportedForm,
  type ImportedOption,
  type ImportedQuestion,
  sameInEvery,
} from './imported-form.ts'

type Row = { readonly line: number; readonly cells: readonly string[] }
type Table = { readonly header: readonly string[]; readonly rows: readonly Row[] }

const names: Readonly<Record<FormField, readonly string[]>> = {
  question: [
    'question',
    'questiontext',
    'text',
    'title',
    'item',
    'spørsmål',
    'spørsmålstekst',
    'spørsmålet',
    'tekst',
  ],
  area: [
    'area',
    'section',
    'page',
    'category',
    'topic',
    'område',
    'del',
    'seksjon',
    'kategori',
    'tema',
    'avsnitt',
  ],
  name: [
    'questionid',
    'questioncode',
    'code',
    'variable',
    'id',
    'kode',
    'spørsmålskode',
    'variabel',
    'spørsmålid',
  ],
  option: [
    'option',
    'answer',
    'label',
    'choice',
    'answertext',
    'alternativ',
    'svaralternativ',
    'svar',
    'valg',
    'val',
  ],
  value: ['value', 'answervalue', 'answercode', 'optionid', 'verdi', 'svarkode', 'svarverdi'],
  points: ['points', 'score', 'weight', 'value', 'poeng', 'skår', 'vekt'],
  channel: ['channel', 'channels', 'kanal', 'kanaler', 'kanalar'],
}

export function guessFormMapping(header: readonly string[]): FormMapping {
  return columnsByName(header, names)
}

export type ReadForm = { readonly form: ImportedForm; readonly issues: readonly InputIssue[] }

/**
 * Rows of one question stand together; a row whose question is empty belongs to the one above. Options in one cell
 * are parted by `;`, `|` or line breaks, and so are their points, in the same order.
 */
export function readFormTable({ header, rows }: Table, mapping: FormMapping): ReadForm {
  const issues: InputIssue[] = []
  const cell = reader(header)
  const read: Gathering = { cell, mapping, issues, questions: new Map() }
  if (mapping.question === undefined) issues.push({ code: 'missing-column', line: 1, column: 'question' })
  else if (mapping.option === undefined) issues.push({ code: 'missing-column', line: 1, column: 'option' })
  else {
    let above: string | undefined
    for (const row of rows) above = readRow(read, row, above)
  }
  const questions = [...read.questions.values()]
  const areas = [...new Set(questions.map(({ area }) => area))].map((name) => ({
    name,
    title: sameInEvery(name),
  }))
  const left = questions
    .filter(({ options }) => options.length < 2)
    .map(({ name, options }) => ({ name, reason: 'no-options' as const, detail: String(options.length) }))
  const whole = questions.filter(({ options }) => options.length >= 2)
  const language =
    whole.length > 0 ? [{ name: '', reason: 'one-language' as const, detail: String(whole.length) }] : []
  return { form: { areas, questions: whole, comments: [], left: [...left, ...language] }, issues }
}

type Growing = Omit<ImportedQuestion, 'options' | 'notApplicable'> & {
  readonly options: ImportedOption[]
  notApplicable: boolean
}

type Gathering = {
  readonly cell: ReturnType<typeof reader>
  readonly mapping: FormMapping
  readonly issues: InputIssue[]
  readonly questions: Map<string, Growing>
}

/** Answers the key of the question that the row belongs to. */
function readRow(read: Gathering, row: Row, above: string | undefined): string | undefined {
  const of = (field: FormField) => read.cell(row.cells, read.mapping[field])
  const text = of('question')
  const key = text === '' ? above : `${of('area')}\n${of('name')}\n${text}`
  if (key === undefined) {
    read.issues.push({ code: 'blank', line: row.line, column: read.mapping.question! })
    return above
  }
  const question = read.questions.get(key) ?? newQuestion(read, row, of)
  read.questions.set(key, question)
  const options = readOptions(read, row, of)
  const counting = options.filter(({ label }) => !notApplicableWords.has(plain(label.nb)))
  question.options.push(...counting)
  if (counting.length < options.length) question.notApplicable = true
  return key
}

type Of = (field: FormField) => string

function newQuestion(read: Gathering, row: Row, of: Of): Growing {
  const text = of('question')
  const channels = readChannels(read, row, of('channel'))
  return {
    name: of('name') || text,
    area: of('area') || 'form',
    text: sameInEvery(text),
    options: [],
    notApplicable: false,
    ...(channels.length > 0 ? { channels } : {}),
  }
}

const channelWords: ReadonlyMap<string, ChannelId> = new Map(
  Object.entries({
    phone: 'phone',
    telephone: 'phone',
    telefon: 'phone',
    call: 'phone',
    email: 'email',
    epost: 'email',
    mail: 'email',
    chat: 'chat',
    livechat: 'chat',
    nettprat: 'chat',
    messenger: 'messenger',
    facebookmessenger: 'messenger',
  }),
)

/** @example channelOf('E-post') // 'email' */
export function channelOf(word: string): ChannelId | undefined {
  return channelWords.get(plain(word))
}

function readChannels(read: Gathering, row: Row, written: string): readonly ChannelId[] {
  const named = parts(written, /[;|,/\n]/)
  const found = named.map(channelOf)
  const unknown = named.find((_, index) => found[index] === undefined)
  if (unknown !== undefined)
    read.issues.push({
      code: 'unknown-channel',
      line: row.line,
      column: read.mapping.channel!,
      value: unknown,
    })
  return channelIds.filter((channel) => found.includes(channel))
}

function readOptions(read: Gathering, row: Row, of: Of): readonly ImportedOption[] {
  const labels = parts(of('option'), /[;|\n]/)
  const values = parts(of('value'), /[;|\n]/)
  const points = parts(of('points'), /[;|\n]/).map((text) => Number(text.replace(',', '.')))
  const wrong = points.findIndex((worth) => !Number.isFinite(worth) || worth < 0)
  if (wrong >= 0)
    read.issues.push({
      code: 'not-points',
      line: row.line,
      column: read.mapping.points!,
      value: of('points').slice(0, 60),
    })
  if (points.length > 0 && points.length !== labels.length)
    read.issues.push({
      code: 'points-count',
      line: row.line,
      column: read.mapping.points!,
      params: { points: points.length, options: labels.length },
    })
  return labels.map((label, index) => ({
    value: values[index] ?? label,
    label: sameInEvery(label),
    ...(points[index] === undefined || wrong >= 0 ? {} : { points: points[index] }),
  }))
}

/** What people write for an answer that does not count. */
export const notApplicableWords: ReadonlySet<string> = new Set([
  'na',
  'notapplicable',
  'ikkeaktuelt',
  'ikkjeaktuelt',
  'ikkerelevant',
  'ikkjerelevant',
  'vetikke',
  'veitikke',
  'veitikkje',
  'dontknow',
])

function parts(text: string, by: RegExp): readonly string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
