/** The story of the year as its sources record it: what was written, noted, timed, asked afterwards, or only counted. */
import { hashText, type Random } from '../../../kernel/random.ts'
import { toInstant } from '../../../kernel/zone.ts'
import type { EnquiryLanguage } from '../../../understand/intake/rules/enquiry-words.ts'
import { dress } from '../text/dress.ts'
import { pick, write } from '../text/grammar.ts'
import { type DemoReplyKind, reply } from '../text/reply.ts'
import { withSlips } from '../text/slips.ts'
import { slotsOf } from '../text/slots.ts'
import type { DemoTopic } from '../topics/demo-topic.ts'
import { demoTopics } from '../topics/index.ts'
import { type CaseContact, ownWords } from './cases.ts'
import { type DemoChannel, habits } from './channels.ts'
import { type DemoDay, normal } from './days.ts'
import { hungUp, withWaits } from './waits.ts'

export type DemoEnquiry = {
  readonly channel: DemoChannel
  readonly recordId: string
  /** The record that it is a later leg of. */
  readonly legOf: string | null
  readonly startedAt: Date
  readonly startedOn: string
  readonly customer: number | null
  readonly text: string | null
  readonly agentText: string | null
  readonly reasonCode: string | null
  readonly queue: string | null
  readonly waitSeconds: number | null
  readonly handleSeconds: number | null
  readonly transfers: number | null
  readonly outcome: string | null
  readonly resolved: boolean | null
  readonly triedSelfService: boolean | null
  readonly csat: number | null
  readonly weight: number
  readonly language: EnquiryLanguage | null
  /** The truth: what it was about, the first question first. */
  readonly topics: readonly DemoTopic[]
  /** The truth about the reply, where there is one. */
  readonly reply: DemoReplyKind | null
  /** The truth: whether something not done, or done wrong, was the cause. */
  readonly failure: boolean
}

type Written = Pick<DemoEnquiry, 'text' | 'agentText' | 'language' | 'topics' | 'reply'>

export function recordsOf(contacts: readonly CaseContact[], random: Random): readonly DemoEnquiry[] {
  const noon = new Map<string, number>()
  const midday = ({ date }: DemoDay) => {
    const known = noon.get(date) ?? toInstant(date, '12:00').getTime()
    noon.set(date, known)
    return known
  }
  const records: DemoEnquiry[] = []
  const tallies = new Map<string, CaseContact[]>()
  for (const contact of contacts) {
    if (contact.channel === 'inPerson') {
      const key = `${contact.day.date} ${contact.topic.code}`
      tallies.set(key, [...(tallies.get(key) ?? []), contact])
    } else records.push(...recorded(contact, { number: records.length, midday: midday(contact.day), random }))
  }
  for (const counted of tallies.values()) records.push(tally(counted, midday(counted[0]!.day)))
  return withWaits(records).sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
}

type Moment = { readonly number: number; readonly midday: number; readonly random: Random }

/** One record, or two when a call is handed on and the exchange writes both legs. */
function recorded(contact: CaseContact, { number, midday, random }: Moment): readonly DemoEnquiry[] {
  const channel = contact.channel as Exclude<DemoChannel, 'inPerson'>
  const habit = habits[channel]
  const recordId = `${channel}-${hashText(`${number} ${contact.day.date}`).toString(36)}-${number}`
  const abandoned = channel === 'phone' && random() < 0.05
  const startedAt = new Date(midday + minuteOf(habit.hours, random) * 60_000 - 12 * 3_600_000)
  const wait =
    habit.wait === null ? null : Math.round(habit.wait * Math.exp(0.9 * normal(random)) * (abandoned ? 2 : 1))
  const base = {
    ...timed(contact, { recordId, startedAt, wait, random }),
    ...(abandoned ? { ...nothingSaid, topics: [contact.topic] } : written(contact, random)),
    failure: random() < contact.topic.failure,
  }
  if (abandoned) return [{ ...base, ...hungUp }]
  const handedOn = channel === 'phone' && (base.transfers ?? 0) > 0 && random() < 0.5
  return handedOn ? [base, secondLeg(base, random)] : [base]
}

const nothingSaid: Written = { text: null, agentText: null, language: null, topics: [], reply: null }

type Times = {
  readonly recordId: string
  readonly startedAt: Date
  readonly wait: number | null
  readonly random: Random
}

function timed(contact: CaseContact, { recordId, startedAt, wait, random }: Times) {
  const channel = contact.channel as Exclude<DemoChannel, 'inPerson'>
  const { topic, settled, customer } = contact
  const habit = habits[channel]
  const usual = topic.minutes * 60 * (habit.handle ?? 0)
  const handOn = channel === 'phone' && random() < 0.06 + (1 - topic.once) * 0.25
  return {
    channel,
    recordId,
    legOf: null,
    startedAt,
    startedOn: contact.day.date,
    customer: random() < habit.knowsCustomer ? customer.number : null,
    reasonCode: channel === 'phone' ? (random() < 0.1 ? 'ANNET' : topic.code) : null,
    queue:
      channel === 'phone'
        ? topic.area === 'fibre'
          ? 'Fiber'
          : topic.area === 'grid'
            ? 'Nett'
            : 'Strøm'
        : null,
    waitSeconds: wait,
    handleSeconds: habit.handle === null ? null : Math.round(usual * Math.exp(0.45 * normal(random))),
    transfers: channel === 'phone' ? (handOn ? (random() < 0.15 ? 2 : 1) : 0) : null,
    outcome: channel === 'phone' ? 'answered' : null,
    resolved:
      channel === 'phone' || channel === 'chat' ? (random() < 0.55 ? settled || random() < 0.3 : null) : null,
    triedSelfService: random() < habit.asksTried ? contact.tried : null,
    csat: random() < habit.asksCsat ? satisfaction(contact, wait, random) : null,
    weight: 1,
  }
}

/** Five steps from 0 to 1. Who tried the web first, asks again, or is not helped is less satisfied. */
function satisfaction(
  { topic, tried, round, settled, channel }: CaseContact,
  wait: number | null,
  random: Random,
): number {
  const slow = wait !== null && channel === 'phone' ? Math.min(0.2, wait / 3000) : 0
  const felt =
    topic.csat +
    0.08 -
    (tried ? 0.12 : 0) -
    (round > 0 ? 0.14 : 0) -
    (settled ? 0 : 0.2) -
    slow +
    0.24 * normal(random)
  return Math.min(4, Math.max(0, Math.round(felt * 4))) / 4
}

function secondLeg(first: DemoEnquiry, random: Random): DemoEnquiry {
  const after = 120 + Math.floor(random() * 400)
  return {
    ...first,
    recordId: `${first.recordId}-2`,
    legOf: first.recordId,
    startedAt: new Date(first.startedAt.getTime() + after * 1000),
    text: null,
    agentText: null,
    language: null,
    reply: null,
    waitSeconds: Math.round(40 * Math.exp(0.8 * normal(random))),
    handleSeconds: Math.round((first.handleSeconds ?? 300) * (0.4 + random())),
    transfers: null,
    triedSelfService: null,
    csat: null,
  }
}

function written(contact: CaseContact, random: Random): Written {
  const { channel, topic, customer, day, round } = contact
  const fill = slotsOf(day.month, random)
  if (channel === 'phone') {
    if (random() < 0.42) return { ...nothingSaid, topics: [topic] }
    const note = write(pick(topic.notes, random), fill, random) + pick(noteEnds, random)
    return { ...nothingSaid, text: withSlips(note, 0.12, random), language: 'nb', topics: [topic] }
  }
  const english = customer.speech === 'en'
  const long = channel === 'email' || channel === 'web'
  const topics = long && random() < 0.08 ? [topic, pick(demoTopics.slice(0, 30), random)] : [topic]
  const questions = [...new Set(topics)].map((each) =>
    write(pick(english ? each.en : each.nb, random), fill, random),
  )
  const plain = dress(questions, { channel, english, again: round > 0, fill, random })
  const text = withSlips(
    english ? plain : ownWords(plain, customer, random),
    channel === 'email' ? 0.1 : 0.2,
    random,
  )
  const { lacks, contradicts } = habits[channel as Exclude<DemoChannel, 'inPerson'>]
  const answered = random() < 0.86
  const chance = random()
  const kind =
    !answered || english
      ? null
      : chance < lacks
        ? 'lacks'
        : chance < lacks + contradicts
          ? 'contradicts'
          : 'agrees'
  return {
    text,
    agentText: kind === null ? null : reply(topic, kind, random),
    language: english ? 'en' : customer.speech === 'nn' ? 'nn' : 'nb',
    topics: [...new Set(topics)],
    reply: kind,
  }
}

const noteEnds = [
  '',
  '',
  '',
  ', ok',
  ', avsluttet',
  '. kd fornøyd',
  ', følges opp',
  ' - se sak',
  ', sendt sms',
  '. ringer tilbake',
]

/** What was ticked off at the counter on a day under one code. */
function tally(contacts: readonly CaseContact[], midday: number): DemoEnquiry {
  const [{ day, topic }] = contacts as readonly [CaseContact, ...CaseContact[]]
  return {
    ...nothingSaid,
    channel: 'inPerson',
    recordId: `inPerson-${day.date}-${topic.code}`,
    legOf: null,
    startedAt: new Date(midday),
    startedOn: day.date,
    customer: null,
    reasonCode: topic.code,
    queue: null,
    waitSeconds: null,
    handleSeconds: null,
    transfers: null,
    outcome: null,
    resolved: null,
    triedSelfService: null,
    csat: null,
    weight: contacts.length,
    topics: contacts.map((contact) => contact.topic),
    failure: false,
  }
}

/** Minutes after midnight: most around the busiest hour, none outside opening hours. */
function minuteOf([from, to, most]: readonly [number, number, number], random: Random): number {
  for (let turn = 0; turn < 20; turn++) {
    const hour = most + normal(random) * (to - from) * 0.28
    if (hour >= from && hour < to) return Math.floor(hour * 60)
  }
  return from * 60 + Math.floor(random() * 60)
}
