/** From checks to channels: what a check suggests, where two checks differ, and what the plan will use. */
import type { ChannelId } from '../../edition/contract.ts'
import type { Channels, Check, ContactWay, Found, ParticipantState } from '../contract.ts'
import { chooseChannels } from './choose-channels.ts'

export const noChannels: Channels = {
  phone: null,
  email: null,
  contactForm: null,
  chat: null,
  messenger: null,
}

/** A way that is left empty is a way that is not there. */
export function withoutBlanks(channels: Channels): Channels {
  const entries = Object.entries(channels).map(([way, value]) => [way, value === '' ? null : value])
  return Object.fromEntries(entries) as Channels
}

/** Whether there is any way of reaching the participant. */
export function hasChannel(channels: Channels): boolean {
  return Object.values(channels).some(Boolean)
}

/** A check that found nothing, or could not read anything. */
export const emptyFound: Found = {
  phone: [],
  email: [],
  contactForm: false,
  chat: [],
  messenger: [],
  evidence: [],
  pages: [],
  skipped: [],
}

/** The page on which something of this kind was seen; '' when it is not known. */
function pageOf(found: Found, kind: string): string {
  return (
    found.evidence.find((item) => item.kind === kind && item.verdict === 'used')?.url ?? found.pages[0] ?? ''
  )
}

/** What observers would use after this check. Example: two numbers → the first; a chat → the page it is on. */
export function proposeChannels(found: Found): Channels {
  const form = found.contactForm
  const chat = found.chat[0]
  return {
    phone: found.phone[0]?.number ?? null,
    email: found.email[0] ?? null,
    contactForm: typeof form === 'string' ? form : form ? pageOf(found, 'form') : null,
    chat: chat ? pageOf(found, 'chat') || chat.vendor : null,
    messenger: found.messenger[0] ?? null,
  }
}

const keyed: Readonly<Record<ContactWay, (found: Found) => string>> = {
  phone: (found) =>
    found.phone
      .map((phone) => phone.e164 ?? phone.number)
      .toSorted()
      .join(),
  email: (found) => found.email.toSorted().join(),
  contactForm: (found) => (found.contactForm === false ? '' : 'form'),
  chat: (found) => (found.chat.length > 0 ? 'chat' : ''),
  messenger: (found) =>
    found.messenger
      .map((address) => address.toLowerCase().replace(/\/$/, ''))
      .toSorted()
      .join(),
}
const ways = Object.keys(keyed) as ContactWay[]

/**
 * The ways on which two checks disagree. Numbers and addresses are compared as sets; a form or a chat by being
 * there at all, since their addresses change from day to day.
 * Example: round 1 found a chat, round 2 none → ['chat'].
 */
export function differencesOf(first: Found, second: Found): readonly ContactWay[] {
  return ways.filter((way) => keyed[way](first) !== keyed[way](second))
}

/** The channels that the plan uses: telephone, e-mail or form, and chat before Messenger. */
export function plannedChannels(channels: Channels): readonly ChannelId[] {
  return chooseChannels({
    phone: Boolean(channels.phone),
    email: Boolean(channels.email ?? channels.contactForm),
    chat: Boolean(channels.chat),
    messenger: Boolean(channels.messenger),
  })
}

type Standing = {
  readonly withdrawn: boolean
  readonly confirmed: boolean
  readonly checks: readonly Pick<Check, 'round' | 'outcome' | 'found'>[]
}

/** How far a participant's channels are settled, and on which ways the checks differ. */
export function standingOf({ withdrawn, confirmed, checks }: Standing): {
  state: ParticipantState
  differences: readonly ContactWay[]
} {
  const [first, second] = [1, 2].map((round) =>
    checks.find((check) => check.round === round && check.outcome === 'read'),
  )
  const differences = first && second ? differencesOf(first.found, second.found) : []
  const state = (): ParticipantState => {
    if (withdrawn) return 'withdrawn'
    if (confirmed) return 'confirmed'
    if (checks.some((check) => check.outcome !== 'read')) return 'failed'
    if (differences.length > 0) return 'different'
    if (first && second) return 'agreed'
    return checks.length > 0 ? 'once' : 'unchecked'
  }
  return { state: state(), differences }
}

/** Does a person's decision differ from what the last check suggests? Then it needs a reason. */
export function overrides(decided: Channels, proposed: Channels): boolean {
  return ways.some((way) => (decided[way] ?? '') !== (proposed[way] ?? ''))
}
