/**
 * Contacts, cases and first contact resolution by fixed definitions (U3.5). A contact is one conversation, however
 * many legs it has. A case is the contacts of one customer about one topic with gaps of at most so many days.
 */
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'

/** Days between two contacts that still are one case: 7 is the one used, the others are shown as sensitivity. */
export const gapChoices = [1, 3, 7, 30] as const

/** Legs of one conversation carry the same `contactId`; a record without one is a contact of its own. */
export type Leg = {
  readonly enquiryId: string
  readonly sourceId: string
  readonly contactId: string | null
  /** Whether the source itself says that it is a later leg. */
  readonly isLeg: boolean
  /** Milliseconds. */
  readonly at: number
}

/**
 * The first leg of every conversation: the record that stands for the contact. The source's own word goes before
 * the clock, and the id settles what began at once.
 *
 * @example one conversation with five agents' legs and one without a conversation are two contacts
 */
export function contactHeads<L extends Leg>(legs: readonly L[]): readonly L[] {
  const heads = new Map<string, L>()
  for (const leg of legs) {
    const key = leg.contactId === null ? `record ${leg.enquiryId}` : `${leg.sourceId} ${leg.contactId}`
    const known = heads.get(key)
    if (known === undefined || comesFirst(leg, known)) heads.set(key, leg)
  }
  return [...heads.values()].filter((head) => head.contactId !== null || !head.isLeg)
}

function comesFirst(a: Leg, b: Leg): boolean {
  if (a.isLeg !== b.isLeg) return b.isLeg
  return a.at !== b.at ? a.at < b.at : a.enquiryId < b.enquiryId
}

export type CaseContact = {
  readonly customer: string
  readonly topic: string
  readonly channel: EnquiryChannel
  /** Milliseconds. */
  readonly at: number
}

export type Case = {
  readonly customer: string
  readonly topic: string
  /** In the order of time. */
  readonly contacts: readonly CaseContact[]
  /** False while it cannot be known whether the first contact was the only one: right-censored. */
  readonly observed: boolean
}

const day = 86_400_000

/**
 * Contacts sorted into cases. `until` is the moment at which the records end, in milliseconds. What is left out is
 * decided by the first contact alone: by the last one, cases with a second contact would be left out for longer than
 * those without, and every recent period would look better than it is.
 *
 * @example contacts on days 0, 6 and 20 with a gap of 7 days are two cases: {0, 6} and {20}
 */
export function casesOf(contacts: readonly CaseContact[], gapDays: number, until: number): readonly Case[] {
  const groups = Map.groupBy(contacts, ({ customer, topic }) => `${customer}\n${topic}`)
  return [...groups.values()].flatMap((group) => split(group, gapDays, until))
}

function split(group: readonly CaseContact[], gapDays: number, until: number): readonly Case[] {
  const runs: CaseContact[][] = []
  for (const contact of group.toSorted((a, b) => a.at - b.at)) {
    const run = runs.at(-1)
    if (run && contact.at - run.at(-1)!.at <= gapDays * day) run.push(contact)
    else runs.push([contact])
  }
  return runs.map((run) => ({
    customer: run[0]!.customer,
    topic: run[0]!.topic,
    contacts: run,
    observed: run[0]!.at + gapDays * day <= until,
  }))
}

export type CaseCounts = {
  /** Fully observed cases, those of them with exactly one contact, and all their contacts. */
  readonly cases: number
  readonly once: number
  readonly contacts: number
  /** Cases left out because the records end before they could be known to be over. */
  readonly censored: number
}

export function countCases(cases: readonly Case[]): CaseCounts {
  const observed = cases.filter((one) => one.observed)
  return {
    cases: observed.length,
    once: observed.filter(({ contacts }) => contacts.length === 1).length,
    contacts: observed.reduce((sum, { contacts }) => sum + contacts.length, 0),
    censored: cases.length - observed.length,
  }
}

/**
 * First contact resolution: fully observed cases with exactly one contact ÷ fully observed cases. Null without any.
 *
 * @example firstContactShare({ cases: 50, once: 34, contacts: 75, censored: 4 }) // 0.68
 */
export function firstContactShare({ cases, once }: Pick<CaseCounts, 'cases' | 'once'>): number | null {
  return cases === 0 ? null : once / cases
}

/**
 * Repeat rate: contacts beyond the first of their case ÷ cases, so that volume = cases × (1 + repeat rate).
 *
 * @example repeatRate({ cases: 50, contacts: 75 }) // 0.5
 */
export function repeatRate({ cases, contacts }: Pick<CaseCounts, 'cases' | 'contacts'>): number | null {
  return cases === 0 ? null : (contacts - cases) / cases
}
