/** The plan's frame: everything that follows from the input alone, looked up by number instead of by name. */

import { toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { minutesOf } from '../../../kernel/clock.ts'
import { keyFor } from '../../edition/rules/distribution-key.ts'
import type { PlanInput, PlanMethod, PlanObserver, PlanParticipant } from './plan-input.ts'
import { nameKey } from './plan-input.ts'
import { daysNeededAfter, firstOpenFrom, type Season, seasonOf } from './season.ts'
import { type TimeWindow, timeWindows } from './time-windows.ts'

export type ChannelFrame = {
  /** The last open day on which a contact may start, so that its attempts and its waiting fit the season. */
  readonly lastDay: number
  /** Numbers of the windows of the frame. */
  readonly windows: readonly number[]
}

export type ParticipantFrame = {
  /** Contacts per channel, in the order of the method's channels. */
  readonly counts: readonly number[]
  readonly total: number
  /** How many channels it uses. */
  readonly channels: number
  /** The same for participants that are compared: equal counts, one class. */
  readonly group: string
  /** The first open day for its contacts. */
  readonly firstDay: number
  /** Per channel the numbers of the scenarios that fit its class. */
  readonly scenarios: readonly (readonly number[])[]
}

export type ObserverFrame = {
  readonly contactsPerWeek: number
  readonly customerOf: ReadonlySet<number>
  /** Participants that the observer must not meet for other reasons. */
  readonly conflicts: ReadonlySet<number>
  /** Numbers of the channels that the observer is qualified for; null: all. */
  readonly channels: ReadonlySet<number> | null
  /** Minutes since midnight by weekday; null: every weekday at any time. */
  readonly hours: ReadonlyMap<number, TimeWindow> | null
  /** Epoch days, both included. */
  readonly absences: readonly { readonly from: number; readonly to: number }[]
}

export type Frame = {
  readonly method: PlanMethod
  readonly season: Season
  readonly channels: readonly ChannelFrame[]
  readonly windows: readonly TimeWindow[]
  readonly participants: readonly ParticipantFrame[]
  readonly observers: readonly ObserverFrame[]
}

export function frameOf({ method, participants, observers }: Omit<PlanInput, 'seed'>): Frame {
  const season = seasonOf(method.calendar)
  const windows: TimeWindow[] = []
  const channels = method.channels.map((channel) => ({
    lastDay: season.openDays.length - 1 - daysNeededAfter(channel.protocol),
    windows: timeWindows(channel.window).map((window) => windowNumber(windows, window)),
  }))
  return {
    method,
    season,
    channels,
    windows,
    participants: participantFrames(method, season, participants),
    observers: observerFrames(observers, participants, method),
  }
}

function windowNumber(windows: TimeWindow[], { from, to }: TimeWindow): number {
  const known = windows.findIndex((window) => window.from === from && window.to === to)
  return known >= 0 ? known : windows.push({ from, to }) - 1
}

/** Counts depend on the channel set alone and scenarios on the class alone, so both are worked out once each. */
function participantFrames(
  method: PlanMethod,
  season: Season,
  participants: readonly PlanParticipant[],
): readonly ParticipantFrame[] {
  const countsBySet = new Map<string, readonly number[]>()
  const scenariosByClass = new Map<string, readonly (readonly number[])[]>()
  return participants.map((participant) => {
    const key = once(countsBySet, participant.channels.toSorted().join(), () => {
      const { counts } = keyFor(method, participant.channels)
      return method.channels.map(({ id }) => counts[id] ?? 0)
    })
    const firstDay = participant.joins ? firstOpenFrom(season, toEpochDay(participant.joins)) : 0
    const open = firstDay < season.openDays.length && !participant.withdrawn
    const counts = open ? key : key.map(() => 0)
    return {
      counts,
      total: counts.reduce((sum, count) => sum + count, 0),
      channels: key.filter((count) => count > 0).length,
      group: `${counts.join()} ${participant.class}`,
      firstDay,
      scenarios: once(scenariosByClass, participant.class, () => scenariosFor(method, participant.class)),
    }
  })
}

/** Per channel: the scenarios made for the class and the general ones. */
function scenariosFor(method: PlanMethod, className: string): readonly (readonly number[])[] {
  return method.channels.map(({ id }) =>
    method.scenarios.flatMap((scenario, number) =>
      scenario.channels.includes(id) &&
      (scenario.classes.length === 0 || scenario.classes.includes(className))
        ? [number]
        : [],
    ),
  )
}

function observerFrames(
  observers: readonly PlanObserver[],
  participants: readonly PlanParticipant[],
  method: PlanMethod,
): readonly ObserverFrame[] {
  const numberOf = new Map(participants.map(({ name }, number) => [nameKey(name), number]))
  const numbers = (names: readonly string[] = []) =>
    new Set(names.flatMap((name) => numberOf.get(nameKey(name)) ?? []))
  return observers.map(({ contactsPerWeek, customerOf, conflicts, channels, hours, absences }) => ({
    contactsPerWeek,
    customerOf: numbers(customerOf),
    conflicts: numbers(conflicts),
    channels: channels
      ? new Set(method.channels.flatMap(({ id }, number) => (channels.includes(id) ? [number] : [])))
      : null,
    hours: hours
      ? new Map(hours.map(({ weekday, from, to }) => [weekday, { from: minutesOf(from), to: minutesOf(to) }]))
      : null,
    absences: absences.map(({ from, to }) => ({ from: toEpochDay(from), to: toEpochDay(to) })),
  }))
}

/** The open days from the participant's first one to the last one that any of its channels can use. */
export function spanOf(frame: Frame, participant: number): number {
  const { counts, firstDay } = frame.participants[participant]!
  const lastDays = frame.channels.map(({ lastDay }, channel) => (counts[channel]! > 0 ? lastDay : firstDay))
  return Math.max(1, Math.max(...lastDays) + 1 - firstDay)
}

export function isAbsent(observer: ObserverFrame, epochDay: number): boolean {
  return observer.absences.some(({ from, to }) => from <= epochDay && epochDay <= to)
}

/** Whether the observer can make contacts on a day at all: neither absent nor on a weekday that is not theirs. */
export function isThere(observer: ObserverFrame, epochDay: number): boolean {
  return !isAbsent(observer, epochDay) && (observer.hours?.has(weekdayOf(epochDay)) ?? true)
}

/** Whether the whole of a contact's time lies within the observer's hours; a contact without a time yet does. */
export function isWithinHours(
  { hours }: ObserverFrame,
  { day, from, to }: { readonly day: number; readonly from: number; readonly to: number },
): boolean {
  if (hours === null) return true
  const own = hours.get(weekdayOf(day))
  return own !== undefined && (from === to || (own.from <= from && to <= own.to))
}

function once<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
