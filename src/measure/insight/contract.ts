/**
 * Insight: what a participant's result is made of, what goes with satisfaction, what good contacts share, and what
 * each channel is worth. Points are those of the total (0–100), unrounded; `null` says that it cannot be known.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, localizedSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'
import { resultMethod } from '../results/contract.ts'

const interval = z.tuple([z.number(), z.number()])
const figure = { value: z.number(), interval: interval.nullable() }

// --- The gap (M7.4) ---

export const gapQuestion = z.object({
  question: z.string(),
  ...figure,
  /** Score on the question on each side, 0–100. */
  own: z.number().nullable(),
  reference: z.number().nullable(),
})
export type GapQuestion = z.infer<typeof gapQuestion>

export const gapStep = z.object({
  /** `applicable`: other questions were "not applicable"; `mix`: other shares of the contacts on each channel. */
  kind: z.enum(['unanswered', 'area', 'applicable', 'mix']),
  area: z.string().optional(),
  ...figure,
  channels: z.array(z.object({ channel: channelId, ...figure })),
  questions: z.array(gapQuestion),
})
export type GapStep = z.infer<typeof gapStep>

/** From the reference's total to one's own; the steps add up to the difference. */
export const gap = z.object({
  from: z.number(),
  to: z.number(),
  /** One's own contacts. */
  n: z.number().int(),
  steps: z.array(gapStep),
})
export type Gap = z.infer<typeof gap>

export const gapReference = z.enum(['winner', 'best', 'half', 'class', 'edition'])
/** `half`: the better half of the class's others together; `edition` and `class`: everybody in it, oneself included. */
export type GapReference = z.infer<typeof gapReference>

/** A gap with those that it is a gap to. */
export const keptGap = gap.extend({ reference: gapReference, members: z.array(idSchema) })
export type KeptGap = z.infer<typeof keptGap>

// --- Channels (M7.5) ---

export const channelVerdicts = ['keep', 'improve', 'considerStopping', 'tooFew'] as const

export const channelReading = z.object({
  channel: channelId,
  n: z.number().int(),
  unanswered: z.number().int(),
  total: z.number().nullable(),
  interval: interval.nullable(),
  /** The class's others on the same channel; absent where they are too few to stand beside. */
  others: z
    .object({
      participants: z.number().int(),
      n: z.number().int(),
      unanswered: z.number().int(),
      total: z.number(),
      /** Own less theirs. */
      difference: z.number(),
      differenceInterval: interval.nullable(),
      /** What the total would gain if the channel were as good as theirs. */
      gain: z.number(),
    })
    .optional(),
  /** What the total would gain if the channel were not offered and its contacts went by the key; absent for the only one. */
  withoutIt: z.object({ ...figure, channels: z.number().int() }).optional(),
  verdict: z.enum(channelVerdicts),
})
export type ChannelReading = z.infer<typeof channelReading>

// --- Over the season (M7.1) ---

const seasonFigures = {
  n: z.number().int(),
  nAnswered: z.number().int(),
  total: z.number().nullable(),
  interval: interval.nullable(),
}
export const seasonPoint = z.object({
  /** First and last day of the month or week within the season. */
  from: plainDateSchema,
  to: plainDateSchema,
  ...seasonFigures,
})
export type SeasonPoint = z.infer<typeof seasonPoint>

export const hourPoint = z.object({
  /** 1 Monday … 7 Sunday. */
  weekday: z.number().int(),
  /** Hour in which the first attempt began; absent: all hours. */
  hour: z.number().int().optional(),
  ...seasonFigures,
})
export type HourPoint = z.infer<typeof hourPoint>

/** What is worked out for one participant. */
export const participantInsight = z.object({
  participant: z.string(),
  class: z.string(),
  total: z.number().nullable(),
  gaps: z.array(keptGap),
  channels: z.array(channelReading),
  months: z.array(seasonPoint),
  classMonths: z.array(seasonPoint),
  editionMonths: z.array(seasonPoint),
})
export type ParticipantInsight = z.infer<typeof participantInsight>

// --- Drivers (M7.5) ---

export const driverWeight = z.object({
  /** A question or an area. */
  id: z.string(),
  /** Share of the explained variation, 0–1; all of them sum to 1. */
  share: z.number(),
  interval: interval.nullable(),
  /** Whether the answers went up and down together with the satisfaction. */
  positive: z.boolean(),
  /** Share of the contacts in which it was asked and applicable, 0–1. */
  asked: z.number(),
})
export type DriverWeight = z.infer<typeof driverWeight>

export const driverSet = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('weighed'),
    method: z.enum(['lmg', 'relativeWeights']),
    n: z.number().int(),
    participants: z.number().int(),
    /** Share of the variation in the outcome, within channels, that the performances go with; 0–1. */
    explained: z.number(),
    explainedInterval: interval.nullable(),
    weights: z.array(driverWeight),
    /** Asked in too few contacts to be weighed. */
    left: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('refused'),
    reason: z.enum(['too-few-contacts', 'too-few-participants', 'outcome-does-not-vary']),
    n: z.number().int(),
    needed: z.number().int(),
    participants: z.number().int(),
  }),
])
export type DriverSet = z.infer<typeof driverSet>

export const outcomeDrivers = z.object({ outcome: z.string(), areas: driverSet, questions: driverSet })
export type OutcomeDrivers = z.infer<typeof outcomeDrivers>

// --- What good contacts share, and phone against written (M7.5) ---

export const sharedPerformance = z.object({
  question: z.string(),
  /** Full points among the good contacts, and among the rest, of those it was applicable in. */
  good: z.number().int(),
  goodOf: z.number().int(),
  rest: z.number().int(),
  restOf: z.number().int(),
  /** Share among the good less share among the rest, −1 to 1. */
  difference: z.number(),
  interval: interval.nullable(),
  /** The difference stands when all questions are tested at once. */
  stands: z.boolean(),
})
export type SharedPerformance = z.infer<typeof sharedPerformance>

export const goodContacts = z.object({
  /** The score from which a contact counts as good. */
  from: z.number(),
  bands: z.array(z.string()),
  n: z.number().int(),
  /** Answered contacts in all. */
  of: z.number().int(),
  participants: z.number().int(),
  performances: z.array(sharedPerformance),
  channels: z.array(z.object({ channel: channelId, good: z.number().int(), of: z.number().int() })),
  /** Contacts that lost points on one single question, by the question; only for the full score. */
  oneStep: z.array(z.object({ question: z.string(), count: z.number().int() })),
  /** The latest good ones of each participant, newest first. */
  examples: z.array(z.object({ contactId: idSchema, participantId: idSchema })),
})
export type GoodContacts = z.infer<typeof goodContacts>

export const formDifference = z.object({
  question: z.string(),
  /** Participants that were asked it in both forms. */
  participants: z.number().int(),
  phone: z.number(),
  written: z.number(),
  /** Mean over participants of phone less written. */
  difference: z.number(),
  interval: interval.nullable(),
  stands: z.boolean(),
})
export type FormDifference = z.infer<typeof formDifference>

/** What is worked out for an edition or one of its classes. */
export const scopeInsight = z.object({
  participants: z.number().int(),
  n: z.number().int(),
  nAnswered: z.number().int(),
  drivers: z.array(outcomeDrivers),
  good: z.array(goodContacts),
  forms: z.array(formDifference),
  months: z.array(seasonPoint),
  weeks: z.array(seasonPoint),
  hours: z.array(hourPoint),
})
export type ScopeInsight = z.infer<typeof scopeInsight>

// --- What the pages show ---

const question = z.object({
  id: z.string(),
  text: localizedSchema,
  area: z.string(),
  channels: z.array(channelId),
})
export type InsightQuestion = z.infer<typeof question>

const insightHead = z.object({
  editionId: idSchema,
  edition: z.string(),
  view: z.enum(['organiser', 'participant']),
  method: resultMethod,
  /** Scored questions, in the method's order. */
  questions: z.array(question),
  /** Questions about the customer's experience. */
  outcomes: z.array(question),
  /** Coverage of every interval, such as 0.95. */
  level: z.number(),
})

const example = z.object({
  contactId: idSchema,
  number: z.number().int(),
  participant: z.string(),
  channel: channelId,
  date: plainDateSchema,
  score: z.number(),
  /** What the observer wrote, with names masked. */
  comments: z.array(z.object({ text: localizedSchema, comment: z.string() })),
})
export type GoodExample = z.infer<typeof example>

export const insightAnswer = insightHead.extend({
  /** Absent for the whole edition. */
  class: z.string().optional(),
  /** The classes that the person may choose. */
  classes: z.array(z.string()),
  insight: scopeInsight,
  /** By the score that counts as good: those of them that the person may open. */
  examples: z.array(z.object({ from: z.number(), items: z.array(example) })),
})
export type InsightAnswer = z.infer<typeof insightAnswer>

export const shownGap = gap.extend({
  reference: z.union([gapReference, z.literal('target')]),
  /** Whose total it is, where it is somebody's own. */
  names: z.array(z.string()),
})
export type ShownGap = z.infer<typeof shownGap>

export const participantInsightAnswer = insightHead.extend({
  participantId: idSchema,
  participant: z.string(),
  class: z.string(),
  isOwn: z.boolean(),
  total: z.number().nullable(),
  gaps: z.array(shownGap),
  channels: z.array(channelReading),
  months: z.array(seasonPoint),
  /** Beside the participant's own; absent where the class is too small. */
  classMonths: z.array(seasonPoint).optional(),
  editionMonths: z.array(seasonPoint),
})
export type ParticipantInsightAnswer = z.infer<typeof participantInsightAnswer>

const inEdition = z.object({ editionId: idSchema })
const tags = ['Insight']

/** Insight: the gap, the drivers, the good contacts, the channels and the season. */
export const insightContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/insight',
      summary: 'Drivers, good contacts, phone against written and the season, for an edition or a class',
      tags,
    })
    .input(inEdition.extend({ class: z.string().optional() }))
    .output(insightAnswer),
  participant: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/insight/participants/{participantId}',
      summary: 'What a participant’s gap is made of, its channels, and its season',
      tags,
    })
    .input(inEdition.extend({ participantId: idSchema }))
    .output(participantInsightAnswer),
  target: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/insight/participants/{participantId}/target',
      summary: 'What a participant’s gap to a wanted total is made of; nothing where it is reached',
      tags,
    })
    .input(
      inEdition.extend({
        participantId: idSchema,
        total: z
          .number()
          .gt(0)
          .max(100)
          .meta({ examples: [80] }),
      }),
    )
    .output(z.object({ gap: shownGap.nullable() })),
}
