/** Where people ask first, where they come back, and what is known of a contact in each channel. */
import type { EnquiryChannel } from '../../../understand/intake/rules/enquiry-words.ts'
import type { DemoMix } from '../topics/demo-topic.ts'

export type DemoChannel = Extract<
  EnquiryChannel,
  'phone' | 'email' | 'chat' | 'chatbot' | 'social' | 'web' | 'inPerson'
>
export const demoChannels: readonly DemoChannel[] = [
  'phone',
  'email',
  'chat',
  'chatbot',
  'social',
  'web',
  'inPerson',
]
type Mix = Readonly<Partial<Record<DemoChannel, number>>>

const mixes: Readonly<Record<DemoMix, Mix>> = {
  even: { phone: 0.42, email: 0.17, chat: 0.16, chatbot: 0.12, social: 0.03, web: 0.06, inPerson: 0.04 },
  phone: { phone: 0.6, email: 0.12, chat: 0.09, chatbot: 0.06, social: 0.03, web: 0.04, inPerson: 0.06 },
  digital: { phone: 0.25, email: 0.16, chat: 0.24, chatbot: 0.21, social: 0.05, web: 0.08, inPerson: 0.01 },
  form: { phone: 0.25, email: 0.28, chat: 0.09, chatbot: 0.07, social: 0.01, web: 0.27, inPerson: 0.03 },
  social: { phone: 0.22, email: 0.1, chat: 0.14, chatbot: 0.14, social: 0.32, web: 0.06, inPerson: 0.02 },
  counter: { phone: 0.36, email: 0.24, chat: 0.06, chatbot: 0.02, social: 0.01, web: 0.08, inPerson: 0.23 },
}

/** Staffed channels are closed in weekends and on holidays. */
export function mixOn(mix: DemoMix, isOpen: boolean): Mix {
  const { phone, chat, inPerson, ...always } = mixes[mix]
  return isOpen
    ? { ...always, ...(phone && { phone }), ...(chat && { chat }), ...(inPerson && { inPerson }) }
    : always
}

/** Where somebody who was not helped in a channel comes back. */
export const hops: Readonly<Record<Exclude<DemoChannel, 'inPerson'>, Mix>> = {
  phone: { phone: 0.62, email: 0.2, chat: 0.15, chatbot: 0.03 },
  email: { phone: 0.4, email: 0.46, chat: 0.14 },
  chat: { phone: 0.4, chat: 0.4, email: 0.2 },
  chatbot: { chat: 0.36, phone: 0.36, email: 0.1, chatbot: 0.18 },
  social: { phone: 0.38, email: 0.22, social: 0.4 },
  web: { email: 0.3, phone: 0.4, web: 0.15, chat: 0.15 },
}

export type ChannelHabits = {
  /** Added to the chance of coming back. */
  readonly again: number
  /** Shares of contacts for which each thing is known. */
  readonly knowsCustomer: number
  readonly asksTried: number
  readonly asksCsat: number
  /** Seconds until somebody answers, in the middle; null where nobody waits. */
  readonly wait: number | null
  /** Handling time in parts of that by phone; null where nobody handles. */
  readonly handle: number | null
  /** Shares of the replies that lack and that contradict the facts. */
  readonly lacks: number
  readonly contradicts: number
  /** Opening and closing hour; the third is where most ask. */
  readonly hours: readonly [from: number, to: number, most: number]
}

export const habits: Readonly<Record<Exclude<DemoChannel, 'inPerson'>, ChannelHabits>> = {
  phone: {
    again: -0.05,
    knowsCustomer: 0.86,
    asksTried: 0.34,
    asksCsat: 0.17,
    wait: 150,
    handle: 1,
    lacks: 0,
    contradicts: 0,
    hours: [8, 16, 10],
  },
  email: {
    again: 0.02,
    knowsCustomer: 1,
    asksTried: 0.2,
    asksCsat: 0.13,
    wait: 32_000,
    handle: 0.9,
    lacks: 0.2,
    contradicts: 0.05,
    hours: [6, 23, 13],
  },
  chat: {
    again: -0.02,
    knowsCustomer: 0.8,
    asksTried: 0.6,
    asksCsat: 0.38,
    wait: 48,
    handle: 1.2,
    lacks: 0.14,
    contradicts: 0.07,
    hours: [8, 20, 12],
  },
  chatbot: {
    again: 0.17,
    knowsCustomer: 0.36,
    asksTried: 0,
    asksCsat: 0.22,
    wait: null,
    handle: null,
    lacks: 0.3,
    contradicts: 0.16,
    hours: [6, 23, 19],
  },
  social: {
    again: 0.06,
    knowsCustomer: 0.6,
    asksTried: 0,
    asksCsat: 0,
    wait: 11_000,
    handle: 0.5,
    lacks: 0.34,
    contradicts: 0.1,
    hours: [7, 23, 19],
  },
  web: {
    again: 0.05,
    knowsCustomer: 0.95,
    asksTried: 0.7,
    asksCsat: 0.1,
    wait: 40_000,
    handle: 0.9,
    lacks: 0.18,
    contradicts: 0.05,
    hours: [6, 23, 15],
  },
}
