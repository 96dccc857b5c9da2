/** What plan against actual says first: the hour that cost customers most, and whether attendance or the plan was why. */
import type { ActualHour } from './sum-up.ts'

export type ActualFinding =
  /** Fewer were there than were planned. */
  | {
      readonly kind: 'absent'
      readonly hour: ActualHour
      readonly missing: number
    }
  /** As many were there as planned, and the plan had fewer than it took. */
  | { readonly kind: 'planned-short'; readonly hour: ActualHour; readonly missing: number }
  /** Where both is known, nobody was missing. */
  | { readonly kind: 'as-planned' }
  /** Shifts there are, and nobody has told who was there. */
  | { readonly kind: 'unreported' }
  | { readonly kind: 'nobody-planned' }

/** Half a person is nobody whom anybody could have put in. */
const missingOf = (wanted: number | null, had: number | null) =>
  wanted === null || had === null ? 0 : Math.max(0, Math.round(wanted - had))

/** All seconds that customers waited in the hour; one that nobody waited in still counts a little by who was missing. */
const harmOf = ({ waitSeconds, offered }: ActualHour, missing: number) =>
  (waitSeconds ?? 0) * (offered ?? 0) + missing / 1000

type Candidate = { readonly hour: ActualHour; readonly missing: number }

const worst = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates
    .filter(({ missing }) => missing > 0)
    .toSorted((one, other) => harmOf(other.hour, other.missing) - harmOf(one.hour, one.missing))[0]

/**
 * Attendance goes first, because it is what the plan did not know of; then a plan that was too thin for what came.
 *
 * @example findingOf([Monday 10: 12 planned, 9 there, 240 s]) // { kind: 'absent', missing: 3, … }
 */
export function findingOf(hours: readonly ActualHour[]): ActualFinding {
  if (hours.every(({ scheduled }) => scheduled === 0)) return { kind: 'nobody-planned' }
  const absent = worst(
    hours.map((hour) => ({ hour, missing: missingOf(hour.scheduledWherePresent, hour.present) })),
  )
  if (absent) return { kind: 'absent', ...absent }
  const short = worst(
    hours.map((hour) => ({ hour, missing: missingOf(hour.neededFor ?? hour.needed, hour.scheduled) })),
  )
  if (short) return { kind: 'planned-short', ...short }
  return hours.some(({ present }) => present !== null) ? { kind: 'as-planned' } : { kind: 'unreported' }
}
