/** Windows of a day in minutes of the local clock; the end may lie beyond midnight. */
export type MinuteSpan = { readonly fromMinute: number; readonly toMinute: number }

/** By ISO weekday, '1' Monday to '7' Sunday: when somebody can work. A weekday that is left out: not at all. */
export type AvailabilityWeek = Readonly<Record<string, readonly MinuteSpan[]>>

/** A break of a template: how long, from which and to which minute of the shift it may begin, and whether it is paid. */
export type TemplateBreak = {
  readonly minutes: number
  readonly earliestMinute: number
  readonly latestMinute: number
  readonly paid: boolean
}
