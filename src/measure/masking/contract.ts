/** What a participant reads with people's names masked, and what a person may change about it (M6.7). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, localizedSchema } from '../../platform/http/contract.ts'

/** The field of what was written on both sides; the others are the form's comments by their ids. */
export const transcriptField = 'transcript'

const place = z
  .number()
  .int()
  .min(0)
  .max(40_000)
  .meta({ examples: [0] })

const mask = z.object({
  from: z.number().int(),
  to: z.number().int(),
  kind: z.enum(['name', 'phone', 'email', 'nationalId']),
  /** What stands there instead. */
  label: z.string(),
  by: z.enum(['rule', 'person']),
})

const maskedTexts = z.object({
  version: z.number().int(),
  fields: z.array(
    z.object({
      field: z.string(),
      /** The question that a comment answers; absent for the transcript. */
      title: localizedSchema.optional(),
      text: z.string(),
      masks: z.array(mask),
    }),
  ),
  /** What people have masked or lifted, newest first. */
  byHand: z.array(
    z.object({
      field: z.string(),
      text: z.string(),
      verdict: z.enum(['mask', 'lift']),
      person: z.string(),
      madeAt: instantSchema,
    }),
  ),
})
export type MaskedTexts = z.infer<typeof maskedTexts>

const oneContact = z.object({ editionId: idSchema, contactId: idSchema })
const path = '/measure/editions/{editionId}/contacts/{contactId}/masks' as const
const tags = ['Masking']

export const maskingContract = {
  get: oc
    .route({ method: 'GET', path, summary: 'The texts of a contact, and what is masked in them', tags })
    .input(oneContact)
    .output(maskedTexts),
  set: oc
    .route({
      method: 'POST',
      path,
      summary: 'Mask a place in a text, or lift the masks there, for everybody but organisers',
      tags,
      successStatus: 201,
    })
    .input(
      oneContact.extend({
        /** The version that was read; another one was handed in meanwhile: refused. */
        version: z.number().int().min(1),
        field: z.string().max(64),
        from: place,
        to: place.meta({ examples: [4] }),
        verdict: z.enum(['mask', 'lift']),
      }),
    )
    .output(maskedTexts),
}
