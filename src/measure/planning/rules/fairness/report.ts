/** What the fairness report says, as data: every figure of a plan and every rule that it breaks (M3.6). */
import { z } from 'zod'
import { channelId } from '../../../edition/contract.ts'

/** The rules, each with the side on which its figure must stay of its limit. */
export const fairnessRules = {
  keyCounts: 'atMost',
  equalSets: 'atMost',
  openDays: 'atMost',
  windows: 'atMost',
  attemptsFit: 'atMost',
  longGaps: 'atMost',
  shortGaps: 'atLeast',
  channelGaps: 'atMost',
  weeks: 'atMost',
  weekdays: 'atMost',
  hours: 'atMost',
  dayLoads: 'atMost',
  observerMissing: 'atMost',
  observerCustomer: 'atMost',
  observerConflict: 'atMost',
  observerChannels: 'atMost',
  observerHours: 'atMost',
  observerAbsent: 'atMost',
  observerWeeks: 'atMost',
  observerLoads: 'atMost',
  observerMeetings: 'atMost',
  lockOut: 'atLeast',
  scenarioMissing: 'atMost',
  scenarioFits: 'atMost',
  scenarioRepeats: 'atLeast',
  scenarioSpread: 'atMost',
} as const satisfies Record<string, 'atMost' | 'atLeast'>
export type FairnessRule = keyof typeof fairnessRules
export const fairnessRuleIds = Object.keys(fairnessRules) as FairnessRule[]

/** Goes up when a plan gets another report, so that kept ones are looked at again. */
export const fairnessVersion = 1

const place = z.object({
  /** Ids. */
  participant: z.string().optional(),
  observer: z.string().optional(),
  channel: channelId.optional(),
  date: z.string().optional(),
  /** ISO week, such as `2026-W49`. */
  week: z.string().optional(),
  /** Numbers of the contacts concerned. */
  contacts: z.array(z.number().int()),
})

/** One rule broken in one place: its figure there, and the limit that it passes. */
export const findingSchema = place.extend({
  rule: z.enum(fairnessRuleIds),
  figure: z.number(),
  limit: z.number(),
})
export type Finding = z.infer<typeof findingSchema>

/** Worth knowing, and no broken rule. */
export const noticeSchema = z.object({
  kind: z.enum(['noChannels', 'fewChannels', 'withdrawn', 'noOpenDays']),
  participant: z.string(),
})
export type Notice = z.infer<typeof noticeSchema>

const range = z.object({ min: z.number(), max: z.number() })

export const fairnessSchema = z.object({
  clean: z.boolean(),
  contacts: z.number().int(),
  participants: z.number().int(),
  findings: z.array(findingSchema),
  notices: z.array(noticeSchema),
  /** Per rule: how many places were looked at, how many break it, and the figure nearest to the limit or past it. */
  rules: z.array(
    z.object({
      rule: z.enum(fairnessRuleIds),
      checked: z.number().int(),
      broken: z.number().int(),
      worst: z.number().nullable(),
      limit: z.number().nullable(),
    }),
  ),
  figures: z.object({
    season: z.object({ start: z.string(), end: z.string(), openDays: z.number().int() }),
    /** Participants with the same channels: what each gets, and what the key says. */
    channelSets: z.array(
      z.object({
        channels: z.array(channelId),
        participants: z.number().int(),
        key: z.partialRecord(channelId, z.number().int()),
        least: z.partialRecord(channelId, z.number().int()),
        most: z.partialRecord(channelId, z.number().int()),
      }),
    ),
    channels: z.partialRecord(channelId, z.number().int()),
    weeks: z.array(z.object({ week: z.string(), openDays: z.number().int(), contacts: z.number().int() })),
    /** Monday 1 … Friday 5. */
    weekdays: z.array(
      z.object({ weekday: z.number().int(), openDays: z.number().int(), contacts: z.number().int() }),
    ),
    days: z.array(z.object({ date: z.string(), contacts: z.number().int() })),
    hours: z.array(
      z.object({ from: z.string(), to: z.string(), weekday: z.number().int(), contacts: z.number().int() }),
    ),
    /** Open days from one contact of a participant to its next one. */
    gaps: range.extend({ even: z.number() }).nullable(),
    observers: z.array(
      z.object({
        observer: z.string(),
        contacts: z.number().int(),
        share: z.number(),
        busiestWeek: z.number().int(),
      }),
    ),
    /** Times that an observer met a participant that he or she had met before. */
    repeatedMeetings: z.number().int(),
    scenarios: z.array(z.object({ scenario: z.string(), contacts: z.number().int() })),
  }),
})
export type Fairness = z.infer<typeof fairnessSchema>
