/** What a plan is made from, as data. Names are told apart without regard to letter case and spacing. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'

/** The parts of an edition's method that the plan follows from. */
export type PlanMethod = Pick<
  EditionMethod,
  | 'calendar'
  | 'channels'
  | 'channelSlots'
  | 'keyTieOrder'
  | 'contactsPerParticipant'
  | 'observers'
  | 'scenarioRepeatDays'
  | 'scenarios'
>

export type PlanParticipant = {
  readonly id: string
  readonly name: string
  readonly class: string
  /** The channels by which it can be reached; which of them are used follows from the method's slots. */
  readonly channels: readonly ChannelId[]
  /** The first day for its contacts, when it joined after the start. */
  readonly joins?: PlainDate | undefined
  /** It gets no further contacts. */
  readonly withdrawn?: boolean | undefined
}

/** Local hours of one weekday, Monday 1 … Friday 5; `to` itself is outside. */
export type WeekdayHours = { readonly weekday: number; readonly from: string; readonly to: string }

export type DateSpan = { readonly from: PlainDate; readonly to: PlainDate }

export type PlanObserver = {
  readonly id: string
  readonly name: string
  readonly contactsPerWeek: number
  /** Names of the participants where the observer is a customer. */
  readonly customerOf: readonly string[]
  /** Names of the participants that the observer must not meet for other reasons: work, a close relation. */
  readonly conflicts?: readonly string[] | undefined
  /** The channels that the observer is qualified for; without them all. */
  readonly channels?: readonly ChannelId[] | undefined
  /** When the observer can make contacts; without them on every weekday at any time. */
  readonly hours?: readonly WeekdayHours[] | undefined
  /** Both days included. */
  readonly absences: readonly DateSpan[]
}

export type PlanInput = {
  readonly method: PlanMethod
  readonly participants: readonly PlanParticipant[]
  readonly observers: readonly PlanObserver[]
  readonly seed: string
}

/** One contact of a plan, as it is shown, stored and exported. */
export type PlannedContact = {
  readonly number: number
  /** Ids; the observer is null when nobody could take it, the scenario when none fits. */
  readonly participant: string
  readonly channel: ChannelId
  readonly date: PlainDate
  readonly from: string
  readonly to: string
  readonly observer: string | null
  readonly scenario: string | null
  /** Done or started: a new plan leaves it as it is. */
  readonly locked?: boolean | undefined
}

/** The same name written with other spacing or letter case gives the same key. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb')
}
