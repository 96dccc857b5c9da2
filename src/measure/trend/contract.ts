/**
 * Figures over the editions (M7.11): series with their breaks, names that are one centre, what a person says about
 * a break, and the results of editions from before the product. Scores are 0–100, shares in per cent.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  inputIssueSchema,
  instantSchema,
  localizedSchema,
  nothingSchema,
} from '../../platform/http/contract.ts'
import { breakReasons } from '../edition/rules/diff/change.ts'

export const seriesKinds = ['edition', 'class', 'participant'] as const
export type SeriesKind = (typeof seriesKinds)[number]

export const trendPoint = z.object({
  edition: z.string(),
  year: z.number().int(),
  /** Absent for an edition from before the product. */
  editionId: idSchema.nullable(),
  /** The centre in that edition, in a series of one centre. */
  participantId: idSchema.optional(),
  value: z.number(),
  n: z.number().int().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  /** Some of the edition's contacts are not approved yet. */
  isPreliminary: z.boolean(),
})
export type TrendPoint = z.infer<typeof trendPoint>

/** `unknownMethod`: one of the two has no method here. `declared`: a person has said that the series breaks. */
export const stepReasons = [...breakReasons, 'declared', 'unknownMethod'] as const
export type StepReason = (typeof stepReasons)[number]

/** What lies between a point and the next; without reasons they may be joined by a line. */
export const trendStep = z.object({ reasons: z.array(z.enum(stepReasons)), text: z.string().optional() })
export type TrendStep = z.infer<typeof trendStep>

export const trendSeries = z.object({
  figure: z.string().meta({ examples: ['area:agent'] }),
  /** The method's own words; absent for the total and its like. */
  name: localizedSchema.optional(),
  points: z.array(trendPoint),
  steps: z.array(trendStep),
})
export type TrendSeries = z.infer<typeof trendSeries>

export const trendAnswer = z.object({
  kind: z.enum(seriesKinds),
  name: z.string(),
  /** Other names of the same centre or class. */
  alsoNamed: z.array(z.string()),
  series: z.array(trendSeries),
})
export type TrendAnswer = z.infer<typeof trendAnswer>

const tieKind = z.enum(['participant', 'class'])
const name = z.string().trim().min(1).max(200)
const year = z
  .number()
  .int()
  .min(1950)
  .max(2200)
  .meta({ examples: [2024] })

export const tieSchema = z.object({
  kind: tieKind,
  name: name.meta({ examples: ['Nordlys Kraft'] }),
  sameAs: name.meta({ examples: ['Nordlys Energi'] }),
  tiedAt: instantSchema,
})
export const judgementSchema = z.object({
  year,
  kind: z.enum(['break', 'comparable']),
  reason: z
    .string()
    .trim()
    .min(3)
    .max(300)
    .meta({ examples: ['Nye spørsmål og nye poeng'] }),
  judgedAt: instantSchema,
})

export const trendOverview = z.object({
  editions: z.array(
    z.object({ edition: z.string(), year: z.number().int(), editionId: idSchema.nullable() }),
  ),
  classes: z.array(z.string()),
  participants: z.array(z.object({ name: z.string(), class: z.string() })),
  ties: z.array(tieSchema),
  /** Names that end in one edition beside names of the same class that begin in the next. */
  proposals: z.array(z.object({ kind: tieKind, name: z.string(), sameAs: z.string() })),
  judgements: z.array(judgementSchema),
  earlier: z.number().int(),
})
export type TrendOverview = z.infer<typeof trendOverview>

/** One line of the table of results from before the product. */
export const earlierFigure = z.object({
  edition: z.string(),
  year: z.number().int(),
  class: z.string(),
  participant: z.string(),
  figure: z.string(),
  value: z.number(),
  n: z.number().int().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type EarlierFigure = z.infer<typeof earlierFigure>

export const earlierPreview = z.object({
  rows: z.array(
    earlierFigure.extend({ line: z.number().int(), change: z.enum(['new', 'changed', 'unchanged']) }),
  ),
  issues: z.array(inputIssueSchema),
})
export type EarlierPreview = z.infer<typeof earlierPreview>

const upload = z.object({ file: z.file() })
const tags = ['Trend']

export const trendContract = {
  overview: oc
    .route({
      method: 'GET',
      path: '/measure/trend',
      summary:
        'The editions, the classes and centres that can be followed over them, ties and declared breaks',
      tags,
    })
    .output(trendOverview),
  series: oc
    .route({
      method: 'GET',
      path: '/measure/trend/series',
      summary:
        'Every figure of the whole programme, a class or a centre over the editions, with series breaks',
      tags,
    })
    .input(z.object({ kind: z.enum(seriesKinds), name: z.string().max(200).default('') }))
    .output(trendAnswer),
  tie: oc
    .route({
      method: 'POST',
      path: '/measure/trend/ties',
      summary: 'Two names are the same centre or class',
      tags,
    })
    .input(tieSchema.omit({ tiedAt: true }))
    .output(nothingSchema),
  untie: oc
    .route({
      method: 'POST',
      path: '/measure/trend/ties/remove',
      summary: 'Two names are not the same centre or class after all',
      tags,
    })
    .input(tieSchema.omit({ tiedAt: true }))
    .output(nothingSchema),
  judge: oc
    .route({
      method: 'PUT',
      path: '/measure/trend/judgements',
      summary: 'Declare that series break before a year, or that earlier figures are comparable with it',
      tags,
    })
    .input(judgementSchema.omit({ judgedAt: true }))
    .output(nothingSchema),
  unjudge: oc
    .route({
      method: 'POST',
      path: '/measure/trend/judgements/remove',
      summary: 'Take such a declaration back',
      tags,
    })
    .input(z.object({ year }))
    .output(nothingSchema),
  earlier: {
    list: oc
      .route({
        method: 'GET',
        path: '/measure/trend/earlier',
        summary: 'The figures of editions from before the product',
        tags,
      })
      .output(z.object({ items: z.array(earlierFigure) })),
    export: oc
      .route({
        method: 'GET',
        path: '/measure/trend/earlier.csv',
        summary: 'The same as a file that can be imported again',
        tags,
      })
      .output(z.file()),
    previewImport: oc
      .route({
        method: 'POST',
        path: '/measure/trend/earlier/import/preview',
        summary: 'What a file of earlier figures would change, and what is wrong with it line by line',
        tags,
      })
      .input(upload)
      .output(earlierPreview),
    import: oc
      .route({
        method: 'POST',
        path: '/measure/trend/earlier/import',
        summary: 'Import a file of earlier figures: all of it, or nothing',
        tags,
      })
      .input(upload)
      .output(z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })),
    remove: oc
      .route({
        method: 'POST',
        path: '/measure/trend/earlier/remove',
        summary: 'Remove the figures of one earlier edition',
        tags,
      })
      .input(
        z.object({
          year,
          edition: z
            .string()
            .min(1)
            .max(120)
            .meta({ examples: ['2023'] }),
        }),
      )
      .output(z.object({ removed: z.number().int() })),
  },
}
