/** The figures of the fairness report: counts over channels, time, people and scenarios, broken rules or not. */

import { isoWeek, weekdayOf } from '../../../../kernel/calendar.ts'
import { clockOf } from '../../../../kernel/clock.ts'
import { dateTexts } from '../columns.ts'
import { spanOf } from '../frame.ts'
import { weekNumber } from '../season.ts'
import { channelCounts } from './count-rules.ts'
import { observerShares } from './observer-rules.ts'
import { type PlanView, placeInSeason, plannedParticipants } from './plan-view.ts'
import type { Fairness } from './report.ts'

type Figures = Fairness['figures']

export function planFigures(plan: PlanView): Figures {
  const { frame } = plan
  const dateOf = dateTexts()
  const perDay = dayCounts(plan)
  return {
    season: {
      start: dateOf(frame.season.start),
      end: dateOf(frame.season.end),
      openDays: frame.season.openDays.length,
    },
    channelSets: channelSets(plan),
    channels: byChannel(plan, (channel) =>
      plan.columns.channel.reduce((n, c) => n + (c === channel ? 1 : 0), 0),
    ),
    weeks: weekFigures(plan, perDay),
    weekdays: weekdayFigures(plan, perDay),
    days: Array.from(frame.season.openDays, (day) => ({ date: dateOf(day), contacts: perDay.get(day) ?? 0 })),
    hours: hourFigures(plan),
    gaps: gapFigures(plan),
    observers: observerFigures(plan),
    repeatedMeetings: repeatedMeetings(plan),
    scenarios: scenarioFigures(plan),
  }
}

function dayCounts({ columns }: PlanView): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const day of columns.day) counts.set(day, (counts.get(day) ?? 0) + 1)
  return counts
}

function byChannel(
  { input }: PlanView,
  count: (channel: number) => number,
): Partial<Record<Figures['channelSets'][number]['channels'][number], number>> {
  return Object.fromEntries(input.method.channels.map(({ id }, channel) => [id, count(channel)]))
}

function channelSets(plan: PlanView): Figures['channelSets'] {
  const sets = Map.groupBy(plannedParticipants(plan), (number) =>
    plan.frame.participants[number]!.counts.join(),
  )
  return [...sets.values()].map((members) => {
    const key = plan.frame.participants[members[0]!]!.counts
    const counts = members.map((participant) => channelCounts(plan, participant))
    const used = (channel: number) => key[channel]! > 0
    const extreme = (pick: (a: number, b: number) => number) =>
      byChannelUsed(plan, used, (channel) => counts.map((own) => own[channel]!).reduce((a, b) => pick(a, b)))
    return {
      channels: plan.input.method.channels.filter((_, channel) => used(channel)).map(({ id }) => id),
      participants: members.length,
      key: byChannelUsed(plan, used, (channel) => key[channel]!),
      least: extreme(Math.min),
      most: extreme(Math.max),
    }
  })
}

function byChannelUsed(
  plan: PlanView,
  used: (channel: number) => boolean,
  count: (channel: number) => number,
) {
  const ids = plan.input.method.channels.map(({ id }) => id)
  return Object.fromEntries(ids.flatMap((id, channel) => (used(channel) ? [[id, count(channel)]] : [])))
}

function weekFigures({ frame }: PlanView, perDay: ReadonlyMap<number, number>): Figures['weeks'] {
  const { start, end, openIndex } = frame.season
  const days = Array.from({ length: end - start + 1 }, (_, index) => start + index)
  return [...Map.groupBy(days, weekNumber).values()].map((week) => ({
    week: isoWeek(dateTexts()(week[0]!)),
    openDays: week.filter((day) => openIndex[day - start]! >= 0).length,
    contacts: week.reduce((sum, day) => sum + (perDay.get(day) ?? 0), 0),
  }))
}

function weekdayFigures({ frame }: PlanView, perDay: ReadonlyMap<number, number>): Figures['weekdays'] {
  return [1, 2, 3, 4, 5].map((weekday) => {
    const open = Array.from(frame.season.openDays).filter((day) => weekdayOf(day) === weekday)
    return {
      weekday,
      openDays: open.length,
      contacts: open.reduce((sum, day) => sum + (perDay.get(day) ?? 0), 0),
    }
  })
}

function hourFigures({ columns }: PlanView): Figures['hours'] {
  const counts = new Map<number, number>()
  for (let row = 0; row < columns.length; row++) {
    const cell = (columns.from[row]! * 1440 + columns.to[row]!) * 8 + weekdayOf(columns.day[row]!)
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([cell, contacts]) => ({
      from: clockOf(Math.floor(cell / 8 / 1440)),
      to: clockOf(Math.floor(cell / 8) % 1440),
      weekday: cell % 8,
      contacts,
    }))
}

function gapFigures(plan: PlanView): Figures['gaps'] {
  let [min, max, steps, participants] = [Number.POSITIVE_INFINITY, 0, 0, 0]
  for (const participant of plannedParticipants(plan)) {
    const places = Array.from(plan.byParticipant[participant]!, (row) =>
      placeInSeason(plan, plan.columns.day[row]!),
    )
    for (let next = 1; next < places.length; next++) {
      min = Math.min(min, places[next]! - places[next - 1]!)
      max = Math.max(max, places[next]! - places[next - 1]!)
    }
    steps += spanOf(plan.frame, participant) / plan.frame.participants[participant]!.total
    participants += 1
  }
  if (min > max) return null
  return { min, max, even: Math.round((100 * steps) / participants) / 100 }
}

function observerFigures(plan: PlanView): Figures['observers'] {
  const shares = observerShares(plan)
  return plan.input.observers.map(({ id }, observer) => {
    const rows = plan.byObserver[observer]!
    const weeks = new Map<number, number>()
    for (const row of rows) {
      const week = weekNumber(plan.columns.day[row]!)
      weeks.set(week, (weeks.get(week) ?? 0) + 1)
    }
    return {
      observer: id,
      contacts: rows.length,
      share: Math.round(shares[observer]! * 10) / 10,
      busiestWeek: Math.max(0, ...weeks.values()),
    }
  })
}

function repeatedMeetings({ columns, byParticipant }: PlanView): number {
  return byParticipant.reduce((sum, rows) => {
    const met = Array.from(rows, (row) => columns.observer[row]!).filter((observer) => observer >= 0)
    return sum + met.length - new Set(met).size
  }, 0)
}

function scenarioFigures({ input, columns }: PlanView): Figures['scenarios'] {
  const counts = new Int32Array(input.method.scenarios.length)
  for (const scenario of columns.scenario) if (scenario >= 0) counts[scenario]! += 1
  return input.method.scenarios.map(({ id }, scenario) => ({ scenario: id, contacts: counts[scenario]! }))
}
