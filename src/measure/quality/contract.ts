/**
 * How good an edition's own data are: observers, agreement, variance, drift and questions (M7.10). For the organiser.
 * Scores are in points of 100; `null` says that the figure cannot be known from the contacts.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, localizedSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'

const interval = z.tuple([z.number(), z.number()])
const share = z.number()

/** Where the differences between scores come from. `rest` is what differs between contacts that share all the others. */
export const componentIds = [
  'participant',
  'participantChannel',
  'channel',
  'observer',
  'scenario',
  'rest',
] as const
export type ComponentId = (typeof componentIds)[number]

const component = z.object({
  component: z.enum(componentIds),
  variance: z.number(),
  /** Of all variance, 0–1; the shares sum to 1. */
  share,
  interval: interval.nullable(),
})
export type Component = z.infer<typeof component>

/** How well the total tells participants of a class apart that have these channels. */
const reliability = z.object({
  channels: z.array(channelId),
  participants: z.number().int(),
  contacts: z.number().int(),
  /** 0–1. */
  value: z.number(),
  interval: interval.nullable(),
  /** Contacts each that it takes to reach 0.8; null when 500 do not suffice. */
  needed: z.number().int().nullable(),
  curve: z.array(z.object({ contacts: z.number().int(), value: z.number() })),
})
export type Reliability = z.infer<typeof reliability>

const variance = z.object({
  contacts: z.number().int(),
  /** Copies of the season that the intervals were drawn from. */
  draws: z.number().int(),
  components: z.array(component),
  reliability: z.array(reliability),
})
export type Variance = z.infer<typeof variance>

export const severityVerdicts = ['severe', 'lenient', 'unclear'] as const

const observerQuality = z.object({
  observerId: idSchema,
  name: z.string(),
  /** Answered contacts. */
  contacts: z.number().int(),
  mean: z.number(),
  /** How many points higher than others the observer scores the same, shrunk towards 0. */
  effect: z.number(),
  interval,
  verdict: z.enum(severityVerdicts),
  /** Change over the season in points a month, and its chance if nothing changed, adjusted for all observers. */
  drift: z.object({ slope: z.number(), interval: interval.nullable(), p: z.number() }).nullable(),
})
export type ObserverQuality = z.infer<typeof observerQuality>

const adjustedParticipant = z.object({
  participantId: idSchema,
  participant: z.string(),
  class: z.string(),
  total: z.number(),
  adjusted: z.number(),
  rank: z.number().int(),
  adjustedRank: z.number().int(),
})
export type AdjustedParticipant = z.infer<typeof adjustedParticipant>

const weekQuality = z.object({
  week: z.number().int(),
  from: plainDateSchema,
  n: z.number().int(),
  /** Mean of what is left of the scores when participant, channel, observer and scenario are taken out. */
  mean: z.number(),
  interval: interval.nullable(),
})

const season = z.object({
  weeks: z.array(weekQuality),
  /** Points a month over the whole season. */
  slope: z.number(),
  interval: interval.nullable(),
  p: z.number(),
  /** The week from which the level is most different, and the chance of such a one if nothing changed. */
  change: z
    .object({ week: z.number().int(), from: plainDateSchema, difference: z.number(), p: z.number() })
    .nullable(),
})
export type Season = z.infer<typeof season>

const coefficient = z.object({
  units: z.number().int(),
  alpha: z.number().nullable(),
  interval: interval.nullable(),
  /** Pairs with the very same answer, 0–1. */
  agreed: share,
})

export const agreement = z.object({
  pairs: z.number().int(),
  total: coefficient.nullable(),
  areas: z.array(coefficient.extend({ area: z.string() })),
  questions: z.array(
    coefficient.extend({ question: z.string(), metric: z.enum(['nominal', 'ordinal', 'interval']) }),
  ),
})
export type Agreement = z.infer<typeof agreement>

const itemQuality = z.object({
  question: z.string(),
  /** Answered by the clock, so not expected to go with what the observer saw. */
  clock: z.boolean(),
  n: z.number().int(),
  /** Of those asked, 0–1. */
  notApplicable: share,
  lowest: share,
  highest: share,
  /** Correlation with the score of all the other questions. */
  itemRest: z.number().nullable(),
})
export type ItemQuality = z.infer<typeof itemQuality>

const itemPair = z.object({
  one: z.string(),
  other: z.string(),
  n: z.number().int(),
  rho: z.number(),
  interval,
})
export type ItemPair = z.infer<typeof itemPair>

const consistency = z.object({
  area: z.string(),
  form: z.enum(['spoken', 'written']),
  questions: z.number().int(),
  n: z.number().int(),
  alpha: z.number(),
  interval: interval.nullable(),
  /** McDonald's omega; null with fewer than three questions, or without a common factor. */
  omega: z.number().nullable(),
  omegaInterval: interval.nullable(),
})
export type Consistency = z.infer<typeof consistency>

export const qualityFigures = z.object({
  /** Of the computation, and what it drew from. */
  version: z.number().int(),
  seed: z.string(),
  methodVersion: z.string(),
  contacts: z.number().int(),
  answered: z.number().int(),
  /** Null with too few contacts, participants or observers to tell anything. */
  variance: variance.nullable(),
  observers: z.array(observerQuality),
  adjusted: z.array(adjustedParticipant),
  season: season.nullable(),
  agreement,
  items: z.array(itemQuality),
  pairs: z.array(itemPair),
  consistency: z.array(consistency),
})
export type QualityFigures = z.infer<typeof qualityFigures>

export const qualityAnswer = qualityFigures.extend({
  editionId: idSchema,
  edition: z.string(),
  computedAt: instantSchema,
  words: z.object({
    areas: z.array(z.object({ id: z.string(), name: localizedSchema })),
    channels: z.array(z.object({ id: channelId, name: localizedSchema })),
    questions: z.array(z.object({ id: z.string(), text: localizedSchema })),
  }),
})
export type QualityAnswer = z.infer<typeof qualityAnswer>

/** How much of what is seen is the participants, and how much is who looked, when and with which question. */
export const qualityContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/quality',
      summary: 'The quality of an edition’s data: observers, variance, agreement, drift and questions',
      tags: ['Quality'],
    })
    .input(z.object({ editionId: idSchema }))
    .output(qualityAnswer),
}
