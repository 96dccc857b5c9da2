/** Participants of an edition and how each can be reached: shapes and endpoints, safe in the browser. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, inputIssueSchema, instantSchema } from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'

export const variants = ['single', 'competitor'] as const
export const relationships = ['own', 'competitor', 'publicInterest'] as const
/** The five ways that are looked for; e-mail and form are one channel of the plan. */
export const contactWays = ['phone', 'email', 'contactForm', 'chat', 'messenger'] as const
export type ContactWay = (typeof contactWays)[number]
export type Variant = (typeof variants)[number]
export type Relationship = (typeof relationships)[number]
export const mostCompetitors = 5

const way = z.string().trim().max(500).nullable()
/** What observers use for each way; null: the participant cannot be reached so. */
export const channelsSchema = z.object({
  phone: way,
  email: way,
  contactForm: way,
  chat: way,
  messenger: way,
})
export type Channels = z.infer<typeof channelsSchema>

export const evidenceSchema = z.object({
  kind: z.enum(['phone', 'email', 'form', 'chat', 'messenger', 'facebookPage', 'page']),
  value: z.string(),
  verdict: z.enum(['used', 'hint', 'rejected']),
  reason: z.string().optional(),
  snippet: z.string(),
  url: z.string().optional(),
})

/** What one check found on the participant's pages. */
export const foundSchema = z.object({
  phone: z.array(z.object({ number: z.string(), e164: z.string().nullable(), label: z.string() })),
  email: z.array(z.string()),
  contactForm: z.union([z.boolean(), z.string()]),
  chat: z.array(z.object({ vendor: z.string() })),
  messenger: z.array(z.string()),
  evidence: z.array(evidenceSchema),
  pages: z.array(z.string()),
  skipped: z.array(z.object({ url: z.string(), reason: z.string() })),
})
export type Found = z.infer<typeof foundSchema>

const round = z.union([z.literal(1), z.literal(2)])
export type Round = z.infer<typeof round>

/** `read`: pages were read · `refused`: the address may not be read · `failed`: nothing answered. */
export const outcomes = ['read', 'refused', 'failed'] as const
export const checkSchema = z.object({
  round,
  checkedAt: instantSchema,
  source: z.string(),
  outcome: z.enum(outcomes),
  /** Why it was not read: a key such as `robots` or `private-address`. */
  reason: z.string().nullable(),
  found: foundSchema,
  screenshot: z.boolean(),
})
export type Check = z.infer<typeof checkSchema>

/** withdrawn · confirmed by a person · different checks · failed · agreed twice · once · unchecked. */
export const participantStates = [
  'withdrawn',
  'confirmed',
  'different',
  'failed',
  'agreed',
  'once',
  'unchecked',
] as const
export type ParticipantState = (typeof participantStates)[number]

export const participantSchema = z.object({
  participantId: idSchema,
  name: z.string(),
  class: z.string(),
  website: z.string().nullable(),
  variant: z.enum(variants),
  relationship: z.enum(relationships),
  competitors: z.array(idSchema),
  channels: channelsSchema,
  /** The channels that the plan will use: at most three, in order. */
  chosen: z.array(channelId),
  state: z.enum(participantStates),
  differences: z.array(z.enum(contactWays)),
  /** It has planned contacts, so its channels change by changing the plan. */
  frozen: z.boolean(),
  confirmed: z.object({ at: instantSchema, by: z.string() }).nullable(),
  note: z.string().nullable(),
})
export type Participant = z.infer<typeof participantSchema>

export const participantDetailSchema = participantSchema.extend({
  checks: z.array(checkSchema),
  /** What the last check suggests; the starting point of a confirmation. */
  proposal: channelsSchema,
})
export type ParticipantDetail = z.infer<typeof participantDetailSchema>

const listSchema = z.object({
  items: z.array(participantSchema),
  classes: z.array(z.object({ name: z.string(), count: z.number().int() })),
})
export type ParticipantList = z.infer<typeof listSchema>

const editable = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ examples: ['Fjordstrøm'] }),
  class: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({ examples: ['Strøm'] }),
  website: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .meta({ examples: ['https://www.fjordstrom.example/'] }),
  variant: z.enum(variants),
  relationship: z.enum(relationships),
  competitors: z.array(idSchema).max(mostCompetitors),
}

export const importFields = [
  'name',
  'class',
  'website',
  'variant',
  'relationship',
  'competitors',
  ...contactWays,
] as const
export type ImportField = (typeof importFields)[number]
/** Field → the header of the column that holds it. */
export const mappingSchema = z.partialRecord(z.enum(importFields), z.string().max(300))
export type Mapping = z.infer<typeof mappingSchema>

const importRowSchema = z.object({
  line: z.number().int(),
  name: z.string(),
  class: z.string(),
  change: z.enum(['new', 'changed', 'unchanged']),
  fields: z.array(z.enum(importFields)),
})
export type ImportRow = z.infer<typeof importRowSchema>
export const previewSchema = z.object({
  header: z.array(z.string()),
  mapping: mappingSchema,
  encoding: z.string(),
  rows: z.array(importRowSchema),
  issues: z.array(inputIssueSchema),
})
export type ImportPreview = z.infer<typeof previewSchema>

const edition = z.object({ editionId: idSchema })
const one = edition.extend({ participantId: idSchema })
const upload = edition.extend({ file: z.file(), mapping: mappingSchema.optional() })
const path = '/measure/editions/{editionId}/participants' as const
const tags = ['Participants']

export const participantsContract = {
  list: oc
    .route({ method: 'GET', path, summary: 'Who takes part, and how far their channels are settled', tags })
    .input(edition)
    .output(listSchema),
  get: oc
    .route({
      method: 'GET',
      path: `${path}/{participantId}`,
      summary: 'One participant with the evidence of both checks',
      tags,
    })
    .input(one)
    .output(participantDetailSchema),
  add: oc
    .route({ method: 'POST', path, summary: 'Add a participant', tags })
    .input(edition.extend(editable))
    .output(participantDetailSchema),
  edit: oc
    .route({
      method: 'PUT',
      path: `${path}/{participantId}`,
      summary: "Change a participant's name, class, address or entry",
      tags,
    })
    .input(one.extend(editable))
    .output(participantDetailSchema),
  withdraw: oc
    .route({
      method: 'POST',
      path: `${path}/{participantId}/withdrawal`,
      summary: 'Take a participant out of the edition',
      tags,
    })
    .input(one.extend({ reason: z.string().trim().min(1).max(500) }))
    .output(participantDetailSchema),
  reinstate: oc
    .route({
      method: 'DELETE',
      path: `${path}/{participantId}/withdrawal`,
      summary: 'Take a withdrawn participant in again',
      tags,
    })
    .input(one)
    .output(participantDetailSchema),
  confirm: oc
    .route({
      method: 'PUT',
      path: `${path}/{participantId}/channels`,
      summary: 'Confirm or override how a participant is reached',
      tags,
    })
    .input(one.extend({ channels: channelsSchema, note: z.string().trim().max(1000).nullable() }))
    .output(participantDetailSchema),
  confirmAgreed: oc
    .route({
      method: 'POST',
      path: `${path}/agreed`,
      summary: 'Confirm every participant whose two checks agree',
      tags,
    })
    .input(edition)
    .output(z.object({ confirmed: z.number().int() })),
  confirmListed: oc
    .route({
      method: 'POST',
      path: `${path}/listed`,
      summary: 'Confirm what stands in the list for every participant that has not been checked',
      tags,
    })
    .input(edition)
    .output(z.object({ confirmed: z.number().int() })),
  discover: oc
    .route({
      method: 'POST',
      path: `${path}/checks`,
      summary: 'Read the pages of some or all participants, first or second time',
      tags,
    })
    .input(edition.extend({ round, participantIds: z.array(idSchema).max(5000).optional() }))
    .output(z.object({ jobId: idSchema, participants: z.number().int() })),
  screenshot: oc
    .route({
      method: 'GET',
      path: `${path}/{participantId}/checks/{round}/screenshot`,
      summary: 'The picture that was taken during a check',
      tags,
    })
    .input(one.extend({ round: z.coerce.number().int().min(1).max(2) }))
    .output(z.file()),
  previewImport: oc
    .route({
      method: 'POST',
      path: `${path}/import/preview`,
      summary: 'What an import would change, row by row; nothing is saved',
      tags,
    })
    .input(upload)
    .output(previewSchema),
  import: oc
    .route({
      method: 'POST',
      path: `${path}/import`,
      summary: 'Import a file of participants: all of it, or nothing',
      tags,
    })
    .input(upload)
    .output(z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })),
}
