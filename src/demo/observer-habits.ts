/**
 * Observers are people: a few of the invented ones see the same contact more severely or more leniently than others,
 * and one grows more severe as the season goes. Enough for the quality page to have something to find.
 */
import { toEpochDay } from '../kernel/calendar.ts'

/** In the units of a contact's quality, where a fifth is about four points of the score. By place in the pool. */
const severity = [0.05, -0.05, 0, -0.65, 0.08, 0, 0.1, -0.1, 0, 0.6, -0.06, 0.04, 0, 0.1, -0.45, 0, 0.06]
/** How much the seventh observer changes in a hundred days. */
const tiring = { place: 6, per100Days: -0.55 }

/** What an observer's habit adds to the quality that it sees on a day. */
export function observerHabits(observerIds: readonly string[], start: string) {
  const place = new Map(observerIds.map((id, at) => [id, at]))
  return (observerId: string | null, date: string): number => {
    const at = observerId === null ? undefined : place.get(observerId)
    if (at === undefined) return 0
    const days = toEpochDay(date) - toEpochDay(start)
    const habit = severity[at % severity.length]!
    return at === tiring.place ? habit + (tiring.per100Days * days) / 100 : habit
  }
}
