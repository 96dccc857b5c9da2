/** Who asks what, when and where, and who has to ask again: the bare story of the year, before anybody writes. */
import type { Random } from '../../../kernel/random.ts'
import { pickWeighted } from '../text/grammar.ts'
import { inSpeech, type Speech } from '../text/languages.ts'
import type { DemoTopic } from '../topics/demo-topic.ts'
import { demoShares, demoTopics, newcomer } from '../topics/index.ts'
import { type DemoChannel, habits, hops, mixOn } from './channels.ts'
import { type DemoDay, demoDays, intensity, poisson, stormsOf, weeklyNoise } from './days.ts'

export type DemoCustomer = { readonly number: number; readonly speech: Speech | 'en' }

export type CaseContact = {
  readonly day: DemoDay
  readonly channel: DemoChannel
  readonly customer: DemoCustomer
  readonly topic: DemoTopic
  /** Which contact about the matter it is, from 0. */
  readonly round: number
  /** Whether it settled the matter. */
  readonly settled: boolean
  readonly tried: boolean
}

/** Cases a day in an ordinary week. */
const casesADay = 59
const customers = 9000

export function demoCustomers(random: Random): readonly DemoCustomer[] {
  return Array.from({ length: customers }, (_, number) => ({ number, speech: speechOf(random) }))
}

function speechOf(random: Random): Speech | 'en' {
  return pickWeighted<Speech | 'en'>(
    { nb: 0.7, nn: 0.12, en: 0.08, trondersk: 0.04, northern: 0.03, western: 0.03 },
    random,
  )
}

/** The contacts of the year; those of one case stand together. */
export function yearOfContacts(calendar: readonly DemoDay[], random: Random): readonly CaseContact[] {
  const pool = demoCustomers(random)
  const storms = stormsOf(random)
  const contacts: CaseContact[] = []
  for (const [rank, topic] of demoTopics.entries()) {
    const noise = weeklyNoise(random)
    const usual = topic.key === newcomer ? 1 : casesADay * demoShares[rank]!
    for (const day of calendar) {
      const cases = poisson(usual * intensity(day, { topic, storms, noise }), random)
      for (let index = 0; index < cases; index++) {
        const customer = pool[Math.floor(random() * customers)]!
        const channel = pickWeighted(mixOn(topic.mix, day.isOpen), random)
        contacts.push(...oneCase({ calendar, topic, customer, random }, day, channel))
      }
    }
  }
  return contacts
}

type Asking = {
  readonly calendar: readonly DemoDay[]
  readonly topic: DemoTopic
  readonly customer: DemoCustomer
  readonly random: Random
}

function oneCase(
  { calendar, topic, customer, random }: Asking,
  first: DemoDay,
  channel: DemoChannel,
): readonly CaseContact[] {
  const tried = random() < topic.tried
  const contacts: CaseContact[] = []
  let day: DemoDay | undefined = first
  let where = channel
  for (let round = 0; day && round < 6; round++) {
    const again =
      where === 'inPerson' ? 0 : Math.max(0.02, (1 - topic.once + habits[where].again) * 0.62 ** round)
    const settled = random() >= again
    contacts.push({ day, channel: where, customer, topic, round, settled, tried })
    if (settled || where === 'inPerson') break
    const next = nextDay(calendar, day, random)
    const back: DemoChannel = round > 0 && random() < 0.2 ? channel : pickWeighted(hops[where], random)
    where = next && !next.isOpen && (back === 'phone' || back === 'chat') ? 'email' : back
    day = next
  }
  return contacts
}

/** Most come back within a few days, a few after weeks, and some not before the year is over. */
function nextDay(calendar: readonly DemoDay[], day: DemoDay, random: Random): DemoDay | undefined {
  const late = random() < 0.07
  const gap = late ? 8 + Math.floor(random() * 20) : 1 + Math.floor(-Math.log(1 - random()) * 1.7)
  return calendar[demoDays - day.daysAgo + gap]
}

/** The words of a customer's own way of writing; nobody is consistent. */
export function ownWords(text: string, { speech }: DemoCustomer, random: Random): string {
  if (speech === 'en') return text
  return inSpeech(text, speech, { share: speech === 'nn' ? 0.95 : 0.75, random })
}
