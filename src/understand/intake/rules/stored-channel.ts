import { type EnquiryChannel, enquiryChannels } from './enquiry-words.ts'
import type { EnquiryRecord } from './record.ts'

type Said = NonNullable<EnquiryRecord['channel']>

/**
 * The channel of the product's nine that what a source says is counted in; `other` is none.
 *
 * Text messages stand with Messenger, for both are short written conversations on a phone. What people search for on
 * the web site and how they vote on its answers are counted as the web.
 */
const stored: Readonly<Record<Said, EnquiryChannel | undefined>> = {
  phone: 'phone',
  chat: 'chat',
  chatbot: 'chatbot',
  email: 'email',
  web: 'web',
  social: 'social',
  sms: 'messenger',
  letter: 'post',
  counter: 'inPerson',
  search: 'web',
  faq: 'web',
  other: undefined,
}

/**
 * @param usual the channel of the source where it says none of its own; without one there is no channel
 * @example storedChannel('counter', null) // 'inPerson'
 */
export function storedChannel(
  said: Said | EnquiryChannel | undefined,
  usual: EnquiryChannel | null,
): EnquiryChannel | undefined {
  const own = enquiryChannels.find((channel) => channel === said)
  return own ?? (said === undefined ? undefined : stored[said as Said]) ?? usual ?? undefined
}
