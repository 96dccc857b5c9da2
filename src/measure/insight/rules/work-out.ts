/** Everything that insight works out, from an edition's contacts: for an edition or a class, and for a participant. */

import type { EditionMethod } from '../../edition/contract.ts'
import { type CompiledMethod, compileMethod } from '../../results/rules/compiled-form.ts'
import { randomFor } from '../../results/rules/resample.ts'
import { defaultSeed } from '../../results/rules/results.ts'
import type { KeptGap, ParticipantInsight, ScopeInsight } from '../contract.ts'
import { type ChannelCounts, channelReadings } from './channels/channel-readings.ts'
import { driversOf } from './drivers/drivers.ts'
import { gapBetween, gapToTarget } from './gap/gap.ts'
import { type GapGroup, gapGroup, pooled, totalOf } from './gap/gap-group.ts'
import { chooseReferences, type Standing } from './gap/references.ts'
import { formDifferences } from './good/form-differences.ts'
import { goodContacts } from './good/good-contacts.ts'
import { byParticipant, type InsightContact } from './insight-contact.ts'
import { hoursOf, monthsOf, weeksOf } from './season/season.ts'

/** Resampled copies behind the intervals of gaps and channels, and behind those of the drivers. */
const gapResamples = 1000
const driverResamples = 400

export function insightOfScope(method: EditionMethod, contacts: readonly InsightContact[]): ScopeInsight {
  const compiled = compileMethod(method)
  const { level } = method.score.interval
  const rule = { total: method.score.total, level }
  const drawing = { random: () => randomFor(defaultSeed, 'drivers'), resamples: driverResamples, level }
  return {
    participants: new Set(contacts.map(({ participantId }) => participantId)).size,
    n: contacts.length,
    nAnswered: contacts.filter(({ answered }) => answered).length,
    drivers: driversOf(compiled, contacts, drawing),
    good: goodContacts(compiled, contacts, level),
    forms: formDifferences(compiled, contacts, level),
    months: monthsOf(contacts, rule),
    weeks: weeksOf(contacts, rule),
    hours: hoursOf(contacts, rule),
  }
}

/**
 * One participant against everything that it can be held against. All references are worked out; which of them a
 * person may see is settled when they are read. Undefined for one without contacts.
 */
export function insightOfParticipant(
  method: EditionMethod,
  contacts: readonly InsightContact[],
  participantId: string,
): ParticipantInsight | undefined {
  const compiled = compileMethod(method)
  const { level } = method.score.interval
  const people = byParticipant(contacts)
  const ownContacts = people.find(([id]) => id === participantId)?.[1]
  if (!ownContacts) return undefined
  const chosen = chooseReferences(standingsOf(people, method), participantId, everything)
  const wanted = new Set([
    participantId,
    ...chosen.flatMap(({ members }) => members),
    ...classOf(people, participantId),
  ])
  const groups = new Map(
    people.flatMap(([id, list]) => (wanted.has(id) ? [[id, groupOf(compiled, list)] as const] : [])),
  )
  const own = groups.get(participantId)!
  const gaps = chosen.flatMap(({ reference, members }): KeptGap[] => {
    const group = pooled(members.map((id) => groups.get(id)!))
    const gap = gapBetween(compiled, { own, reference: group, level })
    return gap ? [{ reference, members: [...members], ...gap }] : []
  })
  const others = people.filter(([id]) => id !== participantId && classOf(people, participantId).includes(id))
  const rule = { total: method.score.total, level }
  const { participant, class: className } = ownContacts[0]!
  return {
    participant,
    class: className,
    total: totalOf(own.sums),
    gaps,
    channels: channelReadings(compiled, {
      own,
      counts: countsOf(ownContacts),
      others: others.map(([id, list]) => ({ group: groups.get(id)!, counts: countsOf(list) })),
      level,
    }),
    months: monthsOf(ownContacts, rule),
    classMonths: monthsOf(
      contacts.filter((contact) => contact.class === className),
      rule,
    ),
    editionMonths: monthsOf(contacts, rule),
  }
}

/** What a participant's gap to a wanted total is made of; undefined where it has no total, or has reached it. */
export function gapToWanted(method: EditionMethod, contacts: readonly InsightContact[], target: number) {
  if (contacts.length === 0) return undefined
  const compiled = compileMethod(method)
  return gapToTarget(compiled, {
    own: groupOf(compiled, contacts),
    target,
    level: method.score.interval.level,
  })
}

const everything = { mayName: () => true, maySeeClass: true }

type People = ReturnType<typeof byParticipant>

/** The same draws for a participant wherever it is part of something. */
function groupOf(compiled: CompiledMethod, contacts: readonly InsightContact[]): GapGroup {
  const random = randomFor(defaultSeed, contacts[0]!.participant)
  return gapGroup(compiled, contacts, { random, resamples: gapResamples })
}

function standingsOf(people: People, method: EditionMethod): Standing[] {
  const compiled = compileMethod(method)
  return people.flatMap(([participantId, contacts]): Standing[] => {
    const { sums } = gapGroup(compiled, contacts, { random: () => 0, resamples: 0 })
    const total = totalOf(sums)
    return total === null ? [] : [{ participantId, class: contacts[0]!.class, total }]
  })
}

function classOf(people: People, participantId: string): readonly string[] {
  const own = people.find(([id]) => id === participantId)![1][0]!.class
  return people.flatMap(([id, contacts]) => (contacts[0]!.class === own ? [id] : []))
}

function countsOf(contacts: readonly InsightContact[]): ChannelCounts {
  const channels = Map.groupBy(contacts, ({ channel }) => channel)
  return Object.fromEntries(
    [...channels].map(([channel, list]) => [
      channel,
      { n: list.length, unanswered: list.filter(({ answered }) => !answered).length },
    ]),
  )
}
