/** Waits and those who give up by weekday and hour, and the stretch of the week at which most do. */
import { wilsonInterval } from '../../../kernel/statistics.ts'

export type HourSum = {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly offered: number
  /** Of the intervals that tell how many gave up: all of them, and those who did. */
  readonly told: number
  readonly lost: number
  /** Of the intervals that tell waits: contacts and their seconds. */
  readonly timed: number
  readonly waited: number
}

export type GivingUp = { readonly share: number; readonly low: number; readonly high: number }

/** Wilson's 95 % interval; null when nobody told. */
export function givingUp({ told, lost }: Pick<HourSum, 'told' | 'lost'>): GivingUp | null {
  if (told <= 0) return null
  const share = Math.min(1, lost / told)
  const [low, high] = wilsonInterval(share, told, 0.95)
  return { share, low, high }
}

export type Stretch = GivingUp & {
  readonly weekday: number
  readonly fromHour: number
  /** The hour at which it ends, up to 24. */
  readonly toHour: number
  readonly offered: number
  readonly lost: number
}

/** Fewer contacts of an hour of the week say nothing of it. */
const fewestTold = 40
/** A neighbouring hour belongs to the stretch when at least this much of the worst share gives up in it. */
const alike = 0.75

/**
 * The worst hour of the week with its neighbours that are nearly as bad; null when no hour is certainly above the
 * week's own share. The worst is the one whose interval begins highest, so that an hour with few contacts is not
 * picked for its luck; with up to 168 hours to choose from the interval is 99.9 %.
 *
 * @example Monday 8–10 with 20 of 100 each hour in a week of 5 %: Monday, 8 to 10
 */
export function worstStretch(hours: readonly HourSum[]): Stretch | null {
  const told = hours.reduce((sum, hour) => sum + hour.told, 0)
  const lost = hours.reduce((sum, hour) => sum + hour.lost, 0)
  const candidates = hours
    .filter((hour) => hour.told >= fewestTold)
    .map((hour) => ({ hour, surely: wilsonInterval(hour.lost / hour.told, hour.told, 0.999)[0] }))
  const worst = candidates.reduce<(typeof candidates)[number] | null>(
    (most, each) => (most === null || each.surely > most.surely ? each : most),
    null,
  )
  if (worst === null || worst.surely <= lost / told) return null
  const { weekday } = worst.hour
  const bad = (hour: number) => {
    const found = hours.find((each) => each.weekday === weekday && each.hour === hour)
    return found !== undefined && found.told > 0 && isAlike(found, worst.hour)
  }
  let [from, to] = [worst.hour.hour, worst.hour.hour + 1]
  while (bad(from - 1)) from--
  while (bad(to)) to++
  const own = hours.filter((each) => each.weekday === weekday && each.hour >= from && each.hour < to)
  const all = {
    told: own.reduce((sum, hour) => sum + hour.told, 0),
    lost: own.reduce((sum, hour) => sum + hour.lost, 0),
  }
  const offered = own.reduce((sum, hour) => sum + hour.offered, 0)
  return { weekday, fromHour: from, toHour: to, offered, lost: all.lost, ...givingUp(all)! }
}

const isAlike = (one: HourSum, worst: HourSum): boolean =>
  one.lost / one.told >= (alike * worst.lost) / worst.told
