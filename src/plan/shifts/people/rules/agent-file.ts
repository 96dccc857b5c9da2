/** Agents from a file and into one: the same columns both ways. */
import type { InputIssue } from '../../../../kernel/errors.ts'
import { readDate } from '../../../../kernel/written-cells.ts'
import type { Contract, DaySpan, WeekHours } from '../../rules/types.ts'
import { usualContract } from '../../rules/usual-contract.ts'
import { ageGroups, averagings, nightStarts, overtimeAgreements } from './words.ts'

export const agentColumns = [
  'number',
  'name',
  'weeklyHours',
  'flexHours',
  'normalHours',
  'averaging',
  'averagingWeeks',
  'averagingFrom',
  'overtime',
  'dailyRestHours',
  'weeklyRestHours',
  'averagedSundays',
  'sundayWork',
  'nightWork',
  'nightFrom',
  'age',
  'adultOn',
  'paidBreaks',
  'freeWeekendEvery',
  'mostDaysInRow',
  'skills',
  'available',
  'validFrom',
  'validTo',
] as const
type Column = (typeof agentColumns)[number]

/** What people call the columns in their own files. */
const otherNames = {
  ansattnummer: 'number',
  nummer: 'number',
  navn: 'name',
  timer: 'weeklyHours',
  'timer per uke': 'weeklyHours',
  ferdigheter: 'skills',
  kompetanse: 'skills',
  tilgjengelig: 'available',
  fra: 'validFrom',
  'ansatt fra': 'validFrom',
  til: 'validTo',
  'ansatt til': 'validTo',
} as const satisfies Readonly<Record<string, Column>>

const columnNames: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...agentColumns.map((column) => [column.toLowerCase(), column] as const),
  ...Object.entries(otherNames),
])

const columnOf = (heading: string) => columnNames.get(heading.trim().toLowerCase())

/** Headings that are no column of agents, such as one that is misspelt: what stands under them is not read. */
export function unreadHeadings(header: readonly string[]): string[] {
  return header.filter((heading) => heading.trim() !== '' && columnOf(heading) === undefined)
}

export type FileAgent = {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly contract: Contract
  readonly adultOn: string | null
  readonly skills: readonly string[]
  readonly available: WeekHours | null
  readonly validFrom: string
  readonly validTo: string | null
}

type AgentTable = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export type ReadAgents = { readonly agents: readonly FileAgent[]; readonly issues: readonly InputIssue[] }

/**
 * Every agent that can be read, and everything that cannot, by line and column. Only the name is required; what is
 * left out is as in the usual contract, and employment counts from `today`.
 */
export function agentsFrom(table: AgentTable, today: string): ReadAgents {
  const columns = table.header.map(columnOf)
  if (!columns.includes('name'))
    return { agents: [], issues: [{ code: 'missing-column', line: 1, column: 'name' }] }
  const read = table.rows.map(({ line, cells }) => {
    const named = new Map(columns.map((column, at) => [column, cells[at]?.trim() ?? '']))
    return readAgent(line, (column) => named.get(column) ?? '', today)
  })
  const issues = [...read.flatMap((row) => row.issues), ...doubled(read.map(({ agent }) => agent))]
  if (table.rows.length === 0) issues.push({ code: 'no-rows', line: 1 })
  return { agents: read.map(({ agent }) => agent), issues: issues.toSorted((a, b) => a.line! - b.line!) }
}

function doubled(agents: readonly FileAgent[]): InputIssue[] {
  const first = new Map<string, number>()
  return agents.flatMap(({ number, name, line }) => {
    const key = number === '' ? `name ${name.toLowerCase()}` : `number ${number}`
    const before = first.get(key)
    if (before === undefined) first.set(key, line)
    const column = number === '' ? 'name' : 'number'
    return before === undefined
      ? []
      : [{ code: 'doubled', line, column, value: number || name, params: { first: before } }]
  })
}

type Cell = (column: Column) => string

function readAgent(line: number, cell: Cell, today: string) {
  const issues: InputIssue[] = []
  const refuse = (code: string, column: Column) =>
    issues.push({ code, line, column, value: cell(column).slice(0, 80) })
  const number = (column: Column, usual: number, [least, most]: readonly [number, number]) => {
    if (cell(column) === '') return usual
    const value = Number(cell(column).replace(',', '.'))
    if (Number.isFinite(value) && value >= least && value <= most) return value
    refuse('not-a-number', column)
    return usual
  }
  const word = <Word extends string>(column: Column, usual: Word, words: readonly Word[]): Word => {
    const found = words.find((each) => each === cell(column).toLowerCase())
    if (cell(column) !== '' && found === undefined) refuse('unknown-word', column)
    return found ?? usual
  }
  const yes = (column: Column, usual: boolean) => {
    const said = cell(column).toLowerCase()
    if (said === '') return usual
    if (['yes', 'ja', 'true', '1', 'x'].includes(said)) return true
    if (!['no', 'nei', 'false', '0'].includes(said)) refuse('unknown-word', column)
    return false
  }
  const date = (column: Column) => {
    const said = cell(column)
    if (said === '') return null
    const found = readDate(said)
    if (found === undefined) refuse('not-a-date', column)
    return found ?? null
  }
  const usual = usualContract
  const normal = number('normalHours', usual.normalHours, [36, 40])
  if (![40, 38, 36].includes(normal)) refuse('not-a-number', 'normalHours')
  const averagingFrom = date('averagingFrom')
  const contract: Contract = {
    weeklyHours: number('weeklyHours', usual.weeklyHours, [0, 48]),
    flexHours: number('flexHours', usual.flexHours, [0, 20]),
    normalHours: normal === 38 || normal === 36 ? normal : 40,
    averaging: word('averaging', usual.averaging, averagings),
    averagingWeeks: Math.round(number('averagingWeeks', usual.averagingWeeks, [1, 52])),
    ...(averagingFrom !== null && { averagingFrom }),
    overtime: word('overtime', usual.overtime, overtimeAgreements),
    dailyRestHours: number('dailyRestHours', usual.dailyRestHours, [8, 11]),
    weeklyRestHours: number('weeklyRestHours', usual.weeklyRestHours, [28, 35]),
    averagedSundays: yes('averagedSundays', usual.averagedSundays),
    sundayWork: yes('sundayWork', usual.sundayWork),
    nightWork: yes('nightWork', usual.nightWork),
    nightFrom: word('nightFrom', usual.nightFrom, nightStarts),
    age: word('age', usual.age, ageGroups),
    paidBreaks: yes('paidBreaks', usual.paidBreaks),
    freeWeekendEvery: Math.round(number('freeWeekendEvery', usual.freeWeekendEvery, [0, 8])),
    mostDaysInRow: Math.round(number('mostDaysInRow', usual.mostDaysInRow, [0, 12])),
  }
  if (cell('name') === '') refuse('blank', 'name')
  if (cell('name').length > 120) refuse('too-long', 'name')
  const available = readHours(cell('available'))
  if (available === undefined) refuse('not-hours', 'available')
  const validFrom = date('validFrom') ?? today
  const validTo = date('validTo')
  if (validTo !== null && validTo < validFrom) refuse('backwards', 'validTo')
  const agent: FileAgent = {
    line,
    number: cell('number').slice(0, 40),
    name: cell('name').slice(0, 120),
    contract,
    adultOn: date('adultOn'),
    skills: [
      ...new Set(
        cell('skills')
          .split(/[;|]/)
          .map((skill) => skill.trim())
          .filter((skill) => skill !== ''),
      ),
    ].slice(0, 30),
    available: available ?? null,
    validFrom,
    validTo,
  }
  return { agent, issues }
}

const dayNames: readonly (readonly string[])[] = [
  ['mon', 'man'],
  ['tue', 'tir', 'tys'],
  ['wed', 'ons'],
  ['thu', 'tor'],
  ['fri', 'fre'],
  ['sat', 'lør', 'lau'],
  ['sun', 'søn'],
]
const dayOf = (name: string) => dayNames.findIndex((names) => names.includes(name.slice(0, 3))) + 1

/** @example readHours('mon-fri 08:00-16:00; sat 10:00-14:00'); undefined for what cannot be read, null for nothing */
export function readHours(text: string): WeekHours | null | undefined {
  if (text.trim() === '') return null
  const hours = new Map<number, DaySpan[]>()
  for (const part of text.toLowerCase().split(/[;|]/)) {
    if (part.trim() === '') continue
    const found =
      /^\s*(\p{L}+)(?:\s*[-–]\s*(\p{L}+))?\s+(\d{1,2}[:.]\d{2})\s*[-–]\s*(\d{1,2}[:.]\d{2})\s*$/u.exec(part)
    if (!found) return undefined
    const [first, last] = [dayOf(found[1]!), dayOf(found[2] ?? found[1]!)]
    const [from, to] = [found[3]!, found[4]!].map((time) => time.replace('.', ':').padStart(5, '0'))
    if (first === 0 || last < first || !isTime(from!) || !isTime(to!)) return undefined
    for (let day = first; day <= last; day++)
      hours.set(day, [...(hours.get(day) ?? []), { from: from!, to: to! }])
  }
  return Object.fromEntries(hours) as WeekHours
}

const isTime = (time: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)

/** @example writeHours({ 1: [{ from: '08:00', to: '16:00' }] }) // 'mon 08:00-16:00' */
export function writeHours(hours: WeekHours | null): string {
  if (hours === null) return ''
  return dayNames
    .flatMap(([name], at) => (hours[(at + 1) as 1] ?? []).map(({ from, to }) => `${name} ${from}-${to}`))
    .join('; ')
}

export type AgentRow = Omit<FileAgent, 'line'>

/** The row of an agent, in the order of `agentColumns`; reading it gives the same agent again. */
export function rowOfAgent(agent: AgentRow): (string | number | null)[] {
  const yesNo = (value: boolean) => (value ? 'yes' : 'no')
  const cells: Readonly<Record<Column, string | number | null>> = {
    ...agent.contract,
    averagingFrom: agent.contract.averagingFrom ?? null,
    averagedSundays: yesNo(agent.contract.averagedSundays),
    sundayWork: yesNo(agent.contract.sundayWork),
    nightWork: yesNo(agent.contract.nightWork),
    paidBreaks: yesNo(agent.contract.paidBreaks),
    number: agent.number,
    name: agent.name,
    adultOn: agent.adultOn,
    skills: agent.skills.join('; '),
    available: writeHours(agent.available),
    validFrom: agent.validFrom,
    validTo: agent.validTo,
  }
  return agentColumns.map((column) => cells[column])
}
