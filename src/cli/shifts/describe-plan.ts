/** A plan of shifts as files, as a document, and as a summary to read. */

import type { RuleFinding } from '../../plan/shifts/rules/check-plan.ts'
import { findingText } from '../../plan/shifts/rules/finding-texts.ts'
import { localOf } from '../../plan/shifts/rules/local-days.ts'
import type { WhyShort } from '../../plan/shifts/rules/solve-words.ts'
import type { Shift, ShortInterval, Span } from '../../plan/shifts/rules/types.ts'
import type { CoverShift, SolvedCover } from '../../plan/shifts/solve/cover-shifts.ts'
import type { SolvedRoster } from '../../plan/shifts/solve/solved-roster.ts'
import { writeCsv } from '../../platform/files/index.ts'
import { planColumns } from './read-people.ts'

const times = ({ from, to }: Span) => ({
  date: localOf(from).date,
  from: localOf(from).time,
  to: localOf(to).time,
})
const pauses = ({ breaks }: Pick<Shift, 'breaks'>) =>
  breaks.map((pause) => `${localOf(pause.from).time}-${localOf(pause.to).time}`).join('; ')

const shiftRow = (shift: Shift) => ({
  agent: shift.agentId,
  ...times(shift),
  breaks: pauses(shift),
  skill: shift.skill ?? '',
  overtimeMinutes: shift.overtimeMinutes ?? 0,
})
const coverRow = (shift: CoverShift) => ({ queue: shift.queueId, ...times(shift), breaks: pauses(shift) })
const shortRow = ({
  queueId,
  missing,
  needed,
  why,
  ...span
}: ShortInterval & { readonly why?: WhyShort }) => ({
  queue: queueId,
  ...times(span),
  missing,
  needed,
  why: why ?? '',
})

/** A breach with its paragraph, and in a sentence. */
export const findingRow = (finding: RuleFinding) => ({
  agent: finding.agentId,
  ...times(finding),
  rule: finding.rule,
  paragraph: finding.paragraph ?? '',
  text: findingText(finding, 'en'),
})

type Row = Readonly<Record<string, string | number>>

function csvOf(columns: readonly string[], rows: readonly Row[]): string {
  return writeCsv([columns, ...rows.map((row) => columns.map((column) => row[column]!))])
}

const shortColumns = ['queue', 'date', 'from', 'to', 'missing', 'needed', 'why']

export type Plan = SolvedRoster | SolvedCover
const isRoster = (plan: Plan): plan is SolvedRoster => 'people' in plan

export function planFiles(plan: Plan): Readonly<Record<string, string>> {
  return {
    'shifts.csv': isRoster(plan)
      ? csvOf(planColumns, plan.shifts.map(shiftRow))
      : csvOf(['queue', 'date', 'from', 'to', 'breaks'], plan.shifts.map(coverRow)),
    'short.csv': csvOf(shortColumns, plan.short.map(shortRow)),
  }
}

/** Without the seconds that it took: the same input and seed give the same bytes. */
export function planDocument(plan: Plan) {
  const { gap, cost, bound, stopped, shortMinutes, neededMinutes, scheduledMinutes } = plan
  const figures = { gap, cost, bound, stopped, shortMinutes, neededMinutes, scheduledMinutes }
  const short = plan.short.map(shortRow)
  if (!isRoster(plan)) return { ...figures, shifts: plan.shifts.map(coverRow), short }
  return {
    ...figures,
    gapBesidePay: plan.gapBesidePay,
    shifts: plan.shifts.map(shiftRow),
    short,
    people: plan.people,
    findings: plan.findings.map(findingRow),
  }
}

const hours = (minutes: number) => `${(minutes / 60).toFixed(1)} h`

export function planSummary(plan: Plan): string {
  const { gap, stopped, short, shortMinutes, neededMinutes, scheduledMinutes, shifts, seconds } = plan
  const ended = { gap: 'good enough', effort: 'effort spent', time: 'time up', cancelled: 'stopped' }[stopped]
  return [
    `${shifts.length} shifts in ${seconds.toFixed(1)} s (${ended}); at most ${(100 * gap).toFixed(2)} % from the best there is`,
    `needed ${hours(neededMinutes)}, scheduled ${hours(scheduledMinutes)}, short ${hours(shortMinutes)} in ${short.length} intervals`,
    ...(isRoster(plan) ? rosterLines(plan) : []),
    '',
  ].join('\n')
}

function rosterLines({ people, findings }: SolvedRoster): string[] {
  const sum = (value: (person: SolvedRoster['people'][number]) => number) =>
    people.reduce((all, person) => all + value(person), 0)
  return [
    `${people.length} people: ${hours(sum(({ workedMinutes }) => workedMinutes))} of ${hours(sum(({ agreedMinutes }) => agreedMinutes))} agreed`,
    `${findings.length} limits passed${findings.length > 0 ? ':' : ' of those that are checked'}`,
    ...findings.slice(0, 20).map(findingLine),
    ...(findings.length > 20 ? [`  and ${findings.length - 20} more`] : []),
  ]
}

export function findingLine(finding: RuleFinding): string {
  const { agent, date, paragraph, text } = findingRow(finding)
  return `  ${agent} ${date} ${paragraph === '' ? '' : `${paragraph} `}${text}`
}
