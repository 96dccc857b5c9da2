/**
 * A deadline is the end of a day, which is the beginning of the next: shown as the day itself.
 *
 * @example lastDay('2026-02-15T23:00:00.000Z') // a moment of 15 February in Oslo
 */
export function lastDay(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString()
}
