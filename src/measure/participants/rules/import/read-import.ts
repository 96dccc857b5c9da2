/** A file's rows → participants to add or change, or what is wrong, row by row. Nothing is half imported. */
import type { InputIssue } from '../../../../kernel/errors.ts'
import {
  type Channels,
  type ContactWay,
  contactWays,
  type ImportField,
  type ImportRow,
  type Mapping,
  mostCompetitors,
  type Relationship,
  type Variant,
} from '../../contract.ts'
import { whyUnusable } from '../unusable-ways.ts'
import { websiteAddress } from '../website.ts'
import { saysNo, saysYes } from './channel-cell.ts'
import { frozenChannels } from './frozen-channels.ts'

export type TableRow = { readonly line: number; readonly cells: readonly string[] }

export type ImportedParticipant = {
  readonly line: number
  readonly name: string
  readonly class: string
  /** Only what the file has a column for; null empties the field. */
  readonly website?: string | null
  readonly variant?: Variant
  readonly relationship?: Relationship
  readonly competitors?: readonly string[]
  readonly channels: Partial<Channels>
}

export type ExistingParticipant = {
  readonly name: string
  readonly class: string
  readonly website: string | null
  readonly variant: Variant
  readonly relationship: Relationship
  readonly competitors: readonly string[]
  readonly channels: Channels
  /** It has planned contacts: a file does not change how it is reached. */
  readonly frozen?: boolean
}

export type ReadImport = {
  readonly participants: readonly ImportedParticipant[]
  readonly rows: readonly ImportRow[]
  readonly issues: readonly InputIssue[]
}

type Input = {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
  readonly mapping: Mapping
  readonly classes: readonly string[]
  readonly existing: readonly ExistingParticipant[]
}

/** Names are the same without regard to case and to spaces around and between words. */
export function nameKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb')
}

const variantWords: ReadonlyMap<string, Variant> = new Map(
  Object.entries({
    single: 'single',
    enkel: 'single',
    enkeltdeltaker: 'single',
    enkeltdeltakar: 'single',
    alene: 'single',
    åleine: 'single',
    competitor: 'competitor',
    konkurrent: 'competitor',
    konkurrentvariant: 'competitor',
  }),
)
const relationWords: ReadonlyMap<string, Relationship> = new Map(
  Object.entries({
    own: 'own',
    egen: 'own',
    eigen: 'own',
    competitor: 'competitor',
    konkurrent: 'competitor',
    publicinterest: 'publicInterest',
    allmenninteresse: 'publicInterest',
    offentliginteresse: 'publicInterest',
    ålmenninteresse: 'publicInterest',
  }),
)

type Cells = (field: ImportField) => string | undefined
type Problem = (code: string, field: ImportField, value: string) => void

function cellsOf(row: TableRow, header: readonly string[], mapping: Mapping): Cells {
  return (field) => {
    const column = mapping[field]
    const at = column === undefined ? -1 : header.indexOf(column)
    return at < 0 ? undefined : (row.cells[at] ?? '').trim()
  }
}

function wordIn<T>(
  words: ReadonlyMap<string, T>,
  text: string | undefined,
  refuse: () => void,
): T | undefined {
  if (!text) return undefined
  const value = words.get(text.toLowerCase().replace(/[^\p{L}]/gu, ''))
  if (value === undefined) refuse()
  return value
}

function classOf(written: string, classes: readonly string[], problem: Problem): string {
  if (written === '') problem('required', 'class', '')
  else if (written.length > 100 || !/[\p{L}\p{N}]/u.test(written))
    problem('impossible-class', 'class', written.slice(0, 40))
  if (written === '' || classes.length === 0) return written
  const known = classes.find((name) => nameKey(name) === nameKey(written))
  if (known === undefined) problem('unknown-class', 'class', written)
  return known ?? written
}

function websiteOf(written: string | undefined, problem: Problem): { website?: string | null } {
  if (written === undefined) return {}
  if (written === '') return { website: null }
  const website = websiteAddress(written)
  if (website === undefined) problem('not-an-address', 'website', written)
  return { website: website ?? null }
}

function channelsOf(cells: Cells, website: string | null, problem: Problem): Partial<Channels> {
  const channels: Partial<Channels> = {}
  for (const way of contactWays) {
    const cell = cells(way)
    if (cell !== undefined) channels[way] = saysNo(cell) ? null : placeOf(way, cell, { website, problem })
  }
  return channels
}

/** A form, a chat or Messenger that is only said to be there is found on the participant's own pages. */
function placeOf(
  way: ContactWay,
  cell: string,
  { website, problem }: { readonly website: string | null; readonly problem: Problem },
): string {
  const isOnPages = way !== 'phone' && way !== 'email'
  if (isOnPages && saysYes(cell)) {
    if (website === null) problem('place-unknown', way, cell)
    return website ?? cell
  }
  const why = whyUnusable(way, cell)
  if (why) problem(why, way, cell.slice(0, 40))
  return cell.slice(0, 500)
}

function competitorsOf(cells: Cells, problem: Problem): { competitors?: readonly string[] } {
  const cell = cells('competitors')
  if (cell === undefined) return {}
  const names = cell
    .split(/[;|]/)
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length > mostCompetitors) problem('too-many-competitors', 'competitors', cell)
  return { competitors: names }
}

type Reading = {
  readonly line: number
  readonly classes: readonly string[]
  /** The participants that are there already, by name. */
  readonly known: ReadonlyMap<string, ExistingParticipant>
  readonly problem: Problem
}

function readRow(cells: Cells, { line, classes, known, problem }: Reading): ImportedParticipant {
  const name = (cells('name') ?? '').replace(/\s+/g, ' ')
  if (name === '') problem('required', 'name', '')
  if (name.length > 200) problem('too-long', 'name', name.slice(0, 40))
  const variant = wordIn(variantWords, cells('variant'), () =>
    problem('unknown-variant', 'variant', cells('variant') ?? ''),
  )
  const relationship = wordIn(relationWords, cells('relationship'), () =>
    problem('unknown-relationship', 'relationship', cells('relationship') ?? ''),
  )
  const site = websiteOf(cells('website'), problem)
  const website = site.website === undefined ? (known.get(nameKey(name))?.website ?? null) : site.website
  return {
    line,
    name,
    class: classOf(cells('class') ?? '', classes, problem),
    ...site,
    ...(variant ? { variant } : {}),
    ...(relationship ? { relationship } : {}),
    ...competitorsOf(cells, problem),
    channels: channelsOf(cells, website, problem),
  }
}

/** Which fields of an existing participant a row changes; [] when it says nothing new. */
function changedFields(row: ImportedParticipant, known: ExistingParticipant): ImportField[] {
  const fields: ImportField[] = []
  if (row.class !== known.class) fields.push('class')
  for (const field of ['website', 'variant', 'relationship'] as const)
    if (row[field] !== undefined && row[field] !== known[field]) fields.push(field)
  if (
    row.competitors &&
    row.competitors.map(nameKey).toSorted().join('\n') !==
      known.competitors.map(nameKey).toSorted().join('\n')
  )
    fields.push('competitors')
  for (const way of contactWays)
    if (row.channels[way] !== undefined && row.channels[way] !== known.channels[way]) fields.push(way)
  return fields
}

function missingColumns(mapping: Mapping, header: readonly string[]): InputIssue[] {
  const required = ['name', 'class'] as const
  const missing = required.filter((field) => mapping[field] === undefined)
  const unknown = (Object.entries(mapping) as [ImportField, string][]).filter(
    ([, column]) => !header.includes(column),
  )
  return [
    ...missing.map((field) => ({
      code: 'missing-column',
      line: 1,
      path: field,
      value: header.slice(0, 20).join(', '),
    })),
    ...unknown.map(([field, column]) => ({
      code: 'unknown-column',
      line: 1,
      path: field,
      column,
      value: column,
    })),
  ]
}

/** Reads all rows, and every problem in them with line and column. A name that stands twice is refused. */
export function readImport({ header, rows, mapping, classes, existing }: Input): ReadImport {
  const headerIssues = missingColumns(mapping, header)
  if (headerIssues.length > 0) return { participants: [], rows: [], issues: headerIssues }
  const issues: InputIssue[] = []
  const known = new Map(existing.map((participant) => [nameKey(participant.name), participant]))
  const seen = new Map<string, number>()
  const participants = rows.map((row) => {
    const problem: Problem = (code, field, value) =>
      issues.push({ code, line: row.line, column: mapping[field] ?? field, path: field, value })
    const participant = readRow(cellsOf(row, header, mapping), { line: row.line, classes, known, problem })
    const key = nameKey(participant.name)
    const before = seen.get(key)
    if (before !== undefined && key !== '')
      issues.push({
        code: 'doubled-name',
        line: row.line,
        column: mapping.name ?? 'name',
        path: 'name',
        value: participant.name,
        params: { before },
      })
    else seen.set(key, row.line)
    return participant
  })
  issues.push(...unknownCompetitors(participants, new Set([...seen.keys(), ...known.keys()]), mapping))
  for (const row of participants) issues.push(...frozenChannels(row, known.get(nameKey(row.name)), mapping))
  if (rows.length === 0) issues.push({ code: 'no-rows', line: 1 })
  return {
    participants,
    rows: participants.map((row) => previewRow(row, known.get(nameKey(row.name)))),
    issues,
  }
}

function previewRow(row: ImportedParticipant, known: ExistingParticipant | undefined): ImportRow {
  const { line, name, class: group } = row
  if (!known) return { line, name, class: group, change: 'new', fields: [] }
  const fields = changedFields(row, known)
  return { line, name, class: group, change: fields.length > 0 ? 'changed' : 'unchanged', fields }
}

function unknownCompetitors(
  participants: readonly ImportedParticipant[],
  names: ReadonlySet<string>,
  mapping: Mapping,
): InputIssue[] {
  return participants.flatMap(({ line, name, competitors = [] }) =>
    competitors
      .filter((competitor) => !names.has(nameKey(competitor)) || nameKey(competitor) === nameKey(name))
      .map((value) => ({
        code: 'unknown-competitor',
        line,
        column: mapping.competitors ?? 'competitors',
        path: 'competitors',
        value,
      })),
  )
}
