/** What comes in: sources, deliveries with what was refused, every enquiry, and how texts are kept and deleted (U1). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  judgedLater,
  nothingSchema,
  pageOf,
  pageQueryOf,
  placeSchema,
  plainDateSchema,
} from '../../platform/http/contract.ts'
import { customerKinds } from './rules/customer-name.ts'
import { enquiryChannels, enquiryLanguages } from './rules/enquiry-words.ts'
import { liveRecordSchema } from './rules/live-record.ts'
import { readerProfileSchema } from './rules/reader-profile.ts'
import { enquiryOutcomes } from './rules/record.ts'
import { sourceKinds } from './rules/source-kinds.ts'

const channelSchema = z.enum(enquiryChannels).meta({ examples: ['phone'] })
const kindSchema = z.enum(sourceKinds).meta({ examples: ['table'] })
const words = (most: number) => z.string().trim().min(1).max(most)
const countSchema = z.number().int().min(0)
const maskedSchema = z
  .record(z.string(), z.number())
  .meta({ description: 'How often each kind of personal data was masked, and lines that were cut' })

/** How a source is read: the reader's own settings, what names a customer, names to mask, the reasons of a tally. */
export const profileSchema = z.object({
  reader: readerProfileSchema.optional(),
  customerKind: z.enum(customerKinds).optional(),
  names: z.array(z.string().max(100)).max(2000).optional(),
  keepNames: z.array(z.string().max(100)).max(2000).optional(),
  reasons: z.array(words(80)).max(40).optional(),
})
export type SourceProfile = z.infer<typeof profileSchema>

const sourceFields = z.object({
  name: words(100).meta({ examples: ['Telefonsentralen'] }),
  contactDefinition: words(2000).meta({
    description: 'What counts as one contact in this source',
    examples: ['En samtale er én henvendelse, også når den settes over.'],
  }),
  profile: profileSchema.meta({ examples: [{}] }),
  channel: channelSchema
    .nullable()
    .meta({ description: 'Of records that name no channel', examples: ['phone'] }),
  retentionMonths: z
    .number()
    .int()
    .min(1)
    .max(120)
    .nullable()
    .meta({ description: 'Months after which texts are deleted; null keeps them', examples: [24] }),
})

const sourceSchema = sourceFields.extend({
  sourceId: idSchema,
  kind: kindSchema,
  createdAt: instantSchema,
  retiredAt: instantSchema.nullable(),
})
export type IntakeSource = z.infer<typeof sourceSchema>

const countsSchema = z.object({
  read: countSchema,
  landed: countSchema,
  known: countSchema,
  changed: countSchema,
  refused: countSchema,
  contacts: z.number().meta({ description: 'Contacts that came: the sum of weights, legs left out' }),
})

const batchSchema = z.object({
  batchId: z.uuid(),
  sourceId: idSchema,
  sourceName: z.string(),
  fileName: z.string().nullable(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  jobId: z.uuid().nullable(),
  person: z.string().nullable(),
  receivedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  counts: countsSchema,
  masked: maskedSchema,
  error: z.string().nullable(),
  /** The same file has come in before. */
  sameFileAs: z.uuid().nullable(),
})
export type IntakeBatch = z.infer<typeof batchSchema>

const refusalSchema = z.object({
  number: z.number().int(),
  line: z.number().int().nullable(),
  path: z.string().nullable(),
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type IntakeRefusal = z.infer<typeof refusalSchema>

const mailboxSchema = z.object({
  host: z.string(),
  port: z.number().int(),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string(),
  folder: z.string(),
  everyMinutes: z.number().int(),
  lastFetchAt: instantSchema.nullable(),
  lastError: z.string().nullable(),
})
export type IntakeMailbox = z.infer<typeof mailboxSchema>

const summarySourceSchema = sourceSchema.extend({
  /** Over all deliveries. */
  counts: countsSchema,
  masked: maskedSchema,
  batches: countSchema,
  lastBatch: z.object({ batchId: z.uuid(), at: instantSchema, state: batchSchema.shape.state }).nullable(),
  /** What the table of enquiries holds of this source. */
  stored: z.object({ rows: countSchema, contacts: z.number(), withText: countSchema }),
  /** From the first to the last enquiry; null while there is none. */
  days: z.object({ from: plainDateSchema, to: plainDateSchema }).nullable(),
  /** Whether what was read is what landed, was known, changed or refused, and what came is what is stored. */
  reconciles: z.boolean(),
  mailbox: mailboxSchema.nullable(),
})
export type SourceSummary = z.infer<typeof summarySourceSchema>

const channelTotalSchema = z.object({
  channel: channelSchema,
  sourceId: idSchema,
  rows: countSchema,
  contacts: z.number(),
  countOnly: z.number().meta({ description: 'Contacts of rows without a text' }),
})

/** The filters of every list of enquiries; the same names stand in the addresses of the pages. */
export const enquiryFilterSchema = z.object({
  source: idSchema.optional(),
  batch: z.uuid().optional(),
  channel: channelSchema.optional(),
  from: plainDateSchema.optional(),
  to: plainDateSchema.optional(),
  topic: idSchema.optional(),
  code: z.string().max(200).optional(),
  customer: z.string().max(100).optional(),
  outcome: z.enum(enquiryOutcomes).optional(),
  q: z.string().max(200).optional(),
})
export type EnquiryFilter = z.infer<typeof enquiryFilterSchema>

const topicShareSchema = z.object({
  topicId: z.uuid(),
  name: z.string(),
  share: z.number(),
  certainty: z.number(),
  unsure: z.boolean(),
})

const enquiryLineSchema = z.object({
  enquiryId: z.uuid(),
  sourceId: z.uuid(),
  sourceName: z.string(),
  channel: channelSchema,
  direction: z.enum(['in', 'out']),
  startedAt: instantSchema,
  text: z.string().nullable(),
  reasonCode: z.string().nullable(),
  weight: z.number(),
  customerKey: z.string().nullable(),
  textRemoved: z.boolean(),
  topics: z.array(topicShareSchema),
})
export type EnquiryLine = z.infer<typeof enquiryLineSchema>

const enquirySchema = enquiryLineSchema.extend({
  sourceRecordId: z.string(),
  batchId: z.uuid(),
  contactId: z.string().nullable(),
  legOf: z.string().nullable(),
  agentText: z.string().nullable(),
  queue: z.string().nullable(),
  waitSeconds: z.number().nullable(),
  handleSeconds: z.number().nullable(),
  transfers: z.number().nullable(),
  outcome: z.string().nullable(),
  resolved: z.boolean().nullable(),
  triedSelfService: z.boolean().nullable(),
  csat: z.number().nullable(),
  language: z.enum(enquiryLanguages).nullable(),
})
export type EnquiryDetail = z.infer<typeof enquirySchema>

const uploadSchema = z.object({
  uploadId: idSchema,
  fileName: z.string(),
  sizeBytes: countSchema,
  parts: z.number().int(),
  /** The numbers of the parts that are there, from 0. */
  there: z.array(z.number().int()),
})

/** Bytes of one part of an upload; the last one may be smaller. */
export const partBytes = 4 * 1024 * 1024
export const mostParts = 500

const recordExample = {
  id: 'samtale-4711',
  startedAt: '2026-03-02T08:30:00.000Z',
  channel: 'phone',
  text: 'Når kommer pakken min?',
  customer: '+4722225555',
  reasonCode: 'levering',
  handleSeconds: 240,
}

const receiveInput = z.object({
  source: idSchema,
  records: z
    .array(judgedLater(liveRecordSchema))
    .min(1)
    .max(1000)
    .meta({ examples: [[recordExample]] }),
})

const previewSchema = z.object({
  /** The settings that it was read with: those that were sent, or guessed from the file. */
  reader: readerProfileSchema,
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  /** Words of the mapped columns that mean nothing yet. */
  unread: z.array(
    z.object({
      field: z.string(),
      values: z.array(z.object({ value: z.string(), count: countSchema })),
    }),
  ),
  items: z.array(
    z.object({
      line: z.number().int().nullable(),
      row: enquirySchema
        .pick({
          channel: true,
          direction: true,
          startedAt: true,
          text: true,
          agentText: true,
          reasonCode: true,
          queue: true,
          waitSeconds: true,
          handleSeconds: true,
          weight: true,
          resolved: true,
          csat: true,
          language: true,
        })
        .extend({ recordId: z.string(), hasCustomer: z.boolean() })
        .nullable(),
      refusal: refusalSchema.omit({ number: true }).nullable(),
    }),
  ),
  read: countSchema,
  refused: countSchema,
  masked: maskedSchema,
})
export type IntakePreview = z.infer<typeof previewSchema>

const tally = z.object({
  sourceId: idSchema,
  name: z.string(),
  reasons: z.array(z.string()),
  /** Today's presses of everybody at this source. */
  today: z.array(z.object({ reason: z.string(), count: countSchema })),
})

const pressSchema = z.object({
  pressId: idSchema.meta({ description: 'Made by the phone: the same press sent twice counts once' }),
  reason: words(80).meta({ examples: ['Åpningstider'] }),
  at: instantSchema,
  undone: z.boolean().default(false),
})

const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/${string}`, summary: string) =>
  oc.route({ method, path: `/understand${path}`, summary, tags: ['Intake'] })

const ofSource = z.object({ sourceId: idSchema })
const ofBatch = z.object({ batchId: z.uuid().meta({ examples: ['0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d'] }) })
const customerInput = z.object({
  customer: words(200).meta({
    description: 'An e-mail address, a telephone number or a customer number, as the customer writes it',
    examples: ['kari@eksempel.no'],
  }),
})

export const intakeContract = {
  summary: route('GET', '/intake', 'What has come in, from where, and whether it adds up').output(
    z.object({ sources: z.array(summarySourceSchema), channels: z.array(channelTotalSchema) }),
  ),
  sources: {
    get: route('GET', '/intake/sources/{sourceId}', 'One source').input(ofSource).output(summarySourceSchema),
    create: route('POST', '/intake/sources', 'Make a source')
      .input(sourceFields.extend({ kind: kindSchema }))
      .output(sourceSchema),
    edit: route('PUT', '/intake/sources/{sourceId}', 'Change a source')
      .input(sourceFields.extend({ sourceId: idSchema }))
      .output(sourceSchema),
    retire: route('POST', '/intake/sources/{sourceId}/retire', 'Retire a source or take it back into use')
      .input(ofSource.extend({ retired: z.boolean() }))
      .output(sourceSchema),
  },
  uploads: {
    begin: route('POST', '/intake/uploads', 'Begin to send a file in parts')
      .input(
        z.object({
          fileName: words(300).meta({ examples: ['henvendelser.csv'] }),
          sizeBytes: z
            .number()
            .int()
            .min(1)
            .max(partBytes * mostParts)
            .meta({ examples: [8] }),
        }),
      )
      .output(uploadSchema),
    part: route('PUT', '/intake/uploads/{uploadId}/parts/{number}', 'Send one part; again if it was lost')
      .input(
        z.object({
          uploadId: idSchema,
          // In the path, and so a text.
          number: z.coerce
            .number<number>()
            .int()
            .min(0)
            .max(mostParts - 1)
            .meta({ examples: [0] }),
          part: z.file().max(partBytes),
        }),
      )
      .output(nothingSchema),
    get: route('GET', '/intake/uploads/{uploadId}', 'Which parts have come')
      .input(z.object({ uploadId: idSchema }))
      .output(uploadSchema),
    discard: route('DELETE', '/intake/uploads/{uploadId}', 'Throw the file away')
      .input(z.object({ uploadId: idSchema }))
      .output(nothingSchema),
    preview: route('POST', '/intake/uploads/{uploadId}/preview', 'Read the first rows with these settings')
      .input(
        z.object({
          uploadId: idSchema,
          kind: kindSchema,
          channel: channelSchema.nullable(),
          profile: profileSchema,
        }),
      )
      .output(previewSchema),
  },
  import: route('POST', '/intake/sources/{sourceId}/import', 'Read the whole file into the source')
    .input(ofSource.extend({ uploadId: idSchema }))
    .output(batchSchema),
  batches: {
    list: route('GET', '/intake/batches', 'Deliveries, newest first')
      .input(pageQueryOf(instantSchema, idSchema).extend({ sourceId: idSchema.optional() }))
      .output(pageOf(batchSchema)),
    get: route('GET', '/intake/batches/{batchId}', 'One delivery')
      .input(ofBatch)
      .output(
        batchSchema.extend({ reasons: z.array(z.object({ reason: z.string(), rows: z.number().int() })) }),
      ),
    refusals: route('GET', '/intake/batches/{batchId}/refusals', 'Rows that were refused, by line and reason')
      .input(ofBatch.extend(pageQueryOf(placeSchema).shape))
      .output(pageOf(refusalSchema)),
    exportRefusals: route('GET', '/intake/batches/{batchId}/refusals.csv', 'The refused rows as CSV')
      .input(ofBatch)
      .output(z.file()),
    cancel: route('POST', '/intake/batches/{batchId}/cancel', 'Stop a delivery; what has landed stays')
      .input(ofBatch)
      .output(batchSchema),
  },
  receive: route('POST', '/enquiries', 'Deliver enquiries as they happen; the same id twice is once')
    .input(receiveInput)
    .output(
      z.object({
        batchId: z.uuid(),
        counts: countsSchema,
        refused: z.array(
          z.object({
            record: z
              .number()
              .int()
              .min(1)
              .meta({ description: 'Its number among those that were sent, from 1' }),
            reason: z.string().meta({ examples: ['bad-value'] }),
            path: z
              .string()
              .nullable()
              .meta({ description: 'The field that is wrong', examples: ['startedAt'] }),
          }),
        ),
      }),
    ),
  enquiries: {
    list: route('GET', '/enquiries', 'Enquiries, newest first')
      .input(pageQueryOf(plainDateSchema, instantSchema, idSchema).extend(enquiryFilterSchema.shape))
      .output(pageOf(enquiryLineSchema)),
    count: route('GET', '/enquiries/count', 'How many enquiries the filters leave')
      .input(enquiryFilterSchema)
      .output(z.object({ rows: countSchema, contacts: z.number() })),
    get: route('GET', '/enquiries/{enquiryId}', 'One enquiry with its whole conversation')
      .input(z.object({ enquiryId: z.uuid() }))
      .output(
        z.object({
          enquiry: enquirySchema,
          /** All parts of the same contact, in order, this one included. */
          conversation: z.array(enquirySchema),
          /** Other contacts of the same customer, newest first. */
          others: z.array(enquiryLineSchema),
        }),
      ),
  },
  mailbox: {
    save: route('PUT', '/intake/sources/{sourceId}/mailbox', 'Which mailbox folder is read, and how often')
      .input(
        ofSource.extend({
          host: words(253).meta({ examples: ['imap.eksempel.no'] }),
          port: z
            .number()
            .int()
            .min(1)
            .max(65_535)
            .meta({ examples: [993] }),
          security: z.enum(['tls', 'starttls', 'none']).meta({ examples: ['tls'] }),
          user: words(200).meta({ examples: ['post@eksempel.no'] }),
          /** Left out, the one that is kept stays. */
          password: z.string().min(1).max(500).optional(),
          folder: words(200).meta({ examples: ['INBOX'] }),
          everyMinutes: z
            .number()
            .int()
            .min(5)
            .max(1440)
            .meta({ examples: [15] }),
        }),
      )
      .output(mailboxSchema),
    fetch: route('POST', '/intake/sources/{sourceId}/fetch', 'Fetch new messages now')
      .input(ofSource)
      .output(z.object({ jobId: z.uuid() })),
  },
  tally: {
    get: route('GET', '/intake/tally/{sourceId}', 'The buttons of a tally and what was counted today')
      .input(ofSource)
      .output(tally),
    press: route('POST', '/intake/tally/{sourceId}', 'Count, or take back what was counted')
      .input(ofSource.extend({ presses: z.array(pressSchema).min(1).max(500) }))
      .output(tally),
  },
  customer: {
    find: route('POST', '/intake/customer', 'What is stored about one customer')
      .input(customerInput)
      .output(z.object({ customerKey: z.string(), rows: countSchema, withText: countSchema })),
    export: route('POST', '/intake/customer/export', 'Everything stored about one customer, as a file')
      .input(customerInput)
      .output(z.file()),
    erase: route('POST', '/intake/customer/erase', 'Delete texts and customer key; the counts stay')
      .input(customerInput)
      .output(z.object({ rows: countSchema })),
  },
}
