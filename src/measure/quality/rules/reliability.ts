/**
 * How much of the spread between participants' totals is real, from the parts of the variance (a decision study in
 * generalisability theory; Brennan 2001, ch. 4). The participant's own channel mix is fixed; contacts, observers and
 * scenarios are a sample.
 */
import type { ComponentId } from '../contract.ts'

export type Variances = Readonly<Record<ComponentId, number>>

/** How a participant's contacts are spread. */
export type Facets = {
  readonly contacts: number
  /** Σ share² over its channels: 1 with a single channel, ⅓ with three equal ones. */
  readonly channelWeight: number
  /** Observers and scenarios that a participant meets, as equal parts; they grow with the contacts. */
  readonly observersEach: number
  readonly scenariosEach: number
  /** All there are: no participant can meet more. */
  readonly observers: number
  readonly scenarios: number
}

/**
 * Example (Shrout and Fleiss 1979; one contact = one judge): target 2.56, judge 5.24, rest 1.02 → 0.29 with one
 * judge and 0.62 with four.
 */
export function reliabilityOf(variances: Variances, facets: Facets, contacts: number): number {
  const growth = contacts / facets.contacts
  const observers = Math.min(facets.observers, Math.max(1, facets.observersEach * growth))
  const scenarios = Math.min(facets.scenarios, Math.max(1, facets.scenariosEach * growth))
  const real = variances.participant + variances.participantChannel * facets.channelWeight
  const error = variances.rest / contacts + variances.observer / observers + variances.scenario / scenarios
  return real + error === 0 ? 0 : real / (real + error)
}

const mostContacts = 500

/** The fewest contacts with which the reliability is reached; null when 500 do not suffice. */
export function contactsForReliability(variances: Variances, facets: Facets, goal: number): number | null {
  for (let contacts = 1; contacts <= mostContacts; contacts++) {
    if (reliabilityOf(variances, facets, contacts) >= goal) return contacts
  }
  return null
}
