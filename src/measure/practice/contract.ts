/**
 * From insight to practice (M7.6, M7.13): what a centre wants, what good looks like there, what its team trains, and
 * what it learns from its perfect contacts. Figures are 0–100; what is asked is the centre of the address, whose
 * rows follow it from edition to edition.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  localizedSchema,
  nothingSchema,
  plainDateSchema,
} from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'
import { trendAnswer } from '../trend/contract.ts'

const interval = z.tuple([z.number(), z.number()])
const figureId = z
  .string()
  .max(80)
  .meta({ examples: ['total'] })
const questionId = z
  .string()
  .max(80)
  .meta({ examples: ['listened'] })

/** A figure that has been measured; no interval from a single contact. */
const known = z.object({ value: z.number(), n: z.number().int().nullable(), interval: interval.nullable() })
export type KnownFigure = z.infer<typeof known>

export const verdicts = ['reached', 'notReached', 'cannotTell'] as const
export type Verdict = (typeof verdicts)[number]

const practiceHead = z.object({
  editionId: idSchema,
  edition: z.string(),
  participantId: idSchema,
  name: z.string(),
  class: z.string(),
  /** The organiser may look; only the centre's own people write. */
  mayWrite: z.boolean(),
  /** Where the figures come from: this edition, or the last one that the person may see; null: none yet. */
  measured: z
    .object({
      editionId: idSchema,
      edition: z.string(),
      participantId: idSchema,
      contacts: z.number().int(),
      isPreliminary: z.boolean(),
    })
    .nullable(),
  method: z.object({
    contactsPerParticipant: z.number().int(),
    areas: z.array(z.object({ id: z.string(), name: localizedSchema })),
    channels: z.array(z.object({ id: channelId, name: localizedSchema })),
    questions: z.array(
      z.object({ id: z.string(), area: z.string(), text: localizedSchema, channels: z.array(channelId) }),
    ),
  }),
})
export type PracticeHead = z.infer<typeof practiceHead>

const targetLine = z.object({
  figure: figureId,
  name: localizedSchema.optional(),
  level: z.number(),
  isLessBetter: z.boolean(),
  changedAt: instantSchema,
  /** Absent when nothing has been measured. */
  known: known.nullable(),
  verdict: z.enum(verdicts).nullable(),
  distance: z.number().nullable(),
  distanceInterval: interval.nullable(),
  isMet: z.boolean().nullable(),
  /** About how many contacts it would take to tell. */
  needed: z.number().int().nullable(),
})
export type TargetLine = z.infer<typeof targetLine>

export const mostEssentials = 7

const essentialLine = z.object({
  question: questionId,
  text: localizedSchema,
  area: z.string(),
  known: known.nullable(),
  class: z.object({ n: z.number().int(), value: z.number() }).nullable(),
})
export type EssentialLine = z.infer<typeof essentialLine>

export const practiceAnswer = practiceHead.extend({
  targets: z.array(targetLine),
  essentials: z.array(essentialLine),
  /** What a target can be set for, with the figure as it is now. */
  offered: z.array(z.object({ figure: figureId, name: localizedSchema.optional(), known: known.nullable() })),
  /** Newest first; no level: the target was taken away. */
  history: z.array(
    z.object({
      figure: figureId,
      name: localizedSchema.optional(),
      level: z.number().nullable(),
      changedAt: instantSchema,
    }),
  ),
})
export type PracticeAnswer = z.infer<typeof practiceAnswer>

const seasonPoint = z.object({
  date: plainDateSchema,
  value: z.number(),
  n: z.number().int(),
  interval: interval.nullable(),
})
export type SeasonPoint = z.infer<typeof seasonPoint>

const missedContact = z.object({
  contactId: idSchema,
  number: z.number().int(),
  date: plainDateSchema,
  channel: channelId,
  answer: localizedSchema,
})
export type MissedContact = z.infer<typeof missedContact>

const line = z.string().trim().min(1).max(300)
const standardText = z.object({
  /** What good looks like. Empty, with no examples: the standard is taken out of force. */
  good: z
    .string()
    .trim()
    .max(1000)
    .meta({ examples: ['Vi lar kunden snakke ferdig, og gjentar det vi har forstått.'] }),
  dos: z.array(line).max(6),
  donts: z.array(line).max(6),
})
const standardChannel = z.union([channelId, z.literal('all')]).meta({ examples: ['all'] })

const standardVersion = standardText.extend({ version: z.number().int(), savedAt: instantSchema })
const standard = standardVersion.extend({
  channel: standardChannel,
  known: known.nullable(),
  class: z.object({ n: z.number().int(), value: z.number() }).nullable(),
  missed: z.array(missedContact),
  /** Those before this one, newest first. */
  earlier: z.array(standardVersion),
})
export type Standard = z.infer<typeof standard>

const performance = z.object({
  question: questionId,
  area: z.string(),
  text: localizedSchema,
  channels: z.array(channelId),
  isEssential: z.boolean(),
  draft: z.object({ asks: localizedSchema, best: localizedSchema, help: localizedSchema.optional() }),
  known: known.nullable(),
  class: z.object({ n: z.number().int(), value: z.number() }).nullable(),
  standards: z.array(standard),
})
export type PerformanceStandards = z.infer<typeof performance>

export const trainingStates = ['planned', 'running', 'done', 'stopped'] as const
export type TrainingState = (typeof trainingStates)[number]

const side = z.object({ n: z.number().int(), mean: z.number().nullable() })
const difference = z.object({ value: z.number(), interval })
const trainingEffect = z.object({
  before: side,
  after: side,
  /** After less before, for this centre alone. It says nothing about why. */
  change: difference.nullable(),
  /** The same in the rest of the class. */
  others: difference.extend({ centres: z.number().int() }).nullable(),
  /** What the centre changed beyond the rest of the class. */
  lift: difference.nullable(),
  verdict: z.enum(['notStarted', 'tooEarly', 'noComparison', 'cannotTell', 'lifted', 'fell']),
})
export type TrainingEffect = z.infer<typeof trainingEffect>

const trainingText = z.object({
  title: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .meta({ examples: ['Lytt ferdig og oppsummer'] }),
  what: z.string().trim().max(1000),
  questions: z.array(questionId).min(1).max(mostEssentials),
  /** None: every channel. */
  channels: z.array(channelId),
  startsOn: plainDateSchema,
  /** A role in the team, never a person. */
  ownerRole: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .meta({ examples: ['teamleder'] }),
  status: z.enum(trainingStates),
})
const training = trainingText.extend({
  trainingId: idSchema,
  effect: trainingEffect,
  /** Where the contacts behind the effect are: the measured edition's, from the start on. */
  texts: z.array(localizedSchema),
})
export type Training = z.infer<typeof training>

const example = z.object({
  /** Only for own contacts: those of others are shown without the way to them. */
  contactId: idSchema.nullable(),
  number: z.number().int().nullable(),
  date: plainDateSchema.nullable(),
  channel: channelId,
  score: z.number(),
  comments: z.array(z.object({ text: localizedSchema, comment: z.string() })),
  note: z.string(),
})
export type MaterialExample = z.infer<typeof example>

const inCentre = z.object({ editionId: idSchema, participantId: idSchema })
const tags = ['Practice']
const path = '/measure/editions/{editionId}/practice/{participantId}'

export const practiceContract = {
  get: oc
    .route({
      method: 'GET',
      path,
      summary:
        'Own targets and essential performances of a centre, with the distance to each and its verdict',
      tags,
    })
    .input(inCentre)
    .output(practiceAnswer),
  season: oc
    .route({
      method: 'GET',
      path: `${path}/season`,
      summary: 'How a figure came about through the season',
      tags,
    })
    .input(inCentre.extend({ figure: figureId }))
    .output(z.object({ points: z.array(seasonPoint) })),
  trend: oc
    .route({
      method: 'GET',
      path: `${path}/trend`,
      summary: 'The figures of a centre, and of its class, over the editions',
      tags,
    })
    .input(inCentre)
    .output(z.object({ own: trendAnswer, class: trendAnswer })),
  setTarget: oc
    .route({ method: 'PUT', path: `${path}/targets`, summary: 'Set a target, or take it away', tags })
    .input(
      inCentre.extend({
        figure: figureId,
        level: z
          .number()
          .min(0)
          .max(100)
          .nullable()
          .meta({ examples: [80] }),
      }),
    )
    .output(nothingSchema),
  setEssentials: oc
    .route({ method: 'PUT', path: `${path}/essentials`, summary: 'Choose the essential performances', tags })
    .input(inCentre.extend({ questions: z.array(questionId).max(mostEssentials) }))
    .output(nothingSchema),
  standards: {
    list: oc
      .route({
        method: 'GET',
        path: `${path}/standards`,
        summary: 'The service standards, each with its distance and the latest contacts that missed it',
        tags,
      })
      .input(inCentre)
      .output(practiceHead.extend({ performances: z.array(performance) })),
    save: oc
      .route({
        method: 'POST',
        path: `${path}/standards`,
        summary: 'Write a new version of a standard',
        tags,
      })
      .input(inCentre.extend({ question: questionId, channel: standardChannel }).extend(standardText.shape))
      .output(z.object({ version: z.number().int() })),
  },
  training: {
    list: oc
      .route({
        method: 'GET',
        path: `${path}/training`,
        summary: 'The training plan, and what later contacts show',
        tags,
      })
      .input(inCentre)
      .output(practiceHead.extend({ items: z.array(training) })),
    add: oc
      .route({
        method: 'POST',
        path: `${path}/training`,
        summary: 'Add a training measure for the team',
        tags,
        successStatus: 201,
      })
      .input(inCentre.extend(trainingText.shape))
      .output(z.object({ trainingId: idSchema })),
    edit: oc
      .route({
        method: 'PUT',
        path: `${path}/training/{trainingId}`,
        summary: 'Change a training measure',
        tags,
      })
      .input(inCentre.extend({ trainingId: idSchema }).extend(trainingText.shape))
      .output(nothingSchema),
  },
  material: {
    list: oc
      .route({
        method: 'GET',
        path: `${path}/material`,
        summary: 'Perfect contacts to learn from: own ones, and those that others in the class share',
        tags,
      })
      .input(inCentre)
      .output(
        practiceHead.extend({
          shares: z.boolean(),
          own: z.array(example),
          /** Own contacts with the highest scores, where none is perfect. */
          closest: z.array(example),
          others: z.array(example),
          /** Other centres of the class that share. */
          sharing: z.number().int(),
        }),
      ),
    share: oc
      .route({
        method: 'PUT',
        path: `${path}/material/sharing`,
        summary: 'Let others in the class learn from own perfect contacts, without name, or end that',
        tags,
      })
      .input(inCentre.extend({ shared: z.boolean() }))
      .output(nothingSchema),
    note: oc
      .route({
        method: 'PUT',
        path: `${path}/material/{contactId}/note`,
        summary: 'What the centre says to its own team about one of its contacts',
        tags,
      })
      .input(inCentre.extend({ contactId: idSchema, note: z.string().trim().max(1000) }))
      .output(nothingSchema),
  },
}
