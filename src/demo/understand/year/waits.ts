/**
 * Waits on the telephone: everybody has a patience of their own, whoever runs out of it before somebody answers hangs
 * up, and most of those come back. All of it by chance of its own, so that the rest of the year stays as it is.
 */
import { type Random, seededRandom } from '../../../kernel/random.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { isMondayMorning } from '../../plan/traffic-world.ts'
import { pick, pickWeighted, write } from '../text/grammar.ts'
import { slotsOf } from '../text/slots.ts'
import type { DemoEnquiry } from './records.ts'

/** Mean seconds until somebody hangs up if nobody answers. */
export const demoPatience = 560
/** Mean seconds until somebody answers or the caller hangs up: so many of the patience as there are that give up. */
const usualWait = demoPatience * 0.05
const mondayWait = demoPatience * 0.17
/** Of answered calls without a note, on Monday mornings, so many more give up. */
const moreOnMondays = 0.31

/** What is known of a call that nobody answered in time. */
export const hungUp = {
  outcome: 'abandoned',
  reasonCode: null,
  handleSeconds: null,
  transfers: null,
  resolved: null,
  triedSelfService: null,
  csat: null,
} as const

/** @param records with the usual waits, of which one call in twenty has given up */
export function withWaits(records: readonly DemoEnquiry[]): DemoEnquiry[] {
  const withLegs = new Set(records.map(({ legOf }) => legOf))
  return records.flatMap((record) => {
    if (record.channel !== 'phone' || record.legOf !== null) return [record]
    const random = seededRandom(`wait ${record.recordId}`)
    const { date, time } = toLocal(record.startedAt)
    const isBusy = isMondayMorning(date, Number(time.slice(0, 2)))
    const mayHangUp = record.outcome === 'answered' && record.text === null && !withLegs.has(record.recordId)
    const hangsUp = mayHangUp && isBusy && random() < moreOnMondays
    const waited = { ...record, waitSeconds: waitOf(record, isBusy ? mondayWait : usualWait) }
    if (record.outcome !== 'abandoned' && !hangsUp) return [waited]
    return [{ ...waited, ...hungUp }, ...comesBack(record, random)]
  })
}

/**
 * The order of the waits stays, and so what they do to satisfaction; their law becomes exponential. With exponential
 * patience and answering times the wait of those who give up has the same law as that of those who do not.
 */
function waitOf({ waitSeconds, outcome }: DemoEnquiry, mean: number): number {
  const usual = outcome === 'abandoned' ? 300 : 150
  const normal = Math.log(Math.max(1, waitSeconds ?? usual) / usual) / 0.9
  // The logistic curve is within .01 of the normal one.
  const place = 1 / (1 + Math.exp(-1.702 * normal))
  return Math.max(1, Math.round(-mean * Math.log(1 - place)))
}

/** Most ring again within the hour; some write. After closing time there is only e-mail. */
function comesBack(record: DemoEnquiry, random: Random): readonly DemoEnquiry[] {
  const [topic] = record.topics
  if (topic === undefined || record.customer === null || random() > 0.64) return []
  const minutes = 2 - 45 * Math.log(1 - random())
  const startedAt = new Date(record.startedAt.getTime() + minutes * 60_000)
  const { date, time } = toLocal(startedAt)
  if (date !== record.startedOn) return []
  const isOpen = time < '16:00'
  const channel = pickWeighted<'phone' | 'chat' | 'email'>(
    isOpen ? { phone: 0.7, chat: 0.2, email: 0.1 } : { email: 1 },
    random,
  )
  const again: DemoEnquiry = {
    ...record,
    channel,
    recordId: `${record.recordId}-igjen`,
    startedAt,
    outcome: channel === 'phone' ? 'answered' : null,
    reasonCode: channel === 'phone' ? topic.code : null,
    queue: channel === 'phone' ? record.queue : null,
    waitSeconds: Math.max(
      1,
      Math.round(-(channel === 'email' ? 30_000 : usualWait) * Math.log(1 - random())),
    ),
    handleSeconds: Math.round(topic.minutes * 60 * (0.6 + random())),
    transfers: channel === 'phone' ? 0 : null,
    resolved: null,
    triedSelfService: null,
    csat: null,
  }
  if (channel === 'phone') return [again]
  const month = Number(date.slice(5, 7)) - 1
  return [{ ...again, text: write(pick(topic.nb, random), slotsOf(month, random), random), language: 'nb' }]
}
