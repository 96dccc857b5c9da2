/** A record as programs deliver it: the canonical record under plain names. What is not known is left out. */
import { z } from 'zod'
import { enquiryChannels } from './enquiry-words.ts'
import { type EnquiryRecord, enquiryOutcomes, enquiryChannels as saidChannels } from './record.ts'

const seconds = z.number().min(0).max(2_000_000_000)
const words = (most: number) => z.string().max(most)
const told = <Schema extends z.ZodType>(schema: Schema, description: string) =>
  schema.optional().meta({ description })

export const liveRecordSchema = z.strictObject({
  id: words(500)
    .min(1)
    .meta({
      description: 'Its id in its own system: the same id is the same record, however often it comes',
      examples: ['samtale-4711'],
    }),
  startedAt: z.iso
    .datetime({ offset: true })
    .meta({ description: 'With its distance from UTC', examples: ['2026-03-02T09:30:00+01:00'] }),
  channel: told(
    z.enum([...new Set([...enquiryChannels, ...saidChannels])]),
    'That of the source unless given',
  ),
  direction: told(z.enum(['in', 'out']), 'Who began; in unless given'),
  contactId: told(words(500), 'The conversation that it is part of'),
  legOf: told(
    words(500),
    'The record that it continues, such as a call that was put through; not counted again',
  ),
  customer: told(words(500), 'Who asked: address, number or id. Only a key made from it is kept'),
  text: told(words(100_000), 'What the customer wrote or said. Personal data is masked before it is kept'),
  agentText: told(words(100_000), 'What was answered; masked alike'),
  reasonCode: told(words(500), 'Why, as it was coded there'),
  queue: told(words(500), 'Where it was handled'),
  waitSeconds: told(seconds, 'Until somebody answered'),
  handleSeconds: told(seconds, 'Talk and work after'),
  transfers: told(z.number().int().min(0).max(10_000), 'How often it was put through'),
  outcome: told(z.enum(enquiryOutcomes), 'How it ended'),
  resolved: told(z.boolean(), 'Whether the matter was settled'),
  triedSelfService: told(z.boolean(), 'Whether the customer had tried by themselves first'),
  csat: told(z.number().min(0).max(1), 'Satisfaction, from 0 to 1'),
  weight: told(z.number().gt(0).max(1e9), 'How many contacts it stands for; 1 unless given'),
  language: told(z.enum(['nb', 'nn', 'en']), 'Of the text; guessed unless given'),
})
type LiveRecord = z.infer<typeof liveRecordSchema>

/** Clocks differ, and some programs send local time as if it were UTC; more than a day ahead is a wrong date. */
const mostAheadMs = 86_400_000

/**
 * Whether a record says that it began when nothing can have begun yet. Kept, it would stand last in every period and
 * stretch the figures to its year.
 *
 * @example isAhead({ startedAt: '2091-01-01T00:00:00Z' }, new Date('2027-03-01T08:00:00Z')) // true
 */
export function isAhead({ startedAt }: Pick<LiveRecord, 'startedAt'>, now: Date): boolean {
  return Date.parse(startedAt) > now.getTime() + mostAheadMs
}

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
