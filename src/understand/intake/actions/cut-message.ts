import type { EnquiryChannel } from '../rules/enquiry-words.ts'
import { cutHistory } from '../rules/masking/cut-history.ts'
import type { EnquiryRecord } from '../rules/record.ts'

/** Where messages carry older ones and a signature with them. */
const letters: readonly EnquiryChannel[] = ['email', 'web', 'post']

/** The texts of a record without quoted history and signatures, and how many lines of each were cut. */
export function cutMessage(record: EnquiryRecord, channel: EnquiryChannel) {
  if (!letters.includes(channel))
    return { text: record.text, agentText: record.agentText, quoted: 0, signatures: 0 }
  const [text, agentText] = [record.text, record.agentText].map((words) =>
    words === undefined ? undefined : cutHistory(words),
  )
  return {
    text: text?.text,
    agentText: agentText?.text,
    quoted: (text?.quotedLines ?? 0) + (agentText?.quotedLines ?? 0),
    signatures: (text?.signatureLines ?? 0) + (agentText?.signatureLines ?? 0),
  }
}
