/**
 * The yearly expectation survey (M7.8): what observers expect of a customer service, and what that suggests for
 * the points of the next edition. Importance is 0–100 throughout, whichever way it was asked.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isInherited } from '../../kernel/inherited.ts'
import {
  idSchema,
  inputIssueSchema,
  instantSchema,
  localizedSchema,
  nothingSchema,
  plainDateSchema,
} from '../../platform/http/contract.ts'
import { localizedText } from '../edition/contract.ts'

/** `bestWorst`: the most and the least important of a few items at a time (best–worst scaling, MaxDiff). */
export const surveyModes = ['rank', 'rate', 'bestWorst'] as const
export type SurveyMode = (typeof surveyModes)[number]
const mode = z.enum(surveyModes).meta({ examples: ['rank'] })

/** Fewer answers than this are not shown, neither all together nor as a group. */
export const fewestAnswers = 5
/** Ratings run from 1 to this. */
export const highestRating = 7
export const mostItems = 20
/** Best–worst mode: so few and so many items stand in a set, and so many sets one observer gets at most. */
export const smallestSet = 3
export const largestSet = 5
export const mostSets = 20

const itemId = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
  .refine((word) => !isInherited(word), 'a word that programs use for something else')
  .meta({ examples: ['listen'] })

export const surveyItem = z.object({
  id: itemId,
  text: localizedText,
  /** The method's questions that it stands for; none: asked for its own sake. */
  questions: z.array(z.string().max(60)).max(20),
})
export type SurveyItem = z.infer<typeof surveyItem>

export const choice = z.object({
  items: z.array(itemId).min(smallestSet).max(largestSet),
  best: itemId,
  worst: itemId,
})
/** What was chosen in one set. */
export type Choice = z.infer<typeof choice>

/** Item → place from 1 (rank mode) or rating from 1 to 7; in best–worst mode a choice for each set. */
export const surveyReply = z.union([
  z.record(itemId, z.number().int().min(1).max(mostItems)),
  z.array(choice).min(1).max(mostSets),
])
export type SurveyReply = z.infer<typeof surveyReply>

export const ageGroups = ['under30', 'from30', 'from45', 'from60'] as const
export const preferredChannels = ['phone', 'email', 'chat', 'messenger', 'any'] as const
const askedBackground = z.object({ age: z.boolean(), channel: z.boolean() })
export const background = z.object({
  age: z.enum(ageGroups).optional(),
  channel: z.enum(preferredChannels).optional(),
})
export type Background = z.infer<typeof background>

export const surveyQuestionnaire = z.object({
  mode,
  /** Rank mode: how many the observer puts in order. */
  depth: z
    .number()
    .int()
    .min(1)
    .max(mostItems)
    .meta({ examples: [5] }),
  /** Best–worst mode: how many items stand together, and how many such sets each observer answers. */
  sets: z.object({
    size: z
      .number()
      .int()
      .min(smallestSet)
      .max(largestSet)
      .meta({ examples: [4] }),
    count: z
      .number()
      .int()
      .min(1)
      .max(mostSets)
      .meta({ examples: [11] }),
  }),
  items: z
    .array(surveyItem)
    .min(3)
    .max(mostItems)
    .meta({
      examples: [
        ['wait', 'listen', 'solution'].map((id) => ({ id, text: { nb: id, nn: id, en: id }, questions: [] })),
      ],
    }),
  background: askedBackground,
  opensOn: plainDateSchema.meta({ examples: ['2026-10-01'] }),
  closesOn: plainDateSchema.meta({ examples: ['2026-10-21'] }),
})
export type SurveyQuestionnaire = z.infer<typeof surveyQuestionnaire>

/** `waiting`: opened, and its first day is still to come. */
export const surveyPhases = ['draft', 'waiting', 'open', 'closed'] as const
export type SurveyPhase = (typeof surveyPhases)[number]

const survey = surveyQuestionnaire.extend({
  phase: z.enum(surveyPhases),
  invited: z.number().int(),
  answered: z.number().int(),
  remindedAt: instantSchema.nullable(),
})
export type Survey = z.infer<typeof survey>

export const surveyAnswer = z.object({
  edition: z.string(),
  editionId: idSchema,
  survey: survey.nullable(),
  /** What a new questionnaire starts from. */
  start: surveyQuestionnaire,
  /** The method's scored questions, to tie items to. */
  questions: z.array(z.object({ id: z.string(), text: localizedSchema })),
  observers: z.array(z.object({ personId: idSchema, name: z.string() })),
})
export type SurveyAnswer = z.infer<typeof surveyAnswer>

const interval = z.tuple([z.number(), z.number()])
const estimate = z.object({ value: z.number(), interval: interval.nullable() })

const itemResult = z.object({
  id: z.string(),
  text: localizedSchema,
  place: z.number().int(),
  /** Mean place (rank mode), mean rating, or (best − worst) ÷ shown from −1 to 1 (best–worst mode). */
  mean: estimate,
  importance: estimate,
  /** How many put it among their three first, and the share in per cent; not in best–worst mode. */
  top: z.object({ count: z.number().int(), percent: z.number(), interval }).nullable(),
  /** Best–worst mode: how often it was shown, and chosen as the most and as the least important. */
  chosen: z.object({ shown: z.number().int(), best: z.number().int(), worst: z.number().int() }).nullable(),
  /** Plackett–Luce or best–worst logit: the probability, in per cent, of being put first of all; not for ratings. */
  worth: estimate.nullable(),
})
export type ItemResult = z.infer<typeof itemResult>

const groupResult = z.object({
  by: z.enum(['age', 'channel']),
  group: z.string(),
  n: z.number().int(),
  /** In the order of the items of the result; importance. */
  items: z.array(z.object({ id: z.string(), importance: z.number(), interval: interval.nullable() })),
})
export type GroupResult = z.infer<typeof groupResult>

const trendPoint = z.object({
  year: z.number().int(),
  importance: z.number(),
  interval: interval.nullable(),
  n: z.number().int(),
  /** Asked otherwise than the point before: the line is not drawn on from there. */
  breaks: z.boolean(),
  imported: z.boolean(),
})
export type TrendPoint = z.infer<typeof trendPoint>
const trendLine = z.object({ id: z.string(), text: localizedSchema, points: z.array(trendPoint) })
export type TrendLine = z.infer<typeof trendLine>

export const surveyResults = z.object({
  mode,
  depth: z.number().int(),
  sets: surveyQuestionnaire.shape.sets,
  invited: z.number().int(),
  n: z.number().int(),
  /** None where too few have answered. */
  items: z.array(itemResult),
  agreement: z
    .object({ w: z.number(), chiSquare: z.number(), freedom: z.number().int(), p: z.number() })
    .nullable(),
  groups: z.array(groupResult),
  trend: z.array(trendLine),
})
export type SurveyResults = z.infer<typeof surveyResults>

const historyRow = z.object({
  line: z.number().int(),
  year: z.number().int(),
  performance: z.string(),
  score: z.number(),
  n: z.number().int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  wording: z.string().nullable(),
})
export type HistoryRow = z.infer<typeof historyRow>

const pointsLine = z.object({
  question: z.string(),
  text: localizedSchema,
  area: z.string(),
  channels: z.array(z.string()),
  /** Importance of the item that stands for it; none: it keeps its points. */
  importance: z.number().nullable(),
  today: z.number(),
  /** What importance alone would give, before the year's limit and whole points. */
  target: z.number(),
  proposed: z.number(),
  /** Why it keeps its points though it may not be on target. */
  kept: z.enum(['noExpectation', 'clock', 'crossing', 'notChosen']).nullable(),
})
export type PointsLine = z.infer<typeof pointsLine>

const standing = z.object({ total: z.number(), rank: z.number().int(), classRank: z.number().int() })
const rankingMove = z.object({
  participantId: idSchema,
  participant: z.string(),
  class: z.string(),
  before: standing,
  after: standing,
})
export type RankingMove = z.infer<typeof rankingMove>

export const pointsEffect = z.object({
  editionId: idSchema,
  edition: z.string(),
  contacts: z.number().int(),
  /** Everybody, in the order of the present places. */
  participants: z.array(rankingMove),
  moved: z.number().int(),
  largestMove: z.number().int(),
  /** Kendall's tau-b between the two rankings; none with fewer than two participants. */
  tau: z.number().nullable(),
  classWinnersChanged: z.array(z.string()),
  bands: z.array(z.object({ id: z.string(), name: localizedSchema, before: z.number(), after: z.number() })),
})
export type PointsEffect = z.infer<typeof pointsEffect>

export const pointsProposal = z.object({
  into: z.object({ editionId: idSchema, name: z.string(), revision: z.number().int() }),
  areas: z.array(z.object({ id: z.string(), name: localizedSchema, weight: z.number() })),
  lines: z.array(pointsLine),
  effect: pointsEffect.nullable(),
})
export type PointsProposal = z.infer<typeof pointsProposal>

const proposalInput = z.object({
  editionId: idSchema,
  /** The edition in preparation that would get the points. */
  into: idSchema,
  /** How much a question's points may change in a year, in per cent; one step is always allowed. */
  limit: z
    .number()
    .min(0)
    .max(100)
    .meta({ examples: [25] }),
  /** Only these may change; absent: all. */
  questions: z.array(z.string()).max(200).optional(),
})
export type ProposalInput = z.infer<typeof proposalInput>

/** An open survey as its observer sees it: the items in an order of their own for each, so that no order is favoured. */
export const mySurvey = z.object({
  editionId: idSchema,
  edition: z.string(),
  mode,
  depth: z.number().int(),
  items: z.array(z.object({ id: z.string(), text: localizedSchema })),
  /** Best–worst mode: this observer's sets, in the order in which they are asked. */
  sets: z.array(z.array(z.string())),
  background: askedBackground,
  closesOn: plainDateSchema,
  answered: z.boolean(),
  /** What this observer answered before; it can be changed until the survey closes. */
  answer: surveyReply.nullable(),
  said: background,
})
export type MySurvey = z.infer<typeof mySurvey>

const inEdition = z.object({ editionId: idSchema })
const file = z.file().max(2_000_000)
const tags = ['Expectations']
const base = '/measure/editions/{editionId}/expectations' as const

export const expectationsContract = {
  get: oc
    .route({
      method: 'GET',
      path: base,
      summary: 'The expectation survey of an edition, or how to begin',
      tags,
    })
    .input(inEdition)
    .output(surveyAnswer),
  save: oc
    .route({ method: 'PUT', path: base, summary: 'Save the questionnaire while nobody has been asked', tags })
    .input(inEdition.extend(surveyQuestionnaire.shape))
    .output(surveyAnswer),
  open: oc
    .route({ method: 'POST', path: `${base}/open`, summary: 'Invite observers and open the survey', tags })
    .input(inEdition.extend({ observers: z.array(idSchema).min(1).max(5000) }))
    .output(surveyAnswer),
  remind: oc
    .route({
      method: 'POST',
      path: `${base}/remind`,
      summary: 'Write to those who have not answered; nobody is told who they are',
      tags,
    })
    .input(inEdition)
    .output(z.object({ letters: z.number().int() })),
  extend: oc
    .route({ method: 'POST', path: `${base}/extend`, summary: 'Move the last day of an open survey', tags })
    .input(inEdition.extend({ closesOn: plainDateSchema }))
    .output(surveyAnswer),
  close: oc
    .route({
      method: 'POST',
      path: `${base}/close`,
      summary: 'Close the survey and cut the last tie between people and answers',
      tags,
    })
    .input(inEdition)
    .output(surveyAnswer),
  results: oc
    .route({
      method: 'GET',
      path: `${base}/results`,
      summary: 'What matters, how sure that is, by group, and over the years',
      tags,
    })
    .input(inEdition)
    .output(surveyResults),
  history: {
    preview: oc
      .route({
        method: 'POST',
        path: `${base}/history/preview`,
        summary: 'Read a file of earlier years, with every problem by line, and save nothing',
        tags,
      })
      .input(inEdition.extend({ file }))
      .output(z.object({ rows: z.array(historyRow), issues: z.array(inputIssueSchema) })),
    import: oc
      .route({ method: 'POST', path: `${base}/history`, summary: 'Import earlier years from a file', tags })
      .input(inEdition.extend({ file }))
      .output(z.object({ rows: z.number().int(), years: z.number().int() })),
  },
  proposal: oc
    .route({
      method: 'POST',
      path: `${base}/proposal`,
      summary: 'Points that the expectations suggest, and what they would have done to the last ranking',
      tags,
    })
    .input(proposalInput)
    .output(pointsProposal),
  accept: oc
    .route({
      method: 'POST',
      path: `${base}/proposal/accept`,
      summary: 'Save the proposed points into the edition in preparation',
      tags,
    })
    .input(proposalInput.extend({ revision: z.number().int().min(1) }))
    .output(z.object({ revision: z.number().int(), changed: z.number().int() })),
  mine: {
    list: oc
      .route({
        method: 'GET',
        path: '/observe/surveys',
        summary: 'Surveys that wait for my answer or can be changed',
        tags,
      })
      .output(
        z.object({
          items: z.array(
            z.object({
              editionId: idSchema,
              edition: z.string(),
              closesOn: plainDateSchema,
              answered: z.boolean(),
            }),
          ),
        }),
      ),
    get: oc
      .route({ method: 'GET', path: '/observe/surveys/{editionId}', summary: 'A survey to answer', tags })
      .input(inEdition)
      .output(mySurvey),
    answer: oc
      .route({
        method: 'PUT',
        path: '/observe/surveys/{editionId}/answer',
        summary: 'Answer, or change the answer until the survey closes',
        tags,
      })
      .input(
        inEdition.extend({
          answer: surveyReply.meta({ examples: [{ listen: 1, solution: 2 }] }),
          background,
        }),
      )
      .output(nothingSchema),
  },
}
