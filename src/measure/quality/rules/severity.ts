/**
 * Who scores the same more severely or more leniently than others, when participants, channels and scenarios are taken
 * out; and what the ranking would be without it. A sensitivity, never the result.
 */
import { normalQuantile } from '../../../kernel/statistics.ts'
import { rank } from '../../results/rules/rank.ts'
import type { AdjustedParticipant, ObserverQuality } from '../contract.ts'
import type { QualityContact } from './contact.ts'
import { fitMixed, type MixedFit } from './mixed-model.ts'
import { scoreModel } from './score-model.ts'

export type Severity = Omit<ObserverQuality, 'drift'>

export type SeverityStudy = {
  readonly observers: readonly Severity[]
  /** What is left of each contact's score, in the order of the contacts. */
  readonly residuals: Float64Array
}

const z = normalQuantile(0.975)

/** Only answered contacts: the 0 of an unanswered one is the clock's, not the observer's. */
export function severityOf(answered: readonly QualityContact[]): SeverityStudy | undefined {
  const model = scoreModel(answered)
  if (!model) return undefined
  const fit = fitMixed(model.design, model.values)
  const at = model.design.factors.findIndex(({ name }) => name === 'observer')
  return { observers: observersOf(answered, fit, at), residuals: fit.residuals }
}

function observersOf(answered: readonly QualityContact[], fit: MixedFit, factor: number): Severity[] {
  const groups = Map.groupBy(answered, ({ observerId }) => observerId)
  return [...groups.keys()].sort().flatMap((observerId, level) => {
    if (observerId === '') return []
    const own = groups.get(observerId)!
    const { effect, error } = fit.effects[factor]![level]!
    const interval: [number, number] = [effect - z * error, effect + z * error]
    return {
      observerId,
      name: own[0]!.observer,
      contacts: own.length,
      mean: own.reduce((sum, { score }) => sum + score, 0) / own.length,
      effect,
      interval,
      verdict: verdictOf(interval),
    }
  })
}

/** Said only where the interval leaves no doubt of the side. Example: −6 to −1 → severe. */
export function verdictOf([low, high]: readonly [number, number]): Severity['verdict'] {
  return high < 0 ? 'severe' : low > 0 ? 'lenient' : 'unclear'
}

/** Totals and places within the class with each answered contact's observer taken out. */
export function adjustedTotals(
  contacts: readonly QualityContact[],
  observers: readonly Pick<Severity, 'observerId' | 'effect'>[],
): AdjustedParticipant[] {
  const effects = new Map(observers.map(({ observerId, effect }) => [observerId, effect]))
  const totals = [...Map.groupBy(contacts, ({ participantId }) => participantId).values()].map((own) => {
    const { participantId, participant, class: className } = own[0]!
    const total = own.reduce((sum, { score }) => sum + score, 0) / own.length
    const taken = own.reduce(
      (sum, { answered, observerId }) => sum + (answered ? (effects.get(observerId) ?? 0) : 0),
      0,
    )
    return { participantId, participant, class: className, total, adjusted: total - taken / own.length }
  })
  return [...Map.groupBy(totals, (one) => one.class).values()].flatMap((members) => {
    const places = rank(members.map(({ total }) => ({ value: total })))
    const adjusted = rank(members.map((one) => ({ value: one.adjusted })))
    return members.map((one, at) => ({ ...one, rank: places[at]!, adjustedRank: adjusted[at]! }))
  })
}
