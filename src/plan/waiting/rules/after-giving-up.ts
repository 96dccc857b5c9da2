/** Who comes back after giving up, how soon and where, beside those who got through. */
import { incidenceAt } from './incidence.ts'
import { medianOf, type Survival, staysAt, survivalOf } from './survival.ts'

export type Followed<Channel extends string> = {
  readonly ending: 'lost' | 'through'
  readonly minutes: number
  /** Null: not back while the records last. */
  readonly channel: Channel | null
  readonly next: 'lost' | 'through' | 'unknown' | null
  readonly count: number
}

type Share = { readonly share: number; readonly low: number; readonly high: number }

/** Fewer of whom it is known say nothing of what people do. */
export const fewestFollowed = 20

const hours = [0, 0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 120, 168, 240, 336] as const

/** @example of 100 that gave up 60 came back within the day and nobody later: .6 within seven days */
export function afterGivingUp<Channel extends string>(rows: readonly Followed<Channel>[], days: number) {
  const lost = survivalFor(rows, 'lost')
  const through = survivalFor(rows, 'through')
  const most = days * 24
  const isEnough = lost.n >= fewestFollowed
  const half = medianOf(lost).value
  return {
    back: isEnough ? backBy(lost, most) : null,
    backThrough: through.n >= fewestFollowed ? backBy(through, most) : null,
    through: through.n,
    halfBackHours: isEnough && half !== null ? half / 60 : null,
    curve: isEnough
      ? hours.flatMap((hour) => {
          const own = hour > most ? null : backBy(lost, hour)
          return own
            ? [
                {
                  hours: hour,
                  lost: own,
                  through: through.n >= fewestFollowed ? backBy(through, hour) : null,
                },
              ]
            : []
        })
      : [],
    channels: isEnough ? channelsOf(rows, most) : [],
    next: {
      through: nextOf(rows, 'through'),
      lost: nextOf(rows, 'lost'),
      unknown: nextOf(rows, 'unknown'),
    },
  }
}

function survivalFor<Channel extends string>(
  rows: readonly Followed<Channel>[],
  ending: 'lost' | 'through',
): Survival {
  return survivalOf(
    rows
      .filter((row) => row.ending === ending)
      .map(({ minutes, channel, count }) => ({
        time: minutes,
        ended: channel === null ? 0 : count,
        unseen: channel === null ? count : 0,
      })),
  )
}

/** One less those who are still away. */
function backBy(survival: Survival, hour: number): Share | null {
  const found = staysAt(survival, Math.min(hour * 60, survival.last))
  return found && { share: 1 - found.stays, low: 1 - found.high, high: 1 - found.low }
}

function channelsOf<Channel extends string>(rows: readonly Followed<Channel>[], most: number) {
  const { shares } = incidenceAt(
    rows
      .filter(({ ending }) => ending === 'lost')
      .map(({ minutes, channel, count }) => ({ time: minutes, place: channel, count })),
    most * 60,
  )
  return [...shares].map(([channel, share]) => ({ channel, share })).sort((a, b) => b.share - a.share)
}

const nextOf = <Channel extends string>(rows: readonly Followed<Channel>[], next: string): number =>
  rows.reduce((sum, row) => (row.ending === 'lost' && row.next === next ? sum + row.count : sum), 0)
