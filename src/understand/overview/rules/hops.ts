/** Where customers go when one channel did not settle it: steps between channels within a case, and bounce-backs. */
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import type { Case } from './cases.ts'

export type Hop = {
  readonly from: EnquiryChannel
  readonly to: EnquiryChannel
  /** Steps from the one to the other; from a channel to itself is a return, not a hop. */
  readonly steps: number
  /** Those of them that come back to where the case had been before the last step: A → B → A. */
  readonly bounces: number
}

/**
 * Every step from contact to contact within cases.
 *
 * @example chatbot → phone → chatbot is the steps chatbot–phone and phone–chatbot, the latter a bounce-back
 */
export function hopsOf(cases: readonly Pick<Case, 'contacts'>[]): readonly Hop[] {
  const hops = new Map<string, { from: EnquiryChannel; to: EnquiryChannel; steps: number; bounces: number }>()
  for (const { contacts } of cases) {
    for (let at = 1; at < contacts.length; at++) {
      const [from, to] = [contacts[at - 1]!.channel, contacts[at]!.channel]
      const hop = hops.get(`${from} ${to}`) ?? { from, to, steps: 0, bounces: 0 }
      hop.steps += 1
      if (from !== to && at >= 2 && contacts[at - 2]!.channel === to) hop.bounces += 1
      hops.set(`${from} ${to}`, hop)
    }
  }
  return [...hops.values()]
}

export type HopSummary = {
  readonly steps: number
  /** Steps to another channel. */
  readonly hops: number
  readonly bounces: number
}

export function summariseHops(hops: readonly Hop[]): HopSummary {
  return {
    steps: sum(hops, ({ steps }) => steps),
    hops: sum(hops, ({ from, to, steps }) => (from === to ? 0 : steps)),
    bounces: sum(hops, ({ bounces }) => bounces),
  }
}

const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((total, item) => total + of(item), 0)
