/** The topics that people of the demo world ask about, the most frequent first. */
import { agreementTopics } from './agreements.ts'
import { billTopics } from './bills.ts'
import type { DemoArea, DemoTopic } from './demo-topic.ts'
import { digitalTopics } from './digital.ts'
import { gridTopics } from './grid.ts'

/** From the most asked to the least; how often follows Zipf's law, as in logs of real enquiries. */
const byVolume = [
  'high-bill',
  'two-invoices',
  'moving',
  'outage',
  'technician',
  'log-in',
  'split-payment',
  'choose-plan',
  'cancel',
  'grid-tariff',
  'reminder-fee',
  'meter-fault',
  'fibre-down',
  'support-scheme',
  'ev-charger',
  'price-change',
  'callback',
  'consumption',
  'fibre-slow',
  'solar',
  'meter-reading',
  'einvoice',
  'app-fault',
  'order-status',
  'refund',
  'fibre-order',
  'change-contact',
  'compensation',
  'cabin',
  'complain-sale',
  'invoice-address',
  'tv',
  'company',
  'discount',
  'prepaid',
  'new-connection',
  'fibre-cancel',
  'save-power',
  'fibre-dig',
  'paper-fee',
  'safety',
  'deceased',
  'consent',
  'opening-hours',
  'tree-line',
  'street-light',
  'praise',
  'jobs',
]

/** The one that was not asked before four weeks ago. */
export const newcomer = 'fake-sms'

const all = new Map(
  [...billTopics, ...agreementTopics, ...gridTopics, ...digitalTopics].map((topic) => [topic.key, topic]),
)

export const demoTopics: readonly DemoTopic[] = [...byVolume, newcomer].map((key) => all.get(key)!)

/** Shares of the cases in an ordinary week, in the order of `demoTopics`; the newcomer has none. */
export const demoShares: readonly number[] = sharesOf(byVolume.length)

function sharesOf(count: number): readonly number[] {
  const raw = Array.from({ length: count }, (_, rank) => 1 / (rank + 2.5) ** 1.12)
  const sum = raw.reduce((total, each) => total + each, 0)
  return [...raw.map((each) => each / sum), 0]
}

export const demoAreas: Readonly<Record<DemoArea, string>> = {
  bill: 'Faktura og betaling',
  agreement: 'Avtale og pris',
  moving: 'Flytting og eierskifte',
  grid: 'Strømnett og montør',
  meter: 'Måler og måleravlesning',
  account: 'Min side og app',
  fibre: 'Fiber og TV',
  home: 'Sol, lading og sparing',
  rest: 'Annet',
}

export const demoGoals: readonly string[] = [
  'Rett første gang',
  'Kunden klarer det selv',
  'Flere og mer lønnsomme avtaler',
  'Trygg og rettferdig behandling',
]
