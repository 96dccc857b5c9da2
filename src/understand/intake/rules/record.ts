/**
 * One enquiry as every source is read into it (U1.1). What a source lacks is left out of the record: an absent
 * field means "the source does not say", never no, zero or nothing.
 */

/** Ways in which people ask; `web` is a form, `search` and `faq` are counts of what was looked for or voted on. */
export const enquiryChannels = [
  'phone',
  'chat',
  'chatbot',
  'email',
  'web',
  'social',
  'sms',
  'letter',
  'counter',
  'search',
  'faq',
  'other',
] as const
export type EnquiryChannel = (typeof enquiryChannels)[number]

export const enquiryOutcomes = ['answered', 'abandoned', 'missed', 'voicemail', 'callback', 'spam'] as const
export type EnquiryOutcome = (typeof enquiryOutcomes)[number]

export type EnquiryLanguage = 'nb' | 'nn' | 'en'

export type EnquiryRecord = {
  /** The record's id in its source; together with the source it is the same record however often it is read. */
  readonly sourceId: string
  /** The contact that the record is, or is a leg of. One contact with five legs is counted once. */
  readonly contactId?: string
  /** The `sourceId` of the record that this one is a leg of; absent on the contact itself. */
  readonly legOf?: string
  readonly channel?: EnquiryChannel
  /** `in`: the customer began; `out`: the organisation did. */
  readonly direction?: 'in' | 'out'
  /** A moment, ISO 8601 in UTC: 2027-03-01T08:05:00.000Z. */
  readonly startedAt?: string
  /** Who asked, as the source writes it: a number, an address, an id. Made a keyed hash before it is stored. */
  readonly customer?: string
  /** What the customer said. Neither masked nor cut here. */
  readonly text?: string
  /** What the organisation answered. */
  readonly agentText?: string
  readonly reasonCode?: string
  readonly queue?: string
  readonly waitSeconds?: number
  /** Talk, hold and after-work together. */
  readonly handleSeconds?: number
  /** How often the contact was handed on from one person to another. */
  readonly transfers?: number
  readonly outcome?: EnquiryOutcome
  readonly resolved?: boolean
  readonly triedSelfService?: boolean
  /** Satisfaction from 0 (worst) to 1 (best), whatever scale the source has. */
  readonly csat?: number
  /** How many enquiries the row stands for; absent means one. */
  readonly weight?: number
  readonly language?: EnquiryLanguage
}

/** Where in an input something stands: the line of a file, the number of a record (from 1), a path inside it. */
export type Place = { readonly line?: number; readonly record?: number; readonly path?: string }

export const readReasons = [
  /** Not JSON, not a table, not a message: the record cannot be read at all. */
  'unreadable',
  /** Something other than what this source sends: a list where a ticket should be. */
  'wrong-shape',
  'missing-id',
  'missing-time',
  'bad-time',
  /** A moment that has not been yet, by more than clocks differ. */
  'future-time',
  'bad-number',
  'bad-channel',
  'bad-value',
  'nothing-asked',
  'too-many-cells',
  'too-large',
  'too-deep',
  'cut-off',
  'file-damaged',
  'encoding',
  'column-missing',
] as const
export type ReadReason = (typeof readReasons)[number]

export type ReadParams = Readonly<Record<string, string | number>>

/** One thing that a reader met: a record, or why there is none. */
export type ReadItem =
  | { readonly ok: true; readonly record: EnquiryRecord; readonly at: Place }
  | { readonly ok: false; readonly at: Place; readonly reason: ReadReason; readonly params: ReadParams }

/** What every reader is: bytes in as they come, records and refusals out in the order met. It never throws. */
export type Reader<Settings> = (
  input: AsyncIterable<Uint8Array>,
  settings: Settings,
) => AsyncGenerator<ReadItem, void, undefined>
