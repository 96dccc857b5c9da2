/** A written contact read and coded once more by somebody else, blind: for an appeal, or as a drawn sample (M6.6, M7.10). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, localizedSchema, nothingSchema } from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'
import { answers, askedForm } from '../fieldwork/contract.ts'

export const codingPurposes = ['appeal', 'sample'] as const
export type CodingPurpose = (typeof codingPurposes)[number]

/** The coder's answer where what is written does not tell; in a figure of agreement it is a missing value. */
export const cannotTell = 'cannotTell'

/** The coder's own words about the whole. */
const note = z.string().trim().max(4000)
export type CodingDraft = { readonly answers: Readonly<Record<string, string>>; readonly note: string }

export const codingStates = ['asked', 'handedIn', 'withdrawn'] as const
export type CodingState = (typeof codingStates)[number]
const codingState = z.enum(codingStates)

/** A coding in its coder's list: nothing in it says whose contact centre it is about, or why it is coded. */
const codingTask = z.object({
  codingId: idSchema,
  channel: channelId,
  title: localizedSchema,
  askedAt: instantSchema,
  state: codingState,
  handedInAt: instantSchema.optional(),
})
export type CodingTask = z.infer<typeof codingTask>

const codingDetail = codingTask.extend({
  briefing: localizedSchema,
  /** What is read, with people's names masked. */
  texts: z.array(z.object({ kind: z.enum(['transcript', 'material']), text: z.string() })),
  form: askedForm,
  draft: z.object({ answers, note: z.string() }).optional(),
  handedIn: z.object({ answers, note: z.string(), version: z.number().int() }).optional(),
})
export type CodingDetail = z.infer<typeof codingDetail>

const codingLine = z.object({
  codingId: idSchema,
  contactId: idSchema,
  number: z.number().int(),
  participant: z.string(),
  channel: channelId,
  purpose: z.enum(codingPurposes),
  observer: z.string(),
  coder: z.string(),
  state: codingState,
  askedAt: instantSchema,
  handedInAt: instantSchema.optional(),
  /** Questions that both answered, and on how many of them they agree. */
  compared: z.number().int().optional(),
  agreed: z.number().int().optional(),
})
export type CodingLine = z.infer<typeof codingLine>

const inEdition = z.object({ editionId: idSchema })
const oneCoding = z.object({ codingId: idSchema })
const tags = ['Second coding']

export const codingContract = {
  mine: oc
    .route({
      method: 'GET',
      path: '/observe/codings',
      summary: 'What I am asked to code a second time',
      tags,
    })
    .output(z.object({ items: z.array(codingTask) })),
  open: oc
    .route({
      method: 'GET',
      path: '/observe/codings/{codingId}',
      summary: 'One contact to code: scenario, what was written, and the form without the first answers',
      tags,
    })
    .input(oneCoding)
    .output(codingDetail),
  saveDraft: oc
    .route({
      method: 'PUT',
      path: '/observe/codings/{codingId}/draft',
      summary: 'Keep a half-filled coding',
      tags,
    })
    .input(oneCoding.extend({ answers, note }))
    .output(nothingSchema),
  handIn: oc
    .route({
      method: 'POST',
      path: '/observe/codings/{codingId}/versions',
      summary: 'Hand in a coding; the same hand-in sent twice counts once',
      tags,
      successStatus: 201,
    })
    .input(oneCoding.extend({ handInId: idSchema, answers, note }))
    .output(z.object({ version: z.number().int() })),
  list: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/codings',
      summary: 'Second codings of an edition, and what a sample could be drawn from',
      tags,
    })
    .input(inEdition)
    .output(
      z.object({
        edition: z.string(),
        items: z.array(codingLine),
        /** Written contacts with a form and something to read, and those of them that nobody codes yet. */
        written: z.number().int(),
        free: z.number().int(),
      }),
    ),
  sample: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/codings/sample',
      summary: 'Draw written contacts to be coded again, spread over channels and observers',
      tags,
      successStatus: 201,
    })
    .input(
      inEdition.extend({
        /** Share of the written contacts that nobody codes yet, in per cent. */
        percent: z
          .number()
          .min(1)
          .max(100)
          .meta({ examples: [10] }),
        /** The same seed over the same contacts draws the same sample. */
        seed: z
          .string()
          .trim()
          .min(1)
          .max(60)
          .meta({ examples: ['kontroll-1'] }),
      }),
    )
    .output(z.object({ drawn: z.number().int(), withoutCoder: z.number().int() })),
  withdraw: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/codings/{codingId}/withdraw',
      summary: 'Take back a coding that is not handed in',
      tags,
    })
    .input(inEdition.extend({ codingId: idSchema }))
    .output(nothingSchema),
}
