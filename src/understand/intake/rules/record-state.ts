/**
 * Which of two states of the same record is the later one, whatever order they arrive in. Exports seldom say when a
 * record was changed, so the rule looks at what a record says: a record only ever gets told more about. In this
 * order: more fields filled, then resolved, then more handling time, then more text, and last an arbitrary but fixed
 * order by the hash of the content. The greater state stays; the same state twice is once.
 */
import type { EnquiryRecord } from './record.ts'

const most = (value: number | undefined, digits: number): string =>
  String(Math.min(10 ** digits - 1, Math.max(0, Math.floor(value ?? 0)))).padStart(digits, '0')

/**
 * The state as a text that sorts by code points.
 *
 * @param hash of the record's content, as hexadecimal digits
 * @example recordState({ sourceId: 'a', text: 'Hei' }, 'f00d') // '02 0 00000000 0000003 f00d'
 */
export function recordState(record: EnquiryRecord, hash: string): string {
  const filled = Object.values(record).filter((value) => value !== undefined).length
  const words = (record.text?.length ?? 0) + (record.agentText?.length ?? 0)
  return [
    most(filled, 2),
    record.resolved === true ? '1' : '0',
    most(record.handleSeconds, 8),
    most(words, 7),
    hash,
  ].join(' ')
}

/** The content of a record as one text: the same for the same content, whatever order its fields are in. */
export function recordContent(record: EnquiryRecord): string {
  const fields = Object.entries(record).filter(([, value]) => value !== undefined)
  return JSON.stringify(fields.sort(([one], [other]) => (one < other ? -1 : 1)))
}
