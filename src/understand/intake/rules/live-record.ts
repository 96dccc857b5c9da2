/** A record as programs deliver it: the canonical record under plain names. What is not known is left out. */
import { z } from 'zod'
import { enquiryChannels } from './enquiry-words.ts'
import { type EnquiryRecord, enquiryOutcomes, enquiryChannels as saidChannels } from './record.ts'

const seconds = z.number().min(0).max(2_000_000_000)
const words = (most: number) => z.string().max(most)

export const liveRecordSchema = z.strictObject({
  /** The record's id in its own system: the same id is the same record, however often it comes. */
  id: words(500).min(1),
  startedAt: z.iso.datetime({ offset: true }),
  channel: z.enum([...new Set([...enquiryChannels, ...saidChannels])]).optional(),
  direction: z.enum(['in', 'out']).optional(),
  contactId: words(500).optional(),
  legOf: words(500).optional(),
  customer: words(500).optional(),
  text: words(100_000).optional(),
  agentText: words(100_000).optional(),
  reasonCode: words(500).optional(),
  queue: words(500).optional(),
  waitSeconds: seconds.optional(),
  handleSeconds: seconds.optional(),
  transfers: z.number().int().min(0).max(10_000).optional(),
  outcome: z.enum(enquiryOutcomes).optional(),
  resolved: z.boolean().optional(),
  triedSelfService: z.boolean().optional(),
  csat: z.number().min(0).max(1).optional(),
  weight: z.number().gt(0).max(1e9).optional(),
  language: z.enum(['nb', 'nn', 'en']).optional(),
})
type LiveRecord = z.infer<typeof liveRecordSchema>

/** As every reader gives it, with its moment in UTC. */
export function toRecord({ id, startedAt, channel, ...rest }: LiveRecord): EnquiryRecord {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    ...given,
    sourceId: id,
    startedAt: new Date(startedAt).toISOString(),
    ...(channel === undefined ? {} : { channel: channel as NonNullable<EnquiryRecord['channel']> }),
  }
}
