/** Which column of another tool's results is what, and what its cells mean: a first guess that a person mends. */
import type { EditionMethod, QuestionMethod } from '../../../edition/contract.ts'
import type { FoundValues, ResultField, ResultMapping } from '../../contract.ts'
import { channelOf, notApplicableWords } from '../form/read-form-table.ts'
import { columnsByName, plain } from '../words.ts'

type Row = { readonly line: number; readonly cells: readonly string[] }
export type ResultTable = { readonly header: readonly string[]; readonly rows: readonly Row[] }

const names: Readonly<Record<ResultField, readonly string[]>> = {
  contact: [
    'contact',
    'contactid',
    'id',
    'submissionid',
    'responseid',
    'shopid',
    'jobid',
    'nr',
    'number',
    'henvendelse',
    'henvendelsesnummer',
    'besøk',
    'nummer',
    'key',
    'uuid',
  ],
  participant: [
    'participant',
    'company',
    'client',
    'location',
    'site',
    'store',
    'organisation',
    'organization',
    'deltaker',
    'deltakar',
    'bedrift',
    'virksomhet',
    'verksemd',
    'selskap',
    'firma',
    'butikk',
    'kundesenter',
  ],
  class: ['class', 'industry', 'group', 'segment', 'klasse', 'bransje', 'gruppe'],
  channel: ['channel', 'mode', 'method', 'contactmethod', 'kanal', 'kontaktform', 'kontaktmåte'],
  date: [
    'date',
    'visitdate',
    'shopdate',
    'contactdate',
    'submitted',
    'submissiondate',
    'starttime',
    'timestamp',
    'dato',
    'tidspunkt',
    'besøksdato',
    'kontaktdato',
  ],
  answered: ['answered', 'reached', 'completed', 'besvart', 'svart', 'nådd', 'nådde'],
  score: [
    'score',
    'totalscore',
    'total',
    'percent',
    'result',
    'poengsum',
    'skår',
    'resultat',
    'prosent',
    'totalt',
  ],
}

export const mostValues = 60

/** How often each text stands in a column, in the order in which they first appear. */
export function valuesOf({ header, rows }: ResultTable, column: string): FoundValues {
  const place = header.indexOf(column)
  const counts = new Map<string, number>()
  for (const { cells } of rows) {
    const value = (cells[place] ?? '').trim()
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const values = [...counts].slice(0, mostValues).map(([value, count]) => ({ value, count }))
  return { column, values, many: counts.size > mostValues }
}

/** The guess; what a person has chosen already goes before it. */
export function guessResultMapping(
  table: ResultTable,
  method: EditionMethod,
  chosen?: ResultMapping,
): ResultMapping {
  if (chosen) return { ...chosen, values: { ...guessValues(table, method, chosen), ...chosen.values } }
  const columns = columnsByName(table.header, names)
  const free = table.header.filter((column) => !Object.values(columns).includes(column))
  const questions = byText(method.questions, free)
  const comments = byText(
    method.comments,
    free.filter((column) => !Object.values(questions).includes(column)),
  )
  const mapping = { columns, questions, comments, values: {} }
  return { ...mapping, values: guessValues(table, method, mapping) }
}

type Named = { readonly id: string; readonly text: EditionMethod['name'] }

/** A column is a question's when its heading is the id, or the text in one of the languages. */
function byText(things: readonly Named[], columns: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { id, text } of things) {
    const known = [id, text.nb, text.nn, text.en].map(plain)
    const column = columns.find((name) => known.includes(plain(name)) && !Object.values(found).includes(name))
    if (column !== undefined) found[id] = column
  }
  return found
}

type Values = ResultMapping['values'][string]

function guessValues(
  table: ResultTable,
  method: EditionMethod,
  mapping: ResultMapping,
): ResultMapping['values'] {
  const guessed: Record<string, Values> = {}
  const { channel, answered } = mapping.columns
  if (channel !== undefined) guessed[channel] = meaning(table, channel, channelOf)
  if (answered !== undefined) guessed[answered] = meaning(table, answered, yesOrNo)
  for (const question of method.questions) {
    const column = mapping.questions[question.id]
    if (column !== undefined) guessed[column] = meaning(table, column, optionOf(question))
  }
  return guessed
}

function meaning(table: ResultTable, column: string, of: (value: string) => string | undefined): Values {
  const found = valuesOf(table, column).values.flatMap(({ value }) => {
    const meant = value === '' ? undefined : of(value)
    return meant === undefined ? [] : [[value, meant] as const]
  })
  return Object.fromEntries(found)
}

const yes = new Set(['yes', 'y', 'true', '1', 'ja', 'j', 'x', 'besvart', 'answered', 'completed'])
const no = new Set(['no', 'n', 'false', '0', 'nei', 'ubesvart', 'unanswered', 'ikkebesvart', 'ikkjesvart'])

function yesOrNo(value: string): 'yes' | 'no' | undefined {
  const word = plain(value)
  return yes.has(word) ? 'yes' : no.has(word) ? 'no' : undefined
}

/** By the option's id, its label in a language, yes and no, or the points where no two options give the same. */
function optionOf({ options, kind, notApplicable }: QuestionMethod): (value: string) => string | undefined {
  const byWord = new Map<string, string>()
  const learn = (word: string, id: string): void => {
    if (word !== '' && !byWord.has(word)) byWord.set(word, id)
  }
  for (const { id } of options) learn(plain(id), id)
  for (const { id, label } of options) for (const text of Object.values(label)) learn(plain(text), id)
  if (kind === 'yesNo') {
    const [best, worst] = [...options].sort((a, b) => b.points - a.points)
    for (const word of yes) learn(word, best!.id)
    for (const word of no) learn(word, worst!.id)
  }
  if (new Set(options.map(({ points }) => points)).size === options.length)
    for (const { id, points } of options) learn(plain(String(points)), id)
  return (value) => {
    const word = plain(value)
    return byWord.get(word) ?? (notApplicable && notApplicableWords.has(word) ? 'na' : undefined)
  }
}
