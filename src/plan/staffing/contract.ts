/** How many are needed, who is set up, and the risk in between (P2); the front page of Plan. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { enquiryChannels } from '../../understand/intake/rules/enquiry-words.ts'
import { partNames } from '../traffic/rules/forecast-parts.ts'
import { queueKinds } from '../traffic/rules/queue.ts'
import { serviceLevelConventions } from './rules/erlang/figures.ts'
import { targetParts } from './rules/service-target.ts'

const share = z.number().gt(0).lt(1)
const example = <Schema extends z.ZodType>(schema: Schema, value: z.infer<Schema>) =>
  schema.meta({ examples: [value] })

const serviceTarget = z
  .object({
    serviceLevel: z
      .object({
        share: share.max(0.999),
        withinSeconds: z.number().min(0).max(86_400),
        convention: z.enum(serviceLevelConventions),
      })
      .nullable(),
    maxMeanWaitSeconds: z.number().gt(0).max(86_400).nullable(),
    maxAbandon: z.number().min(0.001).lt(1).nullable(),
    maxOccupancy: z.number().min(0.05).max(1).nullable(),
  })
  .refine((target) => Object.values(target).some((part) => part !== null), { error: 'target-empty' })

const settings = z.object({
  target: example(serviceTarget, {
    serviceLevel: { share: 0.8, withinSeconds: 20, convention: 'ofOffered' },
    maxMeanWaitSeconds: null,
    maxAbandon: 0.05,
    maxOccupancy: null,
  }),
  confidence: example(z.number().min(0.5).max(0.99), 0.8),
  fewest: example(z.number().int().min(0).max(1000), 1),
  handleSeconds: example(z.number().min(1).max(36_000).nullable(), 180),
  handleHours: example(
    z
      .array(z.object({ hour: z.number().int().min(0).max(23), seconds: z.number().min(1).max(36_000) }))
      .max(24),
    [],
  ),
  patience: example(z.union([z.enum(['counted', 'endless']), z.number().min(1).max(86_400)]), 'counted'),
  parallel: example(z.number().int().min(1).max(20), 3),
  slowing: example(z.number().min(0).max(1), 0.2),
  deadlineHours: example(z.number().min(0.5).max(400), 8),
  share: example(z.number().min(0.5).max(1), 0.95),
  backlog: example(
    z.object({ tasks: z.number().min(0).max(1_000_000), oldestHours: z.number().min(0).max(400) }),
    { tasks: 0, oldestHours: 0 },
  ),
  blendWith: example(z.array(idSchema).max(20), []),
  usable: example(z.number().min(0).max(1), 0.6),
})

const ruleOf = z.object({
  validFrom: plainDateSchema.nullable(),
  settings,
  setAt: instantSchema.nullable(),
  setBy: z.string().nullable(),
})
export type StaffingRuleView = z.infer<typeof ruleOf>

const part = z.object({
  name: example(z.string().trim().min(1).max(100), 'Korte pauser'),
  share: example(z.number().min(0).max(0.95), 0.05),
  place: example(z.enum(['at-work', 'away']), 'at-work'),
  planned: z.boolean(),
})

const cell = z.object({
  startsAt: instantSchema,
  date: plainDateSchema,
  time: z.string(),
  mean: z.number(),
  cv: z.number(),
  handleSeconds: z.number(),
  p10: z.number().int(),
  p50: z.number().int(),
  p90: z.number().int(),
  needed: z.number().int(),
  netLoad: z.number(),
  binding: z.enum([...targetParts, 'deadline']).nullable(),
  warnings: z.array(z.enum(['below-load', 'many-give-up'])),
  scheduled: z.number().nullable(),
  risk: z.number().nullable(),
})

const queue = z.object({
  id: idSchema,
  name: z.string(),
  channel: z.enum(enquiryChannels),
  kind: z.enum(queueKinds),
  intervalMinutes: z.number().int(),
})

/** Why there is no requirement yet. */
/** `forecast-coming`: there is traffic enough, and the forecast is being made. */
const lacks = z.enum(['forecast', 'forecast-coming', 'handle-time', 'target']).nullable()

const day = z.object({
  date: plainDateSchema,
  mean: z.number(),
  cv: z.number(),
  /** Null when nobody is set up, and for tasks, which are judged interval by interval. */
  risk: z.number().nullable(),
})

const week = z.object({
  from: plainDateSchema,
  to: plainDateSchema,
  queues: z.array(queue),
  queue: queue.nullable(),
  lacks,
  rule: ruleOf,
  onQueue: z.number(),
  patienceSeconds: z.number().nullable(),
  handle: z.object({
    seconds: z.number().nullable(),
    hours: z.array(z.object({ hour: z.number(), seconds: z.number(), contacts: z.number() })),
  }),
  forecastMadeAt: instantSchema.nullable(),
  scheduledFrom: z.enum(['shifts', 'typed', 'none']),
  /** Each with what holds on it: settings change from a day on. */
  days: z.array(day.extend({ settings, patienceSeconds: z.number().nullable() })),
  cells: z.array(cell),
})
export type StaffingWeek = z.infer<typeof week>

const span = z.object({
  date: plainDateSchema,
  from: z.string(),
  to: z.string(),
  missing: z.number().int(),
  risk: z.number(),
})
const remedy = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('move'),
    people: z.number(),
    from: z.string(),
    to: z.string(),
    riskAfter: z.number(),
  }),
  z.object({ kind: z.literal('borrow'), people: z.number(), queue: z.string(), riskAfter: z.number() }),
  z.object({ kind: z.literal('extra'), people: z.number(), riskAfter: z.number() }),
])
const heat = z.object({
  date: plainDateSchema,
  time: z.string(),
  risk: z.number().nullable(),
  missing: z.number(),
  needed: z.number(),
  scheduled: z.number().nullable(),
  mean: z.number(),
})

const overview = z.object({
  from: plainDateSchema,
  to: plainDateSchema,
  queues: z.array(queue.extend({ lacks, worst: span.nullable(), scheduled: z.boolean() })),
  queue: queue.nullable(),
  lacks,
  settings,
  stepMinutes: z.number().int(),
  scheduledFrom: z.enum(['shifts', 'typed', 'none']),
  days: z.array(day),
  cells: z.array(heat),
  worst: span.nullable(),
  remedies: z.array(remedy),
  /** What the worst day is expected to bring, against the median of its weekday in the last eight weeks. */
  cause: z
    .object({
      date: plainDateSchema,
      expected: z.number(),
      usual: z.number(),
      weeks: z.number().int(),
      /** The factors of the forecast that multiply to the day. */
      parts: z.array(z.object({ name: z.enum(partNames), factor: z.number() })),
    })
    .nullable(),
  seen: z.array(z.object({ date: plainDateSchema, offered: z.number() })),
  expected: z.array(
    z.object({ date: plainDateSchema, mean: z.number(), lo95: z.number(), hi95: z.number() }),
  ),
  /** How far off the forecast was at moments in the past (WAPE), beside two guesses that need none. */
  past: z
    .object({
      origins: z.number().int(),
      wape: z.number(),
      wapeMedian: z.number().nullable(),
      wapeNaive: z.number().nullable(),
    })
    .nullable(),
})
export type PlanOverview = z.infer<typeof overview>

const outcome = z.object({
  /** Hours of people at work in the week: as required, and for a light (P10) and a heavy (P90) load. */
  hours: z.number(),
  lightHours: z.number(),
  heavyHours: z.number(),
  /** Of these, hours with contacts. */
  workHours: z.number(),
  onQueue: z.number(),
  peak: z.object({ people: z.number().int(), date: plainDateSchema, time: z.string() }).nullable(),
  /** Which part of the target asks for most, in how many intervals. */
  bound: z.array(z.object({ part: z.enum([...targetParts, 'deadline']), intervals: z.number().int() })),
  intervals: z.number().int(),
  belowLoad: z.number().int(),
  manyGiveUp: z.number().int(),
})
export type StaffingOutcome = z.infer<typeof outcome>
const preview = z.object({ before: outcome, after: outcome })
export type StaffingPreview = z.infer<typeof preview>

const tags = ['Staffing']
const ofQueue = z.object({ queueId: idSchema })

export const staffingContract = {
  overview: oc
    .route({ method: 'GET', path: '/plan/overview', summary: 'Will we answer next week?', tags })
    .input(z.object({ queueId: idSchema.optional(), from: plainDateSchema.optional() }))
    .output(overview),
  week: oc
    .route({
      method: 'GET',
      path: '/plan/staffing',
      summary: 'People needed by interval, beside those who are set up; seven days',
      tags,
    })
    .input(z.object({ queueId: idSchema.optional(), from: plainDateSchema.optional() }))
    .output(week),
  rules: {
    list: oc
      .route({
        method: 'GET',
        path: '/plan/staffing/{queueId}/rules',
        summary: 'Service targets of a queue with their history, the latest first',
        tags,
      })
      .input(ofQueue)
      .output(z.object({ items: z.array(ruleOf) })),
    save: oc
      .route({
        method: 'PUT',
        path: '/plan/staffing/{queueId}/rules',
        summary: 'Set the service target of a queue from a day on',
        tags,
      })
      .input(ofQueue.extend({ validFrom: plainDateSchema, settings }))
      .output(ruleOf),
    preview: oc
      .route({
        method: 'POST',
        path: '/plan/staffing/{queueId}/rules/preview',
        summary: 'What a week would take with other settings, beside those that hold; keeps nothing',
        tags,
      })
      .input(ofQueue.extend({ from: plainDateSchema.optional(), settings }))
      .output(preview),
  },
  shrinkage: {
    get: oc
      .route({ method: 'GET', path: '/plan/shrinkage', summary: 'Paid time that is not on the queue', tags })
      .input(nothingSchema)
      .output(z.object({ parts: z.array(part), own: z.boolean() })),
    save: oc
      .route({ method: 'PUT', path: '/plan/shrinkage', summary: 'Set the parts of shrinkage', tags })
      .input(
        z.object({
          parts: z
            .array(part)
            .max(30)
            .refine((parts) => new Set(parts.map(({ name }) => name)).size === parts.length, {
              error: 'name-doubled',
            }),
        }),
      )
      .output(z.object({ parts: z.array(part), own: z.boolean() })),
  },
  scheduled: {
    save: oc
      .route({
        method: 'PUT',
        path: '/plan/staffing/{queueId}/scheduled',
        summary: 'Say how many are set up, until there is a shift plan; null takes it away',
        tags,
      })
      .input(
        ofQueue.extend({
          rows: z
            .array(z.object({ startsAt: instantSchema, people: z.number().min(0).max(100_000).nullable() }))
            .min(1)
            .max(5000)
            .meta({ examples: [[{ startsAt: '2026-03-02T08:30:00.000Z', people: 14 }]] }),
        }),
      )
      .output(z.object({ saved: z.number().int() })),
    import: oc
      .route({
        method: 'POST',
        path: '/plan/staffing/{queueId}/scheduled/file',
        summary: 'Read who is set up from a table of timestamp and people, local time',
        tags,
      })
      .input(ofQueue.extend({ file: z.file() }))
      .output(z.object({ saved: z.number().int() })),
  },
}
