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

export const participantChannel = scoreFigures.extend(place.shape).extend({ channel: channelId })

export const participantResult = scoreFigures.extend(place.shape).extend({
  participant: z.string(),
  class: z.string(),
  classRank: z.number().int().nullable(),
  classRankRange: range.nullable(),
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

export const editionResults = z.object({
  edition: z.string(),
  methodVersion: z.string(),
  /** What the intervals were drawn with, so that anyone can draw them again. */
  intervals: z.object({ level: z.number(), resamples: z.number().int(), seed: z.string() }),
  all: scoreFigures,
  participants: z.array(participantResult),
  classes: z.array(classResult),
  channels: z.array(channelResult),
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
  method: resultMethod,
})

export const resultsAnswer = resultHead.extend({
  intervals: editionResults.shape.intervals,
  /** Participants in the whole edition, also where only some are shown. */
  taking: z.number().int(),
  /** The participants of the person who asks. */
  own: z.array(idSchema),
  all: scoreFigures,
  participants: z.array(namedParticipant),
  classes: z.array(classResult),
  channels: z.array(channelResult),
  bands: z.array(bandCount),
})
export type ResultsAnswer = z.infer<typeof resultsAnswer>

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
