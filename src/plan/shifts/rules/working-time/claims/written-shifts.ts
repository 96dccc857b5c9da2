/** Shifts in a line of text, so that a claim about a limit can be read with the plan that keeps or passes it. */
import { addDays, type PlainDate } from '../../../../../kernel/calendar.ts'
import { minuteAt } from '../../local-days.ts'
import type { EarlierWeek, Shift, Span } from '../../types.ts'

/**
 * Shifts of the person `a`. Each is days, times, then what belongs to it; day 1 is the Monday, day 8 the next one. An end
 * at or before the start is the day after. `30` is a break of so many minutes in the middle, `12:00/30` one at a time,
 * `+60` overtime, `#chat` a skill.
 *
 * @example writtenShifts('2027-02-01', '1-4 08:00-16:00 30, 5 08:00-18:00 12:00/30 +120')
 */
export function writtenShifts(monday: PlainDate, text: string): Shift[] {
  return text
    .split(', ')
    .flatMap((part) => {
      const [days, times, ...more] = part.split(' ') as [string, string, ...string[]]
      const [first, last = first] = days.split('-').map(Number) as [number, number?]
      return Array.from({ length: last - first + 1 }, (_, at) =>
        oneShift(addDays(monday, first + at - 1), times, more),
      )
    })
    .map((shift, at) => ({ ...shift, id: `s${at + 1}` }))
}

function oneShift(date: PlainDate, times: string, more: readonly string[]): Omit<Shift, 'id'> {
  const [start, end] = times.split('-') as [string, string]
  const from = minuteAt(date, start)
  const to = minuteAt(end > start ? date : addDays(date, 1), end)
  const overtime = more.find((word) => word.startsWith('+'))
  const skill = more.find((word) => word.startsWith('#'))
  return {
    agentId: 'a',
    from,
    to,
    breaks: more.filter((word) => /^[\d:/]+$/.test(word)).map((word) => breakOf(word, { date, from, to })),
    ...(overtime && { overtimeMinutes: Number(overtime.slice(1)) }),
    ...(skill && { skill: skill.slice(1) }),
  }
}

function breakOf(word: string, { date, from, to }: Span & { readonly date: PlainDate }): Span {
  const [time, minutes] = word.includes('/') ? word.split('/') : [undefined, word]
  const length = Number(minutes)
  const start = time ? minuteAt(date, time) : Math.floor((from + to - length) / 2)
  return { from: start, to: start + length }
}

/** The same week so many times. */
export function everyWeek(count: number, week: string): string {
  return Array.from({ length: count }, (_, at) => inWeek(at + 1, week)).join(', ')
}

/** A week's shifts in the n-th week. */
export function inWeek(number: number, week: string): string {
  const later = (day: string) => String(Number(day) + 7 * (number - 1))
  return week.replaceAll(
    /(^|, )(\d+)(?:-(\d+))? /g,
    (_, before, first, last) => `${before}${later(first)}${last ? `-${later(last)}` : ''} `,
  )
}

/** So many weeks right before a Monday, known as sums; `back` is 1 for the last of them. */
export function weeksBefore(
  monday: PlainDate,
  count: number,
  week: (back: number) => Partial<Omit<EarlierWeek, 'monday'>>,
): EarlierWeek[] {
  return Array.from({ length: count }, (_, at) => ({
    workedMinutes: 0,
    overtimeMinutes: 0,
    sundayWorked: false,
    weekendWorked: false,
    ...week(at + 1),
    monday: addDays(monday, -7 * (at + 1)),
  }))
}
