/** The figures of each participant: counts against the key, and how time, observers and scenarios are spread. */
import { weekdayOf } from '../../../../kernel/calendar.ts'
import { channelCounts } from './count-rules.ts'
import { type PlanView, placeInSeason } from './plan-view.ts'

export type ParticipantFigures = {
  readonly participant: string
  readonly class: string
  /** Contacts per channel. */
  readonly counts: Readonly<Record<string, number>>
  readonly key: Readonly<Record<string, number>>
  /** Monday to Friday. */
  readonly weekdays: readonly number[]
  /** Open days between one contact and the next. */
  readonly gaps: { readonly min: number; readonly max: number } | null
  readonly observers: number
  readonly scenarios: number
}

export function participantFigures(plan: PlanView): ParticipantFigures[] {
  const { input, frame, columns } = plan
  return input.participants.map(({ id, class: className }, participant) => {
    const rows = [...plan.byParticipant[participant]!]
    const places = rows.map((row) => placeInSeason(plan, columns.day[row]!))
    const gaps = places.slice(1).map((place, before) => place - places[before]!)
    return {
      participant: id,
      class: className,
      counts: byChannel(plan, channelCounts(plan, participant)),
      key: byChannel(plan, frame.participants[participant]!.counts),
      weekdays: [1, 2, 3, 4, 5].map(
        (weekday) => rows.filter((row) => weekdayOf(columns.day[row]!) === weekday).length,
      ),
      gaps: gaps.length > 0 ? { min: Math.min(...gaps), max: Math.max(...gaps) } : null,
      observers: distinct(rows.map((row) => columns.observer[row]!)),
      scenarios: distinct(rows.map((row) => columns.scenario[row]!)),
    }
  })
}

function byChannel({ input }: PlanView, counts: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    input.method.channels.flatMap(({ id }, channel) =>
      counts[channel]! > 0 ? [[id, counts[channel]!]] : [],
    ),
  )
}

function distinct(numbers: readonly number[]): number {
  return new Set(numbers.filter((number) => number >= 0)).size
}
