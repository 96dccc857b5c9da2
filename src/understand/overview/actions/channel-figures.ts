/** Sums of one topic as figures by channel, with what a matter costs until it is over. */
import { enquiryChannels } from '../../intake/rules/enquiry-words.ts'
import type { ChannelFigures } from '../contract.ts'
import { type ChannelView, channelView } from '../rules/channel-strategy.ts'
import { asEstimate, csatSums, shareEstimate, sumCaseParts, sumDayParts } from '../rules/compose.ts'
import { meanOf } from '../rules/satisfaction.ts'
import type { CaseSums, DaySums } from '../store/figures-store.ts'
import type { ChannelCosts } from '../store/setting-store.ts'

export type ChannelParts = {
  readonly days: readonly DaySums[]
  readonly cases: readonly CaseSums[]
  readonly followUps: readonly { readonly channel: DaySums['channel']; readonly steps: number }[]
  readonly costs: ChannelCosts
}

export function figuresByChannel(parts: ChannelParts): {
  readonly views: readonly ChannelView[]
  readonly figures: ChannelFigures[]
} {
  const followUp = followUpCost(parts)
  const views = enquiryChannels.flatMap((channel) => {
    const sums = sumDayParts(parts.days.filter((part) => part.channel === channel))
    const cases = sumCaseParts(parts.cases.filter((part) => part.channel === channel))
    if (sums.contacts === 0 && cases.cases_7 === 0) return []
    const facts = {
      channel,
      contacts: sums.contacts,
      cases: cases.cases_7,
      once: cases.once_7,
      caseContacts: cases.contacts_7,
      csat: csatSums(sums),
      cost: parts.costs[channel] ?? null,
    }
    return [channelView(facts, followUp)]
  })
  return { views, figures: views.map(asFigures) }
}

function asFigures({ channel, contacts, cases, once, csat, costToEnd }: ChannelView): ChannelFigures {
  return {
    channel,
    contacts,
    cases,
    fcr: shareEstimate(once, cases),
    csat: asEstimate(meanOf(csat)),
    costToEnd,
  }
}

/** Kroner of a contact that follows, weighted by where they come; null when a channel among them has no cost. */
function followUpCost({ followUps, costs }: ChannelParts): number | null {
  const steps = followUps.reduce((sum, each) => sum + each.steps, 0)
  if (steps === 0) return 0
  if (followUps.some(({ channel }) => costs[channel] === undefined)) return null
  return followUps.reduce((sum, each) => sum + each.steps * costs[each.channel]!, 0) / steps
}
