/** All the figures about the quality of an edition's data, from its scored contacts and those coded twice. */
import { seededRandom } from '../../../kernel/random.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import type { ObserverQuality, QualityFigures } from '../contract.ts'
import { agreementOf } from './agreement.ts'
import type { CodedTwice, QualityContact } from './contact.ts'
import { holm, seasonOf, trendOf, weekOf } from './drift.ts'
import { consistencyOf, itemsOf, itemTable, pairsOf } from './items.ts'
import { adjustedTotals, type Severity, severityOf } from './severity.ts'
import { varianceOf } from './variance.ts'

/** Goes up when other figures come out of the same contacts, so that stored ones are computed again. */
export const qualityVersion = 3
export const qualitySeed = '1'

export type QualityInput = {
  readonly method: EditionMethod
  readonly contacts: readonly QualityContact[]
  readonly pairs: readonly CodedTwice[]
}

/** The same contacts give the same figures, in whatever order they come. */
export function qualityOf(
  { method, contacts: unsorted, pairs }: QualityInput,
  seed = qualitySeed,
): QualityFigures {
  const contacts = unsorted.toSorted(byPlace)
  const answered = contacts.filter((contact) => contact.answered)
  const study = severityOf(answered)
  const table = itemTable(method, answered)
  const { start } = method.calendar
  const dated = answered.map(({ observerId, date }, at) => ({
    observerId,
    week: weekOf(date, start),
    value: study?.residuals[at] ?? 0,
  }))
  return {
    version: qualityVersion,
    seed,
    methodVersion: method.methodVersion,
    contacts: contacts.length,
    answered: answered.length,
    variance: varianceOf(contacts, seed),
    observers: withDrift(study?.observers ?? [], dated, seed),
    adjusted: study ? adjustedTotals(contacts, study.observers) : [],
    season: study ? seasonOf(dated, start, seededRandom(`${seed}\u0000season`)) : null,
    agreement: agreementOf(method, pairs, seed),
    items: itemsOf(table),
    pairs: pairsOf(table),
    consistency: consistencyOf({ method, answered, random: seededRandom(`${seed}\u0000consistency`) }),
  }
}

const keyOf = (contact: QualityContact) =>
  `${contact.participantId} ${contact.channel} ${contact.date} ${contact.scenario} ${contact.observerId} ${contact.score}`

function byPlace(a: QualityContact, b: QualityContact): number {
  const [one, other] = [keyOf(a), keyOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

type DatedObserver = { readonly observerId: string; readonly week: number; readonly value: number }

function withDrift(
  observers: readonly Severity[],
  dated: readonly DatedObserver[],
  seed: string,
): ObserverQuality[] {
  const trends = observers.map(({ observerId }) =>
    trendOf(
      dated.filter((point) => point.observerId === observerId),
      seededRandom(`${seed}\u0000drift ${observerId}`),
    ),
  )
  const chances = holm(trends.map((trend) => trend?.p ?? 1))
  return observers.map((observer, at) => {
    const trend = trends[at]
    return { ...observer, drift: trend ? { ...trend, p: chances[at]! } : null }
  })
}
