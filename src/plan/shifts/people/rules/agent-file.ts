/** Agents from a file and into one: the same columns both ways. */
import type { InputIssue } from '../../../../kernel/errors.ts'
import { readDate } from '../../../../kernel/written-cells.ts'
import type { Contract, WeekHours } from '../../rules/types.ts'
import { usualContract } from '../../rules/usual-contract.ts'
import { agentColumns, type Column, columnsOf, type ForeignColumn } from './agent-headings.ts'
import { hoursOf } from './full-time.ts'
import { ageGroups, averagings, nightStarts, overtimeAgreements } from './words.ts'
import { readHours, withoutDays, writeHours } from './written-hours.ts'

/** Columns that only files of others have: the product itself writes hours for a position, and times for days off. */
type ReadColumn = Column | ForeignColumn

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
  const columns = columnsOf(table)
  if (!columns.includes('name') && !columns.includes('lastName'))
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

type Cell = (column: ReadColumn) => string

function readAgent(line: number, cell: Cell, today: string) {
  const issues: InputIssue[] = []
  const refuse = (code: string, column: ReadColumn) =>
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
  const normalHours = normal === 38 || normal === 36 ? normal : 40
  const averagingFrom = date('averagingFrom')
  const contract: Contract = {
    weeklyHours: number(
      'weeklyHours',
      positionHours(cell, normalHours, refuse) ?? usual.weeklyHours,
      [0, 48],
    ),
    flexHours: number('flexHours', usual.flexHours, [0, 20]),
    normalHours,
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
  const name = cell('name') || `${cell('firstName')} ${cell('lastName')}`.trim()
  if (name === '') refuse('blank', 'name')
  if (name.length > 120) refuse('too-long', 'name')
  const hours = readHours(cell('available'))
  if (hours === undefined) refuse('not-hours', 'available')
  const available = withoutDays(cell('daysOff'), hours ?? null)
  if (available === undefined) refuse('not-days', 'daysOff')
  const validFrom = date('validFrom') ?? today
  const validTo = date('validTo')
  if (validTo !== null && validTo < validFrom) refuse('backwards', 'validTo')
  const agent: FileAgent = {
    line,
    number: cell('number').slice(0, 40),
    name: name.slice(0, 120),
    contract,
    adultOn: date('adultOn'),
    skills: readSkills(cell('skills')),
    available: available ?? null,
    validFrom,
    validTo,
  }
  return { agent, issues }
}

/** Semicolons part them in our own files; in those of others a comma, a slash or a new line does. */
function readSkills(text: string): string[] {
  const parts = text.split(/[;|]/.test(text) ? /[;|\n]/ : /[,\n]|\s[/+]\s/)
  return [...new Set(parts.map((skill) => skill.trim()).filter((skill) => skill !== ''))].slice(0, 30)
}

/** A single skill with a comma in its name ends in a semicolon, so that it is read as one. */
const writeSkills = (skills: readonly string[]): string =>
  skills.length === 1 && skills[0]!.includes(',') ? `${skills[0]};` : skills.join('; ')

type Refuse = (code: string, column: ReadColumn) => void

/** Hours a week of a position such as 80 %, 80 or 0,8; undefined when none is written. */
function positionHours(cell: Cell, normalHours: Contract['normalHours'], refuse: Refuse): number | undefined {
  const said = cell('position')
  if (said === '') return undefined
  const value = Number(said.replace('%', '').replace(',', '.').trim())
  const percent = !said.includes('%') && value <= 1.5 ? value * 100 : value
  if (Number.isFinite(percent) && percent >= 0 && percent <= 120) return hoursOf(percent, normalHours)
  refuse('not-a-number', 'position')
  return undefined
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
    skills: writeSkills(agent.skills),
    available: writeHours(agent.available),
    validFrom: agent.validFrom,
    validTo: agent.validTo,
  }
  return agentColumns.map((column) => cells[column])
}
