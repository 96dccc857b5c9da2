/** The one thing about the days ahead that the page's title says: which day is most unlike its weekday, and why. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Part } from './forecast-parts.ts'

type Day = {
  readonly date: PlainDate
  readonly mean: number
  readonly parts: readonly Part[]
  readonly marks: readonly string[]
}
type PastEvent = { readonly kind: string; readonly day: PlainDate }

export type Finding = {
  readonly day: PlainDate
  readonly change: number
  readonly cause: 'calendar' | 'events' | 'shock' | 'driver'
  readonly mark: string | null
  readonly eventKind: string | null
  readonly eventDay: PlainDate | null
  readonly mean: number
}

const causes = ['calendar', 'events', 'shock', 'driver'] as const
/** Below this a day is as it usually is. */
const worthSaying = 0.08

/**
 * Of the first `days` days with contacts, the one whose calendar, events, shock and driver change it most against an
 * ordinary day of its weekday; nothing when all are ordinary. The cause is the part that does most.
 */
export function findingOf(ahead: readonly Day[], events: readonly PastEvent[], days = 10): Finding | null {
  const found = ahead
    .filter(({ mean }) => mean >= 1)
    .slice(0, days)
    .map((day) => ({ day, change: changeOf(day.parts) }))
    .filter(({ change }) => Math.abs(change) >= worthSaying)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))[0]
  if (!found) return null
  const { day, change } = found
  const cause = causes.toSorted((a, b) => effectOf(day.parts, b, change) - effectOf(day.parts, a, change))[0]!
  const event =
    cause === 'events' ? events.filter((each) => each.day <= day.date).toSorted(latestFirst)[0] : undefined
  return {
    day: day.date,
    change,
    cause,
    mark: cause === 'calendar' ? (day.marks[0] ?? null) : null,
    eventKind: event?.kind ?? null,
    eventDay: event?.day ?? null,
    mean: day.mean,
  }
}

const latestFirst = (a: PastEvent, b: PastEvent): number => b.day.localeCompare(a.day)

const changeOf = (parts: readonly Part[]): number =>
  causes.reduce((product, name) => product * factorOf(parts, name), 1) - 1

const factorOf = (parts: readonly Part[], name: Part['name']): number =>
  parts.find((part) => part.name === name)?.factor ?? 1

/** How far a part goes in the direction of the whole change. */
const effectOf = (parts: readonly Part[], name: Part['name'], change: number): number =>
  Math.log(factorOf(parts, name)) * Math.sign(change)
