/** What is written for a way in must be something that an observer can be sent to. */
import type { InputIssue } from '../../../kernel/errors.ts'
import { type Channels, type ContactWay, contactWays } from '../contract.ts'
import { saysNo, saysYes } from './import/channel-cell.ts'

/** The shortest numbers that are called have three digits. */
const hasNumber = (text: string): boolean => text.replace(/\D/g, '').length >= 3

/**
 * Why an observer cannot use what is written for a way in, or undefined: a number without digits, an e-mail address
 * without @, and a yes or no where an address belongs. What is blank is no way in, and nothing is wrong with it.
 *
 * @example whyUnusable('phone', 'ja') // 'not-a-number'
 */
export function whyUnusable(
  way: ContactWay,
  written: string | null,
): 'not-a-number' | 'not-an-email' | 'not-a-place' | undefined {
  if (!written?.trim()) return undefined
  if (way === 'phone') return hasNumber(written) ? undefined : 'not-a-number'
  if (way === 'email') return /\S@\S/.test(written) ? undefined : 'not-an-email'
  return saysYes(written) || saysNo(written) ? 'not-a-place' : undefined
}

/** One issue for each way that an observer could not use, named by its field. */
export function unusableWays(channels: Channels): readonly InputIssue[] {
  return contactWays.flatMap((way) => {
    const written = channels[way]
    const code = whyUnusable(way, written)
    return code ? [{ code, path: `channels.${way}`, value: written?.slice(0, 40) ?? '' }] : []
  })
}
