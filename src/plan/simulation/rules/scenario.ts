/**
 * A scenario: a centre's queues, people and time as a document that a person can write by hand. Times of the day are
 * `HH:MM`, durations are seconds and say so, shares are between 0 and 1. Docs: docs/methods/simulation.md.
 */
import { z } from 'zod'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of the day such as 08:30')
const share = z.number().min(0).max(1)
const seconds = z
  .number()
  .min(0)
  .max(60 * 86_400)
const name = z.string().trim().min(1).max(100)
const day = z.number().int().min(1).max(35)

/** Numbers of consecutive intervals from a time of the day on: of one day (1 is the first), or of every day. */
const dayRun = (value: z.ZodNumber) =>
  z
    .array(z.strictObject({ day: day.optional(), from: clock, counts: z.array(value).min(1).max(288) }))
    .max(400)

const spread = z.enum(['exponential', 'lognormal', 'fixed'])

const handle = z.strictObject({
  meanSeconds: z.number().positive().max(86_400),
  spread: spread.default('lognormal'),
  /** Coefficient of variation; of the lognormal only. */
  cv: z.number().min(0.05).max(5).default(1),
})

const patience = z.union([
  z.strictObject({ meanSeconds: z.number().positive().max(864_000) }),
  /** `stays` is the share still waiting after `seconds`, as Kaplan and Meier's curve gives it. */
  z.strictObject({
    curve: z
      .array(z.strictObject({ seconds: z.number().positive(), stays: share }))
      .min(1)
      .max(1000),
  }),
])

const queue = z.strictObject({
  id: name,
  name: name.optional(),
  kind: z.enum(['calls', 'chats', 'tasks']),
  /** Expected first contacts of each interval. */
  arrivals: dayRun(z.number().min(0).max(30_000)),
  /** How much a whole day can be off, as a coefficient of variation. */
  uncertainty: z.number().min(0).max(2).default(0),
  handle,
  /** Left out: nobody gives up. */
  patience: patience.optional(),
  target: z.strictObject({ seconds, share }).default({ seconds: 20, share: 0.8 }),
  /** Lower is taken first. */
  priority: z.number().int().min(1).max(9).default(1),
  /** Open hours, of one day or of every day. Left out: always. Tasks are taken in at any time. */
  open: z
    .array(z.strictObject({ day: day.optional(), from: clock, to: clock }))
    .max(200)
    .optional(),
  /** What happens to those who wait when the line closes. */
  atClosing: z.enum(['finish', 'cut']).default('finish'),
  /** Of those who meet a closed line, how many come back when it opens. */
  comesBackWhenOpen: share.default(0.6),
  selfService: share.max(0.99).default(0),
  /** Of those who gave up. */
  redial: z.strictObject({ share: share.max(0.95), afterSeconds: seconds.min(10) }).optional(),
  shift: z
    .array(z.strictObject({ to: name, share, afterSeconds: seconds.min(10) }))
    .max(5)
    .default([]),
  /** Of those who were handled: 1 − first-contact resolution. */
  returns: z.strictObject({ share: share.max(0.9), afterSeconds: seconds.min(60) }).optional(),
  callback: z
    .strictObject({
      afterSeconds: seconds,
      accept: share,
      unreachable: share.default(0.1),
      attemptSeconds: z.number().positive().max(600).default(30),
    })
    .optional(),
  /** Chats that one person has at once, and how much longer each takes for every further one. */
  concurrency: z.number().int().min(1).max(8).default(3),
  slowdown: z.number().min(0).max(2).default(0.3),
  /** Tasks are laid aside when a call or chat comes. */
  interruptible: z.boolean().default(false),
  /** What waits already at the start. */
  backlog: z.strictObject({ count: z.number().int().min(0).max(100_000), oldestSeconds: seconds }).optional(),
})

const shift = z.strictObject({
  day: day.optional(),
  people: z.number().int().min(1).max(2000),
  from: clock,
  /** Earlier than `from`: of the next day. */
  to: clock,
  breaks: z
    .array(z.strictObject({ from: clock, to: clock }))
    .max(6)
    .default([]),
})

const group = z.strictObject({
  id: name,
  name: name.optional(),
  /** Queues by id, or with a priority of their own for this group. */
  skills: z
    .array(z.union([name, z.strictObject({ queue: name, priority: z.number().int().min(1).max(9) })]))
    .min(1)
    .max(20),
  /** People who answer in each interval. Added to those of `shifts`. */
  people: dayRun(z.number().int().min(0).max(2000)).default([]),
  shifts: z.array(shift).max(2000).default([]),
  costPerHour: z.number().min(0).max(100_000).default(0),
})

const experience = z.strictObject({
  /** What it comes from, in words that are shown beside every figure. */
  source: z.string().max(300),
  /** Straight between the points, level before the first and after the last. */
  points: z
    .array(z.strictObject({ seconds, score: z.number().min(0).max(100) }))
    .min(1)
    .max(50),
  /** Of somebody who was not answered. */
  unanswered: z.number().min(0).max(100),
})
export type Experience = z.infer<typeof experience>

export const scenarioSchema = z.strictObject({
  name: name.optional(),
  days: day.default(1),
  /** Days in front that are simulated and not counted, so that returns and backlog are as usual. */
  leadInDays: z.number().int().min(0).max(14).default(0),
  intervalMinutes: z.literal([5, 10, 15, 20, 30, 60]).default(30),
  queues: z.array(queue).min(1).max(30),
  groups: z.array(group).min(1).max(60),
  /** From wait to satisfaction, and to the score of a measurement: 0–100. */
  satisfaction: experience.optional(),
  measuredScore: experience.optional(),
})
export type Scenario = z.infer<typeof scenarioSchema>
export type ScenarioQueue = Scenario['queues'][number]
export type ScenarioGroup = Scenario['groups'][number]
