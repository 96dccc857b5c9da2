/**
 * What the good contacts have in common (M7.5): for every performance how often it was at its best among them and
 * among the other answered ones. With a full score all are at their best by definition; what is learnt then is what
 * the others lack, and which single question stood between a contact and a full score.
 */
import type { EditionMethod } from '../../../edition/contract.ts'
import type { CompiledMethod, CompiledQuestion } from '../../../results/rules/compiled-form.ts'
import type { GoodContacts, SharedPerformance } from '../../contract.ts'
import { clusteredDifference, type ShareCounts } from '../clustered-difference.ts'
import { byParticipant, channelsOf, type InsightContact } from '../insight-contact.ts'
import { standing } from '../standing.ts'

/** Share of false findings among those that are said to stand. */
const falseRate = 0.05
const examplesEach = 5
/** With fewer contacts than this in a group, what it shares may be chance whatever the figures say. */
const fewestInGroup = 10
const noise = 1e-9

/** By the two highest bands of the method: contacts in them or above, against the rest of the answered ones. */
export function goodContacts(
  compiled: CompiledMethod,
  contacts: readonly InsightContact[],
  level: number,
): GoodContacts[] {
  const answered = contacts.filter((contact) => contact.answered)
  return goodLevels(compiled.method).map(({ from, bands }): GoodContacts => {
    const good = answered.filter(({ score }) => score >= from - noise)
    return {
      from,
      bands,
      n: good.length,
      of: answered.length,
      participants: new Set(good.map(({ participantId }) => participantId)).size,
      performances: performances(compiled, answered, { from, level }),
      channels: channelsOf(answered).map((channel) => ({
        channel,
        good: good.filter((contact) => contact.channel === channel).length,
        of: answered.filter((contact) => contact.channel === channel).length,
      })),
      oneStep: from >= 100 ? oneStep(compiled, answered) : [],
      examples: byParticipant(good).flatMap(([participantId, own]) =>
        own
          .toSorted((a, b) => (a.date < b.date ? 1 : -1))
          .slice(0, examplesEach)
          .map(({ contactId }) => ({ contactId, participantId })),
      ),
    }
  })
}

function goodLevels({ bands }: EditionMethod): readonly { from: number; bands: string[] }[] {
  const ordered = bands.toSorted((a, b) => b.from - a.from).filter(({ from }) => from > 0)
  return ordered
    .slice(0, 2)
    .map(({ from }, at) => ({ from, bands: ordered.slice(0, at + 1).map(({ id }) => id) }))
}

type Limit = { readonly from: number; readonly level: number }

function performances(
  compiled: CompiledMethod,
  answered: readonly InsightContact[],
  { from, level }: Limit,
): SharedPerformance[] {
  const people = byParticipant(answered)
  const found = compiled.method.questions
    .filter(({ scored }) => scored)
    .flatMap(({ id }) => {
      const counts = people.map(([, own]) => countBest(compiled, own, { question: id, from }))
      const difference = clusteredDifference(counts, level)
      if (!difference) return []
      const isFew = Math.min(difference.goodOf, difference.restOf) < fewestInGroup
      return [{ question: id, ...difference, ...(isFew ? { interval: null, probability: null } : {}) }]
    })
  const stands = standing(
    found.map(({ probability }) => probability),
    falseRate,
  )
  return found
    .map(({ probability: _, ...one }, at) => ({ ...one, stands: stands[at]! }))
    .sort((a, b) => Number(a.interval === null) - Number(b.interval === null) || b.difference - a.difference)
}

function countBest(
  compiled: CompiledMethod,
  own: readonly InsightContact[],
  { question, from }: { readonly question: string; readonly from: number },
): ShareCounts {
  const counts = { good: 0, goodOf: 0, rest: 0, restOf: 0 }
  for (const contact of own) {
    const lost = lostOn(compiled, contact, question)
    if (lost === undefined) continue
    const isGood = contact.score >= from - noise
    counts[isGood ? 'goodOf' : 'restOf']++
    if (lost === 0) counts[isGood ? 'good' : 'rest']++
  }
  return counts
}

/** Points lost on a question; undefined where it was not asked or not applicable. */
function lostOn(compiled: CompiledMethod, contact: InsightContact, question: string): number | undefined {
  const asked = compiled.forms.get(contact.channel)!.scoredQuestions.find(({ id }) => id === question)
  return asked && lost(asked, contact)
}

function lost({ id, options, points, best }: CompiledQuestion, contact: InsightContact): number | undefined {
  const choice = options.get(contact.answers[id] ?? '')
  return choice === undefined ? undefined : best - points[choice]!
}

/** Contacts that lost points on one single question, counted by the question, the most common first. */
function oneStep(compiled: CompiledMethod, answered: readonly InsightContact[]): GoodContacts['oneStep'] {
  const counts = new Map<string, number>()
  for (const contact of answered) {
    const missed = compiled.forms
      .get(contact.channel)!
      .scoredQuestions.filter((question) => (lost(question, contact) ?? 0) > 0)
    if (missed.length === 1) counts.set(missed[0]!.id, (counts.get(missed[0]!.id) ?? 0) + 1)
  }
  return [...counts].map(([question, count]) => ({ question, count })).sort((a, b) => b.count - a.count)
}
