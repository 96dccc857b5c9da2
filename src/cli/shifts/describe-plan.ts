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
}: ShortInterval & { readonly why: WhyShort }) => ({
  queue: queueId,
  ...times(span),
  missing,
  needed,
  why,
})

/** A breach with its paragraph, and in a sentence. */
export const findingRow = (finding: RuleFinding) => ({
  agent: finding.agentId,
  ...times(finding),
  rule: finding.rule,
  paragraph: finding.paragraph ?? '',
  value: finding.value,
  limit: finding.limit,
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
  const { gap, stopped, short, shortMinutes, neededMinutes, scheduledMinutes, shifts } = plan
  const ended = { gap: 'good enough', effort: 'effort spent', time: 'time up', cancelled: 'stopped' }[stopped]
  return [
    `${shifts.length} shifts (${ended}); at most ${(100 * gap).toFixed(2)} % from the best there is`,
    `needed ${hours(neededMinutes)}, scheduled ${hours(scheduledMinutes)}, short ${hours(shortMinutes)} in ${short.length} intervals`,
    ...shortLines(short),
    ...(isRoster(plan) ? rosterLines(plan) : []),
    '',
  ].join('\n')
}

const whyWords: Readonly<Record<WhyShort, string>> = {
  'no-template': 'no kind of shift reaches there',
  'nobody-can': 'nobody who has the skill may or can be on then',
  'everybody-on': 'everybody who can is on',
  'hours-used': 'the agreed hours are used',
  'search-ended': 'time or a stop ended the search; a longer --time may find more',
  'dearer-elsewhere': 'one more there would cost more than it gives',
}

const mostLines = 20

/** Those where most is missing, in order of time. */
function shortLines(short: Plan['short']): string[] {
  const size = ({ missing, from, to }: Plan['short'][number]) => missing * (to - from)
  const worst = short.toSorted((a, b) => size(b) - size(a)).slice(0, mostLines)
  const lines = worst
    .toSorted((a, b) => a.from - b.from)
    .map(({ missing, needed, queueId, why, ...span }) => {
      const { date, from, to } = times(span)
      const queue = queueId === '' ? '' : `${queueId} `
      return `  ${queue}${date} ${from}–${to}: ${missing} of ${needed} missing; ${whyWords[why]}`
    })
  const more = short.length - worst.length
  return more > 0 ? [...lines, `  and ${more} smaller ones`] : lines
}

function rosterLines({ people, findings, gapBesidePay }: SolvedRoster): string[] {
  const sum = (value: (person: SolvedRoster['people'][number]) => number) =>
    people.reduce((all, person) => all + value(person), 0)
  return [
    `of what can be better at all, the hours that are paid in any case left out: at most ${(100 * gapBesidePay).toFixed(1)} %`,
    `${people.length} people: ${hours(sum(({ workedMinutes }) => workedMinutes))} of ${hours(sum(({ agreedMinutes }) => agreedMinutes))} agreed`,
    `${findings.length} limits passed${findings.length > 0 ? ':' : ' of those that are checked'}`,
    ...findings.slice(0, mostLines).map(findingLine),
    ...(findings.length > mostLines ? [`  and ${findings.length - mostLines} more`] : []),
  ]
}

export function findingLine(finding: RuleFinding): string {
  const { agent, date, paragraph, text } = findingRow(finding)
  return `  ${agent} ${date} ${paragraph === '' ? '' : `${paragraph} `}${text}`
}
