/** What is watched, and how an alarm lives. */

export const alarmKinds = ['spike', 'emerging', 'search', 'consistency', 'stale', 'silent'] as const
export type AlarmKind = (typeof alarmKinds)[number]

export const alarmStates = ['open', 'seen', 'closed'] as const
export type AlarmState = (typeof alarmStates)[number]

/** Of those that end by themselves: a version is approved again, a source delivers again. */
export const endsByItself: readonly AlarmKind[] = ['stale', 'silent']

/** Days within which the same subject is the same alarm. */
export const sameAlarmDays: Readonly<Record<AlarmKind, number>> = {
  spike: 3,
  emerging: 60,
  search: 28,
  consistency: 28,
  stale: 3650,
  silent: 3650,
}
