/**
 * The shapes that the checker, the solver and hand editing share. Times are whole minutes since 1970-01-01T00:00Z
 * (`Minute`), so that an hour is an hour through both clock changes and a plan can be copied to a thread, kept as
 * JSON and compared with plain arithmetic. Local days and weeks are those of Europe/Oslo.
 */
import type { PlainDate } from '../../../kernel/calendar.ts'

/** Whole minutes since 1970-01-01T00:00Z. */
export type Minute = number

export type Span = { readonly from: Minute; readonly to: Minute }

/** A time of the day on a weekday, `HH:MM`; `24:00` is midnight at the end. */
export type DaySpan = { readonly from: string; readonly to: string }

/** ISO weekday 1 Monday … 7 Sunday. A weekday that is missing has no hours. */
export type WeekHours = Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly DaySpan[]>>>

/** Agreement about averaging the normal working time, § 10-5: none, (1) with the person, (2) with the shop stewards, (3) by the Labour Inspection Authority. */
export type Averaging = 'none' | 'person' | 'union' | 'authority'

/** Who has agreed to more overtime than § 10-6 (4) allows: nobody, (5) the shop stewards, (6) the Labour Inspection Authority. */
export type OvertimeAgreement = 'law' | 'union' | 'authority'

/** 15–17 and out of compulsory school is `youth`; younger or in compulsory school is `child`. */
export type AgeGroup = 'adult' | 'youth' | 'child'

/** What has been agreed with one person. */
export type Contract = {
  /** Agreed hours of a week, without unpaid breaks. */
  readonly weeklyHours: number
  /** How many hours a single week may lie above or below without an averaging agreement; usually 0. */
  readonly flexHours: number
  /** Normal hours of § 10-4: 40 (1), 38 (4) or 36 (5). */
  readonly normalHours: 40 | 38 | 36
  readonly averaging: Averaging
  /** Weeks of the averaging period: 52 at most, 26 by the authority. */
  readonly averagingWeeks: number
  /** A Monday on which an averaging period begins; the others follow it. The first Monday that is known when left out. */
  readonly averagingFrom?: PlainDate
  readonly overtime: OvertimeAgreement
  /** Daily rest in hours: 11, or as low as 8 by agreement with the shop stewards, § 10-8 (3). */
  readonly dailyRestHours: number
  /** Weekly rest in hours: 35, or as low as 28 by the same agreement. */
  readonly weeklyRestHours: number
  /** Sundays on average every second free over 26 weeks by written agreement, § 10-8 (4). */
  readonly averagedSundays: boolean
  /** The nature of the work makes Sundays and public holidays necessary, § 10-10 (2). */
  readonly sundayWork: boolean
  /** The nature of the work makes nights necessary, § 10-11 (2). */
  readonly nightWork: boolean
  /** When the night begins for the person: 21:00, or 23:00 by the agreement of § 10-11 (3), or 00:00 with two shifts, § 10-11 (1). */
  readonly nightFrom: '21:00' | '23:00' | '00:00'
  readonly age: AgeGroup
  /** Breaks count as working time because the person may not leave, § 10-9 (1). */
  readonly paidBreaks: boolean
  /** Every n-th weekend is free, such as 2 for every second; 0 says nothing about weekends. */
  readonly freeWeekendEvery: number
  /** Most working days in a row; a rule of the house, 0 for none. */
  readonly mostDaysInRow: number
}

/** Why somebody is away, as coarse as a planner needs. Never a diagnosis. */
export type AbsenceKind = 'sick' | 'holiday' | 'leave' | 'course'

export type Absence = Span & { readonly kind: AbsenceKind }

/** Something a person wants or does not want; a day, or a part of it. Weight 1 (would be nice) to 3 (important). */
export type Wish = {
  readonly date: PlainDate
  /** `work`: to be on then. `free`: not to be. */
  readonly kind: 'work' | 'free'
  /** Of the day, `HH:MM`; the whole day when left out. */
  readonly from?: string
  readonly to?: string
  readonly weight: 1 | 2 | 3
}

/** A week before those that are planned, for averages and sums: what is not known as shifts. */
export type EarlierWeek = {
  readonly monday: PlainDate
  readonly workedMinutes: number
  readonly overtimeMinutes: number
  readonly sundayWorked: boolean
  readonly weekendWorked: boolean
}

export type Agent = {
  readonly id: string
  readonly name: string
  readonly skills: readonly string[]
  readonly contract: Contract
  /** When the person can work at all; always when left out. */
  readonly available?: WeekHours
  readonly validFrom?: PlainDate
  readonly validTo?: PlainDate
  readonly absences: readonly Absence[]
  readonly wishes: readonly Wish[]
  /** Of wishes before: how many there were and how many were granted; for fairness. */
  readonly wishesBefore?: { readonly asked: number; readonly granted: number }
  readonly earlier?: readonly EarlierWeek[]
}

export type Shift = {
  readonly id: string
  readonly agentId: string
  readonly from: Minute
  readonly to: Minute
  /** In order, inside the shift. Nobody answers then. */
  readonly breaks: readonly Span[]
  /** Of the working time, so many minutes are overtime. */
  readonly overtimeMinutes?: number
  /** The skill that the whole shift is set aside for; any of the person's when left out. */
  readonly skill?: string
  /** Placed by a person: the solver leaves it as it is. */
  readonly fixed?: boolean
}

/** A kind of shift that may be used: lengths include unpaid breaks. */
export type ShiftTemplate = {
  readonly id: string
  readonly earliestStart: string
  readonly latestStart: string
  /** Starts are tried at every so many minutes from the earliest; a multiple of 15. */
  readonly startEvery: number
  /** Lengths in minutes from start to end, multiples of 15. */
  readonly lengths: readonly number[]
  readonly weekdays: readonly number[]
  readonly breaks: readonly BreakTemplate[]
}

export type BreakTemplate = {
  readonly minutes: number
  /** Minutes from the shift's start to the break's start. */
  readonly earliest: number
  readonly latest: number
  /** The break belongs to shifts of at least this length; to all when left out. */
  readonly fromLength?: number
}

/** Needed people in each quarter of an hour from `from` on, for one queue. */
export type QueueNeed = {
  readonly queueId: string
  /** Who has this skill can answer. */
  readonly skill: string
  readonly need: readonly number[]
  /** 1 unless this queue matters more or less than others. */
  readonly weight?: number
}

/** The grid of a requirement. `from` is a local midnight; a day has 92, 96 or 100 quarters. */
export type RequirementGrid = { readonly from: Minute; readonly queues: readonly QueueNeed[] }

/** Public holidays by date, so that the rules need no calendar of their own. */
export type Holidays = ReadonlySet<PlainDate>

/** One breach of one limit. Units: minutes, days, or count, as the rule says. */
export type Finding<Rule extends string = string> = {
  readonly rule: Rule
  readonly agentId: string
  /** What time it is about: a shift, a gap, a week, a period. */
  readonly from: Minute
  readonly to: Minute
  readonly value: number
  readonly limit: number
  /** The shifts concerned; the last one is what a hand would change first. */
  readonly shiftIds: readonly string[]
}

/** Where fewer are on than are needed: neighbouring quarters of one queue with the same number missing. */
export type ShortInterval = Span & {
  readonly queueId: string
  readonly missing: number
  readonly needed: number
}
