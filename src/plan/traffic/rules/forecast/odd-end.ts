/** The latest days lie far over or under what was expected: a storm or a new level, and too early to say which. */
import type { DayGrid } from './day-grid.ts'
import type { OriginFit } from './fit-origin.ts'
import type { OddEnd } from './forecast-types.ts'

/** A day of this weight is far from what was expected: 2.4 times the usual distance. */
const farBelow = 0.6
const fewest = 2

/**
 * The open days at the end that all lie far off to the same side; null when they are fewer than two, or so many that a
 * jump is followed.
 *
 * @param toFollow open days after which a jump is followed
 */
export function oddEnd(
  { model, trained, levels }: OriginFit,
  grid: DayGrid,
  toFollow: number,
): OddEnd | null {
  const last = trained.length - 1
  const isOver = (t: number) => levels[t]! > model.expected[t]!
  let [days, came, expected] = [0, 0, 0]
  for (let t = last; t >= 0 && model.weights[t]! < farBelow && isOver(t) === isOver(last); t--) {
    days++
    came += levels[t]!
    expected += model.expected[t]!
  }
  if (days < fewest || days >= toFollow) return null
  const ahead = grid.days.filter(({ closed }, row) => row > trained[last]! && closed === undefined)
  return {
    from: grid.days[trained[last - days + 1]!]!.date,
    days,
    ratio: came / expected,
    lastBeforeFollowed: ahead[toFollow - days - 1]?.date ?? null,
  }
}
