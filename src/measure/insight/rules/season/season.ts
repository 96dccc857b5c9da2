/**
 * How it went through the season (M7.1): TotalResult by month and week, and by weekday and hour. Each figure is a mean
 * of the contacts in it, with Student's t; for points over possible points the linearised ratio (Cochran 1977, 6.3).
 */
import { addDays, fromEpochDay, toEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'
import { studentQuantile } from '../../../../kernel/statistics.ts'
import type { EditionMethod } from '../../../edition/contract.ts'
import type { HourPoint, SeasonPoint } from '../../contract.ts'
import type { InsightContact } from '../insight-contact.ts'

type Rule = Pick<EditionMethod['score'], 'total'> & { readonly level: number }

/**
 * Total and its interval over some contacts. No interval from one contact, nor where all are the same: from a few equal
 * values nothing is known about how they spread.
 *
 * Example: 60, 80 and 100 → 80, 30.3–100 at 95 %.
 */
export function totalOfContacts(contacts: readonly InsightContact[], { total: rule, level }: Rule) {
  const n = contacts.length
  const nAnswered = contacts.filter(({ answered }) => answered).length
  const weighed = contacts.map(({ score, possible }) => ({
    score,
    weight: rule === 'pointsOverPossible' ? possible : 1,
  }))
  const weight = weighed.reduce((sum, one) => sum + one.weight, 0)
  if (weight === 0) return { n, nAnswered, total: null, interval: null }
  const total = weighed.reduce((sum, one) => sum + one.weight * one.score, 0) / weight
  const squares = weighed.reduce((sum, one) => sum + (one.weight * (one.score - total)) ** 2, 0)
  if (n < 2 || squares <= 0) return { n, nAnswered, total, interval: null }
  const half = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt((squares * n) / (n - 1) / weight ** 2)
  return {
    n,
    nAnswered,
    total,
    interval: [Math.max(0, total - half), Math.min(100, total + half)] as [number, number],
  }
}

/** By calendar month, from the first to the last that has a contact; one in between without contacts has no total. */
export function monthsOf(contacts: readonly InsightContact[], rule: Rule): SeasonPoint[] {
  const months = Map.groupBy(contacts, ({ date }) => date.slice(0, 7))
  const ordered = [...months.keys()].sort()
  const points: SeasonPoint[] = []
  for (let month = ordered[0]; month !== undefined && month <= ordered.at(-1)!; month = nextMonth(month)) {
    const to = addDays(`${nextMonth(month)}-01`, -1)
    points.push({ from: `${month}-01`, to, ...totalOfContacts(months.get(month) ?? [], rule) })
  }
  return points
}

function nextMonth(month: string): string {
  return addDays(`${month}-28`, 4).slice(0, 7)
}

/** By week from Monday to Sunday. */
export function weeksOf(contacts: readonly InsightContact[], rule: Rule): SeasonPoint[] {
  const mondayOf = (date: string) => toEpochDay(date) - weekdayOf(toEpochDay(date)) + 1
  const weeks = Map.groupBy(contacts, ({ date }) => mondayOf(date))
  const [first, last] = [Math.min(...weeks.keys()), Math.max(...weeks.keys())]
  const points: SeasonPoint[] = []
  for (let monday = first; monday <= last; monday += 7) {
    const days = { from: fromEpochDay(monday), to: fromEpochDay(monday + 6) }
    points.push({ ...days, ...totalOfContacts(weeks.get(monday) ?? [], rule) })
  }
  return points
}

/** A cell of weekday and hour says nothing of its total with fewer contacts than this. */
const fewestInCell = 5

/** By weekday alone, and by weekday and hour of the first attempt where the clock was logged. */
export function hoursOf(contacts: readonly InsightContact[], rule: Rule): HourPoint[] {
  const weekday = ({ date }: InsightContact) => weekdayOf(toEpochDay(date))
  const days = Map.groupBy(contacts, weekday)
  return [...days]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, own]): HourPoint[] => [
      { weekday: day, ...totalOfContacts(own, rule) },
      ...[...Map.groupBy(own, ({ hour }) => hour)]
        .flatMap(([hour, list]) =>
          hour === undefined ? [] : [{ weekday: day, hour, ...cellOf(list, rule) }],
        )
        .sort((a, b) => a.hour - b.hour),
    ])
}

function cellOf(contacts: readonly InsightContact[], rule: Rule) {
  const figures = totalOfContacts(contacts, rule)
  return contacts.length < fewestInCell ? { ...figures, total: null, interval: null } : figures
}
