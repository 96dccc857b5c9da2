import { type ChannelId, channelIds } from '../../../edition/contract.ts'
import { channelElement } from './survey-json.ts'

/**
 * The channels that a question is asked on, from the condition that shows it. Only conditions on the channel are
 * understood; under any other the question is asked always, and the caller says so.
 *
 * @example readCondition("{channel} anyof ['email', 'chat']") // ['email', 'chat']
 */
export function readCondition(visibleIf: unknown): readonly ChannelId[] | 'always' | 'unknown' {
  if (visibleIf === undefined || visibleIf === '') return 'always'
  if (typeof visibleIf !== 'string') return 'unknown'
  const match = /^\s*\{(\w+)\}\s*(=|==|anyof)\s*(.+?)\s*$/.exec(visibleIf)
  if (match?.[1] !== channelElement) return 'unknown'
  const named = [...match[3]!.matchAll(/['"]([^'"]*)['"]/g)].map(([, word]) => word)
  const channels = channelIds.filter((channel) => named.includes(channel))
  return channels.length > 0 && channels.length === named.length ? channels : 'unknown'
}
