/**
 * The results of an edition: what the score command writes, what is stored and what the pages show are one shape.
 * Scores are 0–100 and unrounded; `null` says that the figure cannot be known from the contacts.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, localizedSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'

const interval = z.tuple([z.number(), z.number()])
const range = z.tuple([z.number().int(), z.number().int()])

/** TotalResult, AnsweredScore and area scores of some contacts, each with its n and interval (M7.1). */
export const scoreFigures = z.object({
  /** Contacts with a score, unanswered ones included. */
  n: z.number().int(),
  nAnswered: z.number().int(),
  /** Answered contacts where everything was "not applicable": in no other figure. */
  nWithoutScore: z.number().int(),
  totalResult: z.number().nullable(),
  interval: interval.nullable(),
  answeredScore: z.number().nullable(),
  answeredInterval: interval.nullable(),
  areas: z.record(z.string(), z.number()),
  areaIntervals: z.record(z.string(), interval),
  /** Contacts behind each area score: the answered ones that had anything applicable in the area. */
  areaN: z.record(z.string(), z.number().int()),
})
export type ScoreFigures = z.infer<typeof scoreFigures>

/** A place among others, and the places that 95 % of the resampled editions gave it. */
const place = z.object({ rank: z.number().int().nullable(), rankRange: range.nullable() })
export type Place = z.infer<typeof place>

/** A place and how sure it is; null where there was nothing to draw it from (docs/methods/ranking.md). */
const surePlace = place.extend({
  /** Share of the resampled editions in which it was best, 0–1; equals share it. */
  bestChance: z.number().nullable(),
  /** In the set that holds the truly best one with 95 % confidence. */
  canBeBest: z.boolean().nullable(),
  /** How many others it cannot be told apart from. */
  levelWith: z.number().int().nullable(),
})
export type SurePlace = z.infer<typeof surePlace>

/** Standard deviation of the resampled totals: what two totals are compared by. */
const standardError = z.number().nullable()

export const participantChannel = scoreFigures
  .extend(surePlace.shape)
  .extend({ channel: channelId, standardError })

/** The total that the participant would have with the standard channel mix. */
const standardisedResult = z.object({
  value: z.number(),
  interval: interval.nullable(),
  rank: z.number().int(),
  classRank: z.number().int(),
  /** The part of the standard mix that the participant's own channels hold, 0–1; the rest is estimated. */
  coverage: z.number(),
})
export type StandardisedResult = z.infer<typeof standardisedResult>

export const participantResult = scoreFigures.extend(surePlace.shape).extend({
  participant: z.string(),
  class: z.string(),
  classRank: z.number().int().nullable(),
  classRankRange: range.nullable(),
  classBestChance: z.number().nullable(),
  classCanBeBest: z.boolean().nullable(),
  classLevelWith: z.number().int().nullable(),
  standardError,
  standardised: standardisedResult.nullable(),
  channels: z.array(participantChannel),
})
export type ParticipantResult = z.infer<typeof participantResult>

export const classResult = scoreFigures.extend({ class: z.string(), participants: z.number().int() })
export type ClassResult = z.infer<typeof classResult>

export const channelResult = scoreFigures.extend({
  channel: channelId,
  participants: z.number().int(),
  /** Who is best on the channel: one participant, or all that share the first place. */
  best: z.array(z.string()),
})
export type ChannelResult = z.infer<typeof channelResult>

/** Contacts of a segment (`all`, `written`, `phone`, `class:…`, `participant:…`) whose score lies in a band. */
export const bandCount = z.object({
  segment: z.string(),
  band: z.string(),
  count: z.number().int(),
  /** Of the segment's contacts, 0–100. */
  percent: z.number(),
  /** How many of `count` nobody answered: they score 0 and so lie in the lowest band. */
  unanswered: z.number().int(),
})
export type BandCount = z.infer<typeof bandCount>

/** How a scored question was answered: mean of points ÷ best points × 100 over the applicable answers. */
export const questionResult = z.object({
  question: z.string(),
  n: z.number().int(),
  notApplicable: z.number().int(),
  score: z.number().nullable(),
  interval: interval.nullable(),
  options: z.array(z.object({ option: z.string(), count: z.number().int() })),
})
export type QuestionResult = z.infer<typeof questionResult>

/** A customer-experience figure: the mean of a scale, or NPS (−100 to 100). It never touches a score (M5.4). */
export const experienceResult = z.object({
  question: z.string(),
  kind: z.enum(['mean', 'nps']),
  n: z.number().int(),
  value: z.number().nullable(),
  interval: interval.nullable(),
  options: z.array(z.object({ option: z.string(), count: z.number().int() })),
})
export type ExperienceResult = z.infer<typeof experienceResult>

/** Questions and experience over one segment's answered contacts. */
export const answerFigures = z.object({
  segment: z.string(),
  questions: z.array(questionResult),
  experience: z.array(experienceResult),
})
export type AnswerFigures = z.infer<typeof answerFigures>

/** A contact without which somebody else, or one more or one fewer, would have been first. */
const decidingContact = z.object({
  participant: z.string(),
  channel: channelId,
  score: z.number(),
  /** Who would have been first without it. */
  winners: z.array(z.string()),
})
export type DecidingContact = z.infer<typeof decidingContact>

/** One list of places — `all`, `class:…` or a channel — and what can be said about the whole of it. */
export const rankingResult = z.object({
  scope: z.string(),
  participants: z.number().int(),
  winners: z.array(z.string()),
  /** Everybody that can be best, and how many they are. */
  canBeBest: z.array(z.string()),
  canBeBestCount: z.number().int(),
  /** Two totals differ when they lie further apart than this many standard errors of their difference. */
  critical: z.number().nullable(),
  /** What leaving one contact out at a time would do to the first place. */
  sensitivity: z.object({
    contacts: z.number().int(),
    changing: z.number().int(),
    /** The changing ones, the first fifty. */
    deciding: z.array(decidingContact),
  }),
})
export type RankingResult = z.infer<typeof rankingResult>

/** What this many contacts can and cannot tell, from the edition's own spread (docs/methods/certainty.md). */
export const certainty = z.object({
  /** Contacts of a participant: the middle one, when participants are sorted by how many they have. */
  contacts: z.number().int(),
  participants: z.number().int(),
  /** Standard deviation of the scores within a participant and channel. */
  withinSd: z.number(),
  /** Half the width of a 95 % interval of one total. */
  halfWidth: z.number(),
  /** How far apart two totals must be to be told apart, when only these two are compared. */
  difference: z.number(),
  /** Standard deviation of the true totals within a class; 0 where chance explains all that is seen. */
  betweenSd: z.number(),
  classes: z.array(
    z.object({
      class: z.string(),
      participants: z.number().int(),
      /** As `difference`, when everybody in the class is compared with everybody. */
      difference: z.number(),
      /** Simulated: how often the truly best one has the highest total in a class of this size. */
      firstChance: z.number(),
    }),
  ),
  /** The same chance for some class sizes and numbers of contacts. */
  firstChances: z.array(
    z.object({ participants: z.number().int(), contacts: z.number().int(), chance: z.number() }),
  ),
  /** Contacts each that it takes to tell two participants apart that truly differ this much, four times of five. */
  needed: z.array(z.object({ difference: z.number(), contacts: z.number().int() })),
})
export type Certainty = z.infer<typeof certainty>

export const tieRule = z.enum(['shared', 'answeredScore', 'unansweredFirst'])

export const editionResults = z.object({
  edition: z.string(),
  methodVersion: z.string(),
  /** How equal totals are told apart. */
  ties: tieRule,
  /** What the intervals were drawn with, so that anyone can draw them again. */
  intervals: z.object({ level: z.number(), resamples: z.number().int(), seed: z.string() }),
  all: scoreFigures,
  participants: z.array(participantResult),
  classes: z.array(classResult),
  channels: z.array(channelResult),
  rankings: z.array(rankingResult),
  /** Null where no participant has two contacts on a channel. */
  certainty: certainty.nullable(),
  bands: z.array(bandCount),
  answers: z.array(answerFigures),
})
export type EditionResults = z.infer<typeof editionResults>

// --- What the pages show ---

const localized = localizedSchema

/** A participant's result under the id that its page has in the address. */
export const namedParticipant = participantResult.extend({ participantId: idSchema })
export type NamedParticipant = z.infer<typeof namedParticipant>

/** The words of the method that results are written with. */
export const resultMethod = z.object({
  areas: z.array(z.object({ id: z.string(), name: localized })),
  bands: z.array(z.object({ id: z.string(), name: localized, from: z.number() })),
  channels: z.array(z.object({ id: channelId, name: localized })),
  contactsPerParticipant: z.number().int(),
  total: z.enum(['meanOfScores', 'pointsOverPossible']),
})
export type ResultMethod = z.infer<typeof resultMethod>

const resultHead = z.object({
  editionId: idSchema,
  edition: z.string(),
  /** Who asks: an organiser sees all, a participant its own and what its variant gives. */
  view: z.enum(['organiser', 'participant']),
  published: z.boolean(),
  computedAt: instantSchema,
  /** Contacts of the plan that are not excluded, and those of them that have been approved and count. */
  contacts: z.number().int(),
  counted: z.number().int(),
  /** Participants with a place in the whole edition, also where only some are shown. */
  taking: z.number().int(),
  method: resultMethod,
})

export const resultsAnswer = resultHead.extend({
  intervals: editionResults.shape.intervals,
  /** The participants of the person who asks. */
  own: z.array(idSchema),
  all: scoreFigures,
  participants: z.array(namedParticipant),
  classes: z.array(classResult),
  channels: z.array(channelResult),
  ties: tieRule,
  rankings: z.array(rankingResult),
  bands: z.array(bandCount),
})
export type ResultsAnswer = z.infer<typeof resultsAnswer>

export const certaintyAnswer = resultHead.extend({
  intervals: editionResults.shape.intervals,
  certainty: certainty.nullable(),
})
export type CertaintyAnswer = z.infer<typeof certaintyAnswer>

/** A question with its words, as this participant and its class were answered. */
const comparedQuestion = questionResult.omit({ options: true }).extend({
  area: z.string(),
  text: localized,
  options: z.array(z.object({ option: z.string(), label: localized, count: z.number().int() })),
  class: z.object({ n: z.number().int(), score: z.number().nullable() }).optional(),
})
export type ComparedQuestion = z.infer<typeof comparedQuestion>

const comparedExperience = experienceResult.omit({ options: true }).extend({
  text: localized,
  scale: z.tuple([z.number(), z.number()]),
  class: z.object({ n: z.number().int(), value: z.number().nullable() }).optional(),
})
export type ComparedExperience = z.infer<typeof comparedExperience>

export const participantAnswer = resultHead.extend({
  result: namedParticipant,
  isOwn: z.boolean(),
  /** Absent where the class is so small that its figures would give away another participant's. */
  classResult: classResult.optional(),
  questions: z.array(comparedQuestion),
  experience: z.array(comparedExperience),
  bands: z.array(bandCount),
})
export type ParticipantAnswer = z.infer<typeof participantAnswer>

export const submissionLine = z.object({
  contactId: idSchema,
  number: z.number().int(),
  date: plainDateSchema,
  participantId: idSchema,
  participant: z.string(),
  class: z.string(),
  channel: channelId,
  answered: z.boolean(),
  score: z.number(),
  band: z.string(),
  areas: z.record(z.string(), z.number()),
})
export type SubmissionLine = z.infer<typeof submissionLine>

export const submissionFilter = z.object({
  participantId: idSchema.optional(),
  class: z.string().optional(),
  channel: channelId.optional(),
  band: z.string().optional(),
  /** `no`: only contacts that nobody answered. */
  answered: z.enum(['yes', 'no']).optional(),
  question: z.string().optional(),
  option: z.string().optional(),
  /** First and last day. */
  from: plainDateSchema.optional(),
  to: plainDateSchema.optional(),
  /** 1 Monday … 7 Sunday. */
  weekday: z.enum(['1', '2', '3', '4', '5', '6', '7']).optional(),
  /** Hour on the Norwegian clock in which the first attempt began: `09` is 9:00 to 9:59. */
  hour: z
    .string()
    .regex(/^([01]\d|2[0-3])$/)
    .meta({ examples: ['09'] })
    .optional(),
})
export type SubmissionFilter = z.infer<typeof submissionFilter>

export const submissionsAnswer = z.object({
  edition: z.string(),
  method: resultMethod,
  /** What the filters name, in words. */
  named: z.object({
    participant: z.string().optional(),
    question: localized.optional(),
    option: localized.optional(),
  }),
  items: z.array(submissionLine),
})
export type SubmissionsAnswer = z.infer<typeof submissionsAnswer>

export const submissionAnswer = submissionLine.extend({
  edition: z.string(),
  points: z.number(),
  possible: z.number(),
  scenario: z.object({ title: localized, briefing: localized }).optional(),
  parts: z.array(
    z.object({
      area: z.string(),
      name: localized,
      score: z.number().optional(),
      questions: z.array(
        z.object({
          id: z.string(),
          text: localized,
          options: z.array(z.object({ id: z.string(), label: localized, points: z.number() })),
          scored: z.boolean(),
          /** The chosen option, `na`, or nothing: left blank, as in a contact that nobody answered. */
          answer: z.string().optional(),
        }),
      ),
      comments: z.array(z.object({ id: z.string(), text: localized, comment: z.string() })),
    }),
  ),
  /** What was written on both sides of a written contact, with people's names masked. */
  transcript: z.string().optional(),
  /** What the clock logged, oldest first. */
  log: z.array(z.object({ kind: z.string(), at: instantSchema })),
})
export type SubmissionAnswer = z.infer<typeof submissionAnswer>

const inEdition = z.object({ editionId: idSchema })
const tags = ['Results']

/** Results: who is best and how sure that is, one participant, and the submissions behind every figure. */
export const resultsContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/results',
      summary: 'The results of an edition, as far as the person who asks may see them',
      tags,
    })
    .input(inEdition)
    .output(resultsAnswer),
  participant: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/results/participants/{participantId}',
      summary: 'One participant: total, areas, questions against the class, channels, bands, experience',
      tags,
    })
    .input(inEdition.extend({ participantId: idSchema }))
    .output(participantAnswer),
  certainty: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/results/certainty',
      summary: 'What this many contacts can and cannot tell, from the spread of this edition',
      tags,
    })
    .input(inEdition)
    .output(certaintyAnswer),
  submissions: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/results/submissions',
      summary: 'The approved submissions behind a figure',
      tags,
    })
    .input(inEdition.extend(submissionFilter.shape))
    .output(submissionsAnswer),
  submission: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/results/submissions/{contactId}',
      summary: 'One approved submission: ticks, comments, clock, and the score by area',
      tags,
    })
    .input(inEdition.extend({ contactId: idSchema }))
    .output(submissionAnswer),
  export: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/results/submissions.csv',
      summary: 'All approved submissions, in the form that `lyttepost score` reads',
      tags,
    })
    .input(inEdition)
    .output(z.file()),
  publish: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/results/publish',
      summary: 'Show the participants their results, or take that back',
      tags,
    })
    .input(inEdition.extend({ published: z.boolean() }))
    .output(z.object({ published: z.boolean() })),
}
