/** Which column of a table is which field, and what its cells mean. Plain data: kept as a profile and given again. */
import type { EnquiryChannel } from '../../record.ts'
import type { DateOrder } from '../moments.ts'

export const mappedFields = [
  'sourceId',
  'contactId',
  'legOf',
  'channel',
  'direction',
  'startedAt',
  /** The time of day, where the date has a column of its own. */
  'startedTime',
  'customer',
  'text',
  'agentText',
  'reasonCode',
  'queue',
  'waitSeconds',
  'handleSeconds',
  'transfers',
  'outcome',
  'resolved',
  'triedSelfService',
  'csat',
  'weight',
  'language',
] as const
export type MappedField = (typeof mappedFields)[number]

/** Fields whose cells are words with a meaning. */
export const wordFields = [
  'channel',
  'direction',
  'outcome',
  'resolved',
  'triedSelfService',
  'language',
] as const
export type WordField = (typeof wordFields)[number]

/** What a bare number in a column of times means; 01:30 and 00:01:30 are always minutes and seconds, or with hours. */
export type DurationUnit = 'seconds' | 'minutes' | 'hours' | 'milliseconds'

export type ColumnMapping = {
  readonly columns: Readonly<Partial<Record<MappedField, string>>>
  /** For a table of one channel, without a column for it. */
  readonly channel?: EnquiryChannel
  /** What the words of this table mean, in lower case; what is not here is read by the built-in words. */
  readonly values: Readonly<Partial<Record<WordField, Readonly<Record<string, string>>>>>
  readonly units: Readonly<Partial<Record<'waitSeconds' | 'handleSeconds', DurationUnit>>>
  /** The worst and the best answer to the question of satisfaction. */
  readonly csatScale?: { readonly worst: number; readonly best: number }
  readonly decimal: ',' | '.'
  readonly dateOrder: DateOrder
  /** Of moments without a zone of their own. */
  readonly timeZone: string
}
