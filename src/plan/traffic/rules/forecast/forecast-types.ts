/** What goes into a forecast and what comes out of it. Dates and times are those of the clock on the wall. */
import type { PlainDate } from '../../../../kernel/calendar.ts'
import type { CalendarName } from '../calendar/calendar-days.ts'
import type { Spread } from './spread.ts'
import type { TrafficSeries } from './traffic-series.ts'

/** From and to as `HH:MM`; `24:00` is midnight at the end of the day. */
export type OpenHours = { readonly from: string; readonly to: string }

export type Opening = {
  /** By ISO weekday 1 Monday … 7 Sunday; a weekday without hours is closed. */
  readonly week: Readonly<Record<number, readonly OpenHours[]>>
  /** Dates with other hours; none at all = closed. */
  readonly exceptions: readonly { readonly date: PlainDate; readonly hours: readonly OpenHours[] }[]
}

/** Something that is known to move the traffic on its day and the open days after it. */
export type PlannedEvent = {
  /** Events of one kind share what is learned: `faktura`, `kampanje`. */
  readonly kind: string
  readonly date: PlainDate
  /** How large it is, in any unit that is the same for the kind; absent = as large as it usually is. */
  readonly size?: number | undefined
  /** The planner's own figure for a future event: the multiplier on the day of its largest effect. */
  readonly factor?: number | undefined
}

/** An outside shock that a person has confirmed. */
export type ConfirmedShock = {
  readonly id: string
  readonly from: PlainDate
  /** Traffic just after ÷ just before; absent = learned from the days since. */
  readonly multiplier?: number | undefined
  /** Days until half of it is left; absent = it stays. */
  readonly halfLifeDays?: number | undefined
}

export type DriverPoint = { readonly date: PlainDate; readonly value: number }

/** A value by day that goes with the traffic, such as the price of power. */
export type Driver = {
  readonly id: string
  readonly history: readonly DriverPoint[]
  /** What it may become; days that a path does not name keep the value before. */
  readonly future: {
    readonly low?: readonly DriverPoint[]
    readonly base: readonly DriverPoint[]
    readonly high?: readonly DriverPoint[]
  }
  /** The traffic answers to the value of so many days ago. */
  readonly lagDays?: number | undefined
  /** Beyond what has been seen the value at the edge is held unless this is true. */
  readonly beyondSeen?: boolean | undefined
}

export type ForecastInput = {
  readonly series: TrafficSeries
  /** Calendar days after the last day of the series. */
  readonly horizonDays: number
  readonly calendar: CalendarName | 'auto'
  /** Read from the series when absent. */
  readonly opening?: Opening | undefined
  /** Closed days that are known, past and ahead, beside the calendar and the opening hours. */
  readonly closed?: readonly PlainDate[] | undefined
  readonly events?: readonly PlannedEvent[] | undefined
  readonly shocks?: readonly ConfirmedShock[] | undefined
  /** Dates of proposed jumps that somebody does not believe in. */
  readonly dismissed?: readonly PlainDate[] | undefined
  readonly drivers?: readonly Driver[] | undefined
  /** Most past origins that the weights and intervals are learned from. */
  readonly origins?: number | undefined
}

/**
 * Multipliers whose product is the mean of the cell: `level` contacts in a mean interval of the day, times the others.
 * `recent` is what the share of the 8-week median in the forecast does; 1 where the model stands alone.
 */
export type ForecastParts = {
  readonly level: number
  readonly weekday: number
  readonly timeOfDay: number
  readonly calendar: number
  readonly events: number
  readonly shock: number
  readonly driver: number
  readonly recent: number
}

export type ForecastCell = {
  readonly date: PlainDate
  readonly minute: number
  readonly mean: number
  readonly lo95: number
  readonly hi95: number
  readonly parts: ForecastParts
}

export type ForecastDay = {
  readonly date: PlainDate
  readonly open: boolean
  readonly total: number
  readonly lo95: number
  readonly hi95: number
  /** Standard deviation ÷ mean of the day's total beyond Poisson: the uncertainty that all its intervals share. */
  readonly cv: number
  /** What the calendar knows of the day: `holiday`, `eve`, `squeezed`, `school-winter` … */
  readonly marks: readonly string[]
}

export type Effect = { readonly change: number; readonly low: number; readonly high: number }

export type EventEffect = {
  readonly kind: string
  /** Past occurrences that the effect was learned from; with none it is what events usually do. */
  readonly occurrences: number
  /** Relative change on each open day from the event's day on, 0.3 for 30 % more, with 95 % intervals. */
  readonly days: readonly Effect[]
  /** Of all days together, in shares of one ordinary day. */
  readonly total: Effect
  readonly basis: 'learned' | 'prior'
}

export type ProposedShock = {
  readonly date: PlainDate
  readonly multiplier: number
  readonly low: number
  readonly high: number
  /** Days until half is left; null when it looks as if it stays. */
  readonly halfLifeDays: number | null
  /** How far it stands out: likelihood-ratio statistic (χ² with one degree of freedom, searched over dates). */
  readonly strength: number
}

export type DriverNote = {
  readonly driver: string
  readonly code: 'held-at-edge' | 'beyond-seen' | 'last-value-held' | 'too-few-values'
  readonly path: 'low' | 'base' | 'high'
  readonly from: PlainDate
  readonly value: number
  readonly edge: number
}

/** A day that the model does not believe: far from what was expected, so that it counts little. */
export type OddDay = {
  readonly date: PlainDate
  readonly total: number
  readonly expected: number
  readonly weight: number
}

/** The latest days lie far off to one side, and are too few for the forecast to follow them. */
export type OddEnd = {
  readonly from: PlainDate
  readonly days: number
  /** Contacts that came ÷ those expected. */
  readonly ratio: number
  /** When it lasts through this open day, the forecast follows it; null beyond the horizon. */
  readonly lastBeforeFollowed: PlainDate | null
}

export type ClosedDay = {
  readonly date: PlainDate
  readonly why: 'no-rows' | 'no-traffic' | 'holiday' | 'told'
}

export type Accuracy = {
  readonly horizonDay: number
  readonly wape: number
  readonly wapeMedian: number
  readonly wapeNaive: number
  readonly contacts: number
}

export type PastOrigins = {
  readonly origins: number
  readonly wape: number | null
  readonly wapeMedian: number | null
  readonly wapeNaive: number | null
  readonly byHorizon: readonly Accuracy[]
  /** Share of intervals within the 95 % interval, each origin's by what the others taught; null with one origin. */
  readonly covered: number | null
}

export type Forecast = {
  readonly methodVersion: string
  readonly intervalMinutes: number
  readonly cells: readonly ForecastCell[]
  readonly days: readonly ForecastDay[]
  readonly spread: Spread
  readonly events: readonly EventEffect[]
  readonly shocks: readonly ProposedShock[]
  readonly driverNotes: readonly DriverNote[]
  /** Totals of the day ÷ those of the base path, for drivers with low or high paths. */
  readonly scenarios: readonly {
    readonly path: 'low' | 'high'
    readonly factors: readonly { readonly date: PlainDate; readonly factor: number }[]
  }[]
  readonly oddDays: readonly OddDay[]
  readonly oddEnd: OddEnd | null
  readonly closedDays: readonly ClosedDay[]
  readonly past: PastOrigins
  /** Share of the model in the forecast; the rest is the 8-week median. */
  readonly modelShare: number
  readonly calendar: CalendarName
  /** Notes in codes for the reader of the forecast. */
  readonly notes: readonly ForecastNote[]
}

export type ForecastNote =
  | 'short-history'
  | 'no-past-origins'
  | 'holidays-closed-by-assumption'
  | 'calendar-found'
  | 'small-numbers'
