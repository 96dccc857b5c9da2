/** What advertisements have led to, as counts without anybody's name, and what makes an employer attractive. */
import { type Interval, wilsonInterval } from '../../../kernel/statistics.ts'

export const adChannels = [
  'jobBoard',
  'publicJobs',
  'social',
  'ownSite',
  'referral',
  'agency',
  'school',
  'internal',
  'other',
] as const
export type AdChannel = (typeof adChannels)[number]

/** The way of applicants, each step some of the one before; null for what is not known yet. */
export const funnelSteps = ['applicants', 'interviewed', 'offered', 'hired'] as const
export type FunnelStep = (typeof funnelSteps)[number]

export type AdCounts = Readonly<Record<FunnelStep, number>> & {
  /** Of the hired: here after six and after twelve months; null while too early. */
  readonly here6: number | null
  readonly here12: number | null
  /** Kroner. */
  readonly cost: number
}

/** The first count that is more than the one before it; undefined when all can be. */
export function funnelFault(counts: AdCounts): keyof AdCounts | undefined {
  for (let at = 1; at < funnelSteps.length; at++)
    if (counts[funnelSteps[at]!] > counts[funnelSteps[at - 1]!]) return funnelSteps[at]!
  if (counts.here6 !== null && counts.here6 > counts.hired) return 'here6'
  if (counts.here12 !== null && counts.here12 > (counts.here6 ?? counts.hired)) return 'here12'
  return undefined
}

export type ChannelResult = {
  readonly channel: AdChannel
  readonly ads: number
  readonly applicants: number
  readonly hired: number
  /** Applicants for each hire. */
  readonly perHire: number | null
  readonly costPerHire: number | null
  /** Still here after six and twelve months, of the hired that can be told by now, with Wilson's 95 % interval. */
  readonly here6: ShareOf | null
  readonly here12: ShareOf | null
  /** Kroner for each who is here after twelve months: the figure that a cheap advertisement can lose on. */
  readonly costPerStay: number | null
}
type ShareOf = { readonly share: number; readonly interval: Interval; readonly n: number }

/** By channel, the one that most stay from first. */
export function channelResults(
  ads: readonly (AdCounts & { readonly channel: AdChannel })[],
): readonly ChannelResult[] {
  return [...Map.groupBy(ads, ({ channel }) => channel)]
    .map(([channel, own]) => resultOf(channel, own))
    .sort((a, b) => (b.here12?.share ?? -1) - (a.here12?.share ?? -1) || b.hired - a.hired)
}

function resultOf(channel: AdChannel, ads: readonly AdCounts[]): ChannelResult {
  const sum = (value: (ad: AdCounts) => number) => ads.reduce((all, ad) => all + value(ad), 0)
  const [applicants, hired, cost] = [sum((ad) => ad.applicants), sum((ad) => ad.hired), sum((ad) => ad.cost)]
  const told = ads.filter(({ here12 }) => here12 !== null)
  const stay = told.reduce((all, { here12 }) => all + here12!, 0)
  return {
    channel,
    ads: ads.length,
    applicants,
    hired,
    perHire: hired > 0 ? applicants / hired : null,
    costPerHire: hired > 0 ? cost / hired : null,
    here6: shareOf(ads, 'here6'),
    here12: shareOf(ads, 'here12'),
    costPerStay: stay > 0 ? told.reduce((all, ad) => all + ad.cost, 0) / stay : null,
  }
}

function shareOf(ads: readonly AdCounts[], field: 'here6' | 'here12'): ShareOf | null {
  const told = ads.filter((ad) => ad[field] !== null && ad.hired > 0)
  const n = told.reduce((sum, { hired }) => sum + hired, 0)
  if (n === 0) return null
  const share = told.reduce((sum, ad) => sum + ad[field]!, 0) / n
  return { share, interval: wilsonInterval(share, n, 0.95), n }
}

/** What applicants ask for and people stay for; what is true here is for the organisation to say. */
export const attractions = [
  'payStated',
  'shiftsKnown',
  'shiftWishes',
  'fullPosition',
  'fixedContract',
  'homeOffice',
  'trainingPlan',
  'mentor',
  'career',
  'variedWork',
  'toolsWork',
  'quickReply',
  'honestAd',
  'exitTalk',
] as const
export type Attraction = (typeof attractions)[number]
export const attractionStates = ['inPlace', 'underWay', 'missing', 'notRelevant'] as const
export type AttractionState = (typeof attractionStates)[number]
