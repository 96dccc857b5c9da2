/** A plan as columns: contact `k` is entry `k` of each. Half a million contacts are a few arrays, not objects. */

import { fromEpochDay, type PlainDate, toEpochDay } from '../../../kernel/calendar.ts'
import { clockOf, minutesOf } from '../../../kernel/clock.ts'
import type { PlanInput, PlannedContact } from './plan-input.ts'

export type PlanColumns = {
  readonly length: number
  /** Consecutive from 1 in the order of dates in a new plan. */
  readonly number: Int32Array
  /** Numbers in the lists of the input and the method. */
  readonly participant: Int32Array
  readonly channel: Uint8Array
  /** -1: nobody could take it. */
  readonly observer: Int32Array
  /** -1: none fits. */
  readonly scenario: Int16Array
  /** Epoch day. */
  readonly day: Int32Array
  /** Minutes since midnight. */
  readonly from: Int16Array
  readonly to: Int16Array
  /** 1: done or started. */
  readonly locked: Uint8Array
}

type Lists = Pick<PlanInput, 'method' | 'participants' | 'observers'>

export function emptyColumns(length: number): PlanColumns {
  return {
    length,
    number: new Int32Array(length),
    participant: new Int32Array(length),
    channel: new Uint8Array(length),
    observer: new Int32Array(length).fill(-1),
    scenario: new Int16Array(length).fill(-1),
    day: new Int32Array(length),
    from: new Int16Array(length),
    to: new Int16Array(length),
    locked: new Uint8Array(length),
  }
}

/** Contacts of unknown participants or channels are refused with a RangeError: they belong to another input. */
export function toColumns(contacts: readonly PlannedContact[], lists: Lists): PlanColumns {
  const columns = emptyColumns(contacts.length)
  const participantOf = numbersById(lists.participants)
  const observerOf = numbersById(lists.observers)
  const scenarioOf = numbersById(lists.method.scenarios)
  const channelOf = numbersById(lists.method.channels)
  contacts.forEach((contact, row) => {
    const participant = participantOf.get(contact.participant)
    const channel = channelOf.get(contact.channel)
    if (participant === undefined)
      throw new RangeError(`contact of an unknown participant: ${contact.participant}`)
    if (channel === undefined) throw new RangeError(`contact on an unknown channel: ${contact.channel}`)
    columns.number[row] = contact.number
    columns.participant[row] = participant
    columns.channel[row] = channel
    columns.observer[row] = contact.observer === null ? -1 : (observerOf.get(contact.observer) ?? -1)
    columns.scenario[row] = contact.scenario === null ? -1 : (scenarioOf.get(contact.scenario) ?? -1)
    columns.day[row] = toEpochDay(contact.date)
    columns.from[row] = minutesOf(contact.from)
    columns.to[row] = minutesOf(contact.to)
    columns.locked[row] = contact.locked ? 1 : 0
  })
  return columns
}

export function toContacts(columns: PlanColumns, lists: Lists): PlannedContact[] {
  const dateOf = dateTexts()
  return Array.from({ length: columns.length }, (_, row) => ({
    number: columns.number[row]!,
    participant: lists.participants[columns.participant[row]!]!.id,
    channel: lists.method.channels[columns.channel[row]!]!.id,
    date: dateOf(columns.day[row]!),
    from: clockOf(columns.from[row]!),
    to: clockOf(columns.to[row]!),
    observer: lists.observers[columns.observer[row]!]?.id ?? null,
    scenario: lists.method.scenarios[columns.scenario[row]!]?.id ?? null,
    ...(columns.locked[row] ? { locked: true } : {}),
  }))
}

function numbersById(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, number) => [id, number]))
}

/** A plan has thousands of contacts and few dates: each is written once. */
export function dateTexts(): (epochDay: number) => PlainDate {
  const texts = new Map<number, PlainDate>()
  return (epochDay) => {
    const known = texts.get(epochDay)
    if (known) return known
    const text = fromEpochDay(epochDay)
    texts.set(epochDay, text)
    return text
  }
}
