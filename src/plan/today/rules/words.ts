/** What can be done about the rest of a day, in the order of how little it costs. */
export const actionKinds = [
  'moveBreaks',
  'postpone',
  'borrow',
  'callback',
  'message',
  'stay',
  'early',
  'callIn',
  'release',
] as const
export type ActionKind = (typeof actionKinds)[number]

/** These give shifts other times. */
export const shiftKinds: readonly DoneKind[] = ['moveBreaks', 'stay', 'early']

/** What somebody has done may also be something that nobody proposed. */
export const doneKinds = [...actionKinds, 'other'] as const
export type DoneKind = (typeof doneKinds)[number]
