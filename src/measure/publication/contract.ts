/** What of an edition the public may see, from when, and under which licence its data may be used (M7.9). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, languageSchema } from '../../platform/http/contract.ts'

/** `winners`: only the best are named; `open`: every participant that may be named, with its result. */
export const listings = ['winners', 'open'] as const
export type Listing = (typeof listings)[number]

/** Licences for open data, by their SPDX names. */
export const licences = ['CC-BY-4.0', 'CC0-1.0'] as const
export type Licence = (typeof licences)[number]

const settings = z.object({
  listing: z.enum(listings).meta({ examples: ['winners'] }),
  /** Whether the open list also names those who were measured without having entered. */
  namesAll: z.boolean(),
  /** Null: no open data. */
  licence: z.enum(licences).nullable(),
  /** From when the page is shown; null: it is not. */
  opensAt: instantSchema.nullable(),
})
export type PublicationSettings = z.infer<typeof settings>

const publicationAnswer = settings.extend({
  edition: z.string(),
  /** The page's path; null until something has been chosen. */
  path: z.string().nullable(),
  /** Whether anybody may read it now. */
  isOpen: z.boolean(),
  /** Only an edition whose results are shared with its participants can be public. */
  shared: z.boolean(),
  participants: z.number().int(),
  /** Participants that were measured without having entered. */
  notEntered: z.number().int(),
})
export type PublicationAnswer = z.infer<typeof publicationAnswer>

const inEdition = z.object({ editionId: idSchema })
const tags = ['Publication']

export const publicationContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/publication',
      summary: 'What of an edition is public, and where',
      tags,
    })
    .input(inEdition)
    .output(publicationAnswer),
  set: oc
    .route({
      method: 'PUT',
      path: '/measure/editions/{editionId}/publication',
      summary: 'Choose what is public and from when, or take it back',
      tags,
    })
    .input(inEdition.extend(settings.shape))
    .output(publicationAnswer),
  press: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/press-list',
      summary: 'Winners, the best on each channel and the facts for the press, with the embargo',
      tags,
    })
    .input(
      inEdition.extend({
        language: languageSchema.default('nb'),
        format: z.enum(['txt', 'csv', 'xlsx']).meta({ examples: ['txt'] }),
      }),
    )
    .output(z.file()),
  openData: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/open-data.zip',
      summary:
        'The open data as they are or would be published, with a program that computes every figure again',
      tags,
    })
    .input(inEdition)
    .output(z.file()),
}
