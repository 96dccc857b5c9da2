/**
 * The results of an edition: what the score command writes, what is stored and what the pages show are one shape.
 * Scores are 0–100 and unrounded; `null` says that the figure cannot be known from the contacts.
 */
import { z } from 'zod'
import { channelId } from '../edition/contract.ts'

const interval = z.tuple([z.number(), z.number()]).readonly()
const range = z.tuple([z.number().int(), z.number().int()]).readonly()

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
