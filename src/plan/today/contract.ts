/** What can be done about the rest of today (P1.7): who is needed and who is on, proposals with figures, and what was done. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { spanSchema } from '../shifts/people/contract.ts'
import { queueKinds } from '../traffic/rules/queue.ts'
import { actionKinds, doneKinds } from './rules/words.ts'

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const stretch = z.object({ from: clock, to: clock, missing: z.number().int() })
const lacks = z.enum(['forecast', 'handle-time']).nullable()

const need = z.object({
  queueId: idSchema,
  name: z.string(),
  kind: z.enum(queueKinds),
  lacks,
  /** In the interval that runs; null when the queue is closed, or nobody has said who is there. */
  now: z.object({ needed: z.number().int(), on: z.number().nullable() }).nullable(),
  /** Where most people are missing in the rest of the day; null when nobody is. */
  worst: stretch.nullable(),
})
export type QueueNeed = z.infer<typeof need>

const outlook = z.object({ risk: z.number(), waitSeconds: z.number().nullable() })
const effect = z.object({
  queueId: idSchema,
  queue: z.string(),
  from: clock,
  to: clock,
  before: outlook,
  after: outlook,
})
const times = spanSchema.extend({ breaks: z.array(spanSchema).max(8) })
const change = z.object({ shiftId: idSchema, agentId: idSchema, before: times, after: times })

const proposal = z.object({
  kind: z.enum(actionKinds),
  people: z.number(),
  minutes: z.number(),
  /** What is taken for granted of customers or of meetings, 0–1. */
  share: z.number().nullable(),
  tasksLater: z.number().nullable(),
  effect,
  cost: z.array(effect),
  /** Whose shifts get other times, and which; none where the plan stays as it is. */
  changes: z.array(change.extend({ agent: z.string() })),
})
export type ProposalView = z.infer<typeof proposal>

const restCell = z.object({
  startsAt: instantSchema,
  time: clock,
  mean: z.number(),
  needed: z.number().int(),
  /** Null: nobody has said who is there. */
  on: z.number().nullable(),
  missing: z.number().int(),
  risk: z.number().nullable(),
  waitSeconds: z.number().nullable(),
})
export type RestCell = z.infer<typeof restCell>

const done = z.object({
  actionId: idSchema,
  kind: z.enum(doneKinds),
  people: z.number(),
  minutes: z.number().int(),
  from: clock,
  to: clock,
  note: z.string(),
  riskBefore: z.number().nullable(),
  riskAfter: z.number().nullable(),
  waitBefore: z.number().nullable(),
  waitAfter: z.number().nullable(),
  /** How many shifts of the plan it changed. */
  changed: z.int(),
  doneAt: instantSchema,
  doneBy: z.string(),
  /** Of the stretch it was for, as far as it has been counted: what came beside what was expected in the morning. */
  came: z
    .object({
      offered: z.number(),
      planned: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      waitSeconds: z.number().nullable(),
      /** Whether all of the stretch has been counted. */
      whole: z.boolean(),
    })
    .nullable(),
})
export type DoneAction = z.infer<typeof done>

const day = z.object({
  queueId: idSchema,
  today: plainDateSchema,
  lacks,
  scheduledFrom: z.enum(['shifts', 'typed', 'none']),
  worst: stretch.nullable(),
  cells: z.array(restCell),
  /** For each stretch that lacks somebody, the worst first; null: nobody is missing, and some are to spare. */
  proposed: z.array(z.object({ stretch: stretch.nullable(), proposals: z.array(proposal) })),
  done: z.array(done),
})
export type TodayPlan = z.infer<typeof day>

const tags = ['Today']
const ofQueue = z.object({ queueId: idSchema })
const chance = z.number().min(0).max(1).nullable()
const seconds = z.number().min(0).max(1_000_000).nullable()

export const todayContract = {
  needs: oc
    .route({
      method: 'GET',
      path: '/plan/today/needs',
      summary: 'Where most people are missing for the rest of today',
      tags,
    })
    .input(nothingSchema)
    .output(z.object({ queues: z.array(need) })),
  plan: oc
    .route({
      method: 'GET',
      path: '/plan/queues/{queueId}/today',
      summary: 'Who is needed and who is on for the rest of today, and what can be done with which effect',
      tags,
    })
    .input(
      ofQueue.extend({
        /** Shares of customers: who choose to be called back, and who need nobody after a message. */
        callback: z.number().min(0.01).max(0.9).default(0.3),
        message: z.number().min(0.01).max(0.9).default(0.1),
      }),
    )
    .output(day),
  note: oc
    .route({
      method: 'POST',
      path: '/plan/queues/{queueId}/today/actions',
      summary: 'Note what was done about today, and change the shifts that it is about',
      tags,
    })
    .input(
      ofQueue.extend({
        kind: z.enum(doneKinds),
        people: z.number().min(0).max(10_000),
        minutes: z.number().int().min(0).max(1440),
        from: clock.meta({ examples: ['11:00'] }),
        to: clock.meta({ examples: ['12:00'] }),
        note: z.string().trim().max(300),
        riskBefore: chance,
        riskAfter: chance,
        waitBefore: seconds,
        waitAfter: seconds,
        changes: z.array(change).max(200).default([]),
        acceptFindings: z.boolean().default(false),
      }),
    )
    .output(z.object({ actionId: idSchema })),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/plan/today/actions/{actionId}',
      summary: 'Take back what was noted as done, and the shifts that nobody has changed since',
      tags,
    })
    .input(z.object({ actionId: idSchema }))
    .output(z.object({ restored: z.int(), left: z.int() })),
}
