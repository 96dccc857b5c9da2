/** The people of `shifts`, and a plan of theirs that has been written before. */
import { addDays, isPlainDate, type PlainDate } from '../../kernel/calendar.ts'
import { AppError, type InputIssue } from '../../kernel/errors.ts'
import { agentsFrom } from '../../plan/shifts/people/rules/agent-file.ts'
import { spanOn } from '../../plan/shifts/rules/local-days.ts'
import type { Agent, Shift, Span } from '../../plan/shifts/rules/types.ts'
import type { Table } from '../../platform/files/index.ts'
import type { Reasons } from '../refuse-file.ts'

export const peopleReasons: Reasons = {
  'not-a-number': ({ value }) => `"${value}" is no number that this can be`,
  'unknown-word': ({ value }) => `"${value}" is no word that is known here`,
  'not-a-date': ({ value }) => `"${value}" is not a date such as 2027-01-31`,
  'not-hours': ({ value }) => `"${value}" are not hours such as mon-fri 08:00-16:00`,
  'too-long': () => 'is too long',
  backwards: () => 'ends before it begins',
  doubled: ({ value, params }) => `"${value}" stands already in line ${params?.first}`,
}

/** Whoever the file names, known by number, or by name where there is none. */
export function peopleFrom(table: Table, from: PlainDate): Agent[] {
  const { agents, issues } = agentsFrom(table, from)
  if (issues.length > 0) throw refused(issues)
  return agents.map(({ number, name, contract, adultOn, skills, available, validFrom, validTo }) => ({
    id: number || name,
    name,
    contract: adultOn !== null && adultOn <= from ? { ...contract, age: 'adult' } : contract,
    // A queue without a name asks for no skill.
    skills: [...skills, ''],
    absences: [],
    wishes: [],
    validFrom,
    ...(available !== null && { available }),
    ...(validTo !== null && { validTo }),
  }))
}

export const planReasons: Reasons = {
  'unknown-agent': ({ value }) => `"${value}" is not in the file of people`,
  'not-a-date': ({ value }) => `"${value}" is not a date such as 2027-01-31`,
  'not-a-time': ({ value }) => `"${value}" is no time such as 08:00`,
  'not-breaks': ({ value }) => `"${value}" are not breaks such as 11:30-12:00; 14:00-14:15`,
  'not-minutes': ({ value }) => `"${value}" are no minutes of overtime`,
}

export const planColumns = ['agent', 'date', 'from', 'to', 'breaks', 'skill', 'overtimeMinutes'] as const
const required = planColumns.slice(0, 4)

/** Shifts of a plan in the columns that `shifts` writes. A time before the start is of the next day. */
export function planFrom(table: Table, agents: readonly Agent[]): Shift[] {
  const place = (name: string) =>
    table.header.findIndex((heading) => heading.trim().toLowerCase() === name.toLowerCase())
  const missing = required.filter((name) => place(name) < 0)
  if (missing.length > 0)
    throw refused(
      missing.map((column) => ({
        code: 'missing-column',
        column,
        params: { found: table.header.join(', ') },
      })),
    )
  const known = new Set(agents.map(({ id }) => id))
  const issues: InputIssue[] = []
  const shifts = table.rows.flatMap(({ line, cells }): Shift[] => {
    const cell = (name: string) => (place(name) < 0 ? '' : (cells[place(name)] ?? '').trim())
    const wrong = (code: string, column: string) => issues.push({ code, line, column, value: cell(column) })
    if (!known.has(cell('agent'))) wrong('unknown-agent', 'agent')
    if (!isPlainDate(cell('date'))) wrong('not-a-date', 'date')
    for (const column of ['from', 'to']) if (!isTime(cell(column))) wrong('not-a-time', column)
    const breaks = breakTimes(cell('breaks'))
    if (!breaks) wrong('not-breaks', 'breaks')
    if (!/^\d{0,3}$/.test(cell('overtimeMinutes'))) wrong('not-minutes', 'overtimeMinutes')
    if (issues.some((issue) => issue.line === line)) return []
    const date = cell('date')
    const span = spanOn(date, { from: cell('from'), to: cell('to') })
    const pauses = breaks!.map((pause): Span => {
      const own = spanOn(date, pause)
      // A break after midnight of a shift that goes on past it.
      return own.from < span.from ? spanOn(addDays(date, 1), pause) : own
    })
    const overtime = Number(cell('overtimeMinutes'))
    return [
      {
        id: `line ${line}`,
        agentId: cell('agent'),
        ...span,
        breaks: pauses,
        ...(overtime > 0 && { overtimeMinutes: overtime }),
        ...(cell('skill') !== '' && { skill: cell('skill') }),
      },
    ]
  })
  if (table.rows.length === 0) issues.push({ code: 'no-rows' })
  if (issues.length > 0) throw refused(issues)
  return shifts
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)

function breakTimes(text: string): { readonly from: string; readonly to: string }[] | undefined {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map((part) => /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(part))
  if (read.some((found) => !found || !isTime(found[1]!) || !isTime(found[2]!))) return undefined
  return read.map((found) => ({ from: found![1]!, to: found![2]! }))
}

const refused = (issues: readonly InputIssue[]) =>
  new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
