/** The conserved flow of contacts (P3.2) and the avoidable part of what is to come (P1.8). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { improvementStates } from '../../understand/improvements/rules/words.ts'
import { enquiryChannels } from '../../understand/intake/rules/enquiry-words.ts'
import { queueKinds } from '../traffic/rules/queue.ts'

const share = z.number().min(0).max(1)
const count = z.number().int().min(0)
const estimate = z.object({ mean: z.number(), low: z.number(), high: z.number() })

const ledger = z.object({
  waitingAtOpen: count,
  first: count,
  returned: count,
  redialledIn: count,
  shiftedIn: count,
  handled: count,
  abandonedForGood: count,
  redialled: count,
  shifted: count,
  waitingAtClose: count,
  contactsIn: count,
})
/** Offered contacts that are neither handled, abandoned nor waiting; the ledger holds the others. */
const queueLedger = z.object({ queueId: idSchema, ledger, unaccounted: z.number().int() })
export type QueueLedger = z.infer<typeof queueLedger>

const flowSaid = z.object({
  queueId: idSchema,
  /** Null: as the log of enquiries says. */
  pReturn: z
    .number()
    .min(0)
    .max(0.95)
    .nullable()
    .meta({ examples: [null] }),
  pRedial: share.meta({ examples: [0.5] }),
  shiftTo: idSchema.nullable().meta({ examples: [null] }),
  pShift: share.meta({ examples: [0] }),
})
export type FlowSaid = z.infer<typeof flowSaid>

const selfService = z.object({ tried: share, settled: share, givenUp: share })

const flowQueue = flowSaid.extend({
  name: z.string(),
  channel: z.enum(enquiryChannels),
  kind: z.enum(queueKinds),
  /** What is reckoned with, and where it is from. */
  returns: share,
  returnsFrom: z.enum(['own', 'log', 'nothing']),
  /** Whether anybody here has said what those do who give up. */
  said: z.boolean(),
  pAbandon: share,
  /** Contacts in a mean month of the last three, first ones alone, and seconds of work for each. */
  offered: z.number(),
  first: z.number().nullable(),
  workSeconds: z.number().nullable(),
  failure: z.object({ share, low: share, high: share, known: share }).nullable(),
})
export type FlowQueueView = z.infer<typeof flowQueue>

const topic = z.object({
  topicId: idSchema,
  name: z.string(),
  /** Of all contacts of the queues, in a mean month. */
  contacts: estimate,
  hours: z.number(),
  failure: z.object({ value: share, low: share, high: share, n: z.number() }).nullable(),
  /** Contacts and hours that are failure demand. */
  avoidable: estimate.nullable(),
  avoidableHours: z.number().nullable(),
})
export type AvoidableTopic = z.infer<typeof topic>

const improvement = z.object({
  improvementId: idSchema,
  title: z.string(),
  state: z.enum(improvementStates),
  dueOn: plainDateSchema.nullable(),
  topics: z.array(z.string()),
  promised: share.nullable(),
  /** The part of the topics' contacts that is expected to go away; measured for those in effect. */
  drop: estimate.nullable(),
  measured: z.boolean(),
  /** Contacts and hours a month at today's volume, over all queues. */
  contacts: estimate.nullable(),
  hours: z.number().nullable(),
  counted: z.object({ from: plainDateSchema, at: instantSchema, by: z.string(), drop: estimate }).nullable(),
  /** Why it cannot be reckoned with. */
  cannot: z.enum(['inEffect', 'noTopics', 'noPromise', 'noDay', 'notSeen']).nullable(),
})
export type AvoidableImprovement = z.infer<typeof improvement>

const change = z.object({
  changeId: idSchema,
  /** Null: self-service. */
  queueId: idSchema.nullable(),
  /** Of the share that returns, or of the share of those who try that is settled. */
  difference: z.number(),
  from: plainDateSchema,
  at: instantSchema,
  by: z.string(),
  /** What the contacts of each queue are multiplied by. */
  factors: z.array(z.object({ queueId: idSchema, factor: z.number() })),
})
export type FlowChangeView = z.infer<typeof change>

const month = z.object({
  month: z.string(),
  basis: z.enum(['forecast', 'recent']),
  without: estimate,
  with: estimate,
  hoursWithout: z.number(),
  hoursWith: z.number(),
})
export type FlowMonth = z.infer<typeof month>

const flow = z.object({
  queues: z.array(flowQueue),
  selfService: selfService.nullable(),
  /** Why the flow has no answer. */
  refusal: z
    .object({
      kind: z.enum(['notAShare', 'sharesExceedOne', 'unknownQueue', 'neverSettles', 'fewerThanReturns']),
      queue: z.string().nullable(),
    })
    .nullable(),
  /** Whole weeks that lie behind, the newest first. */
  weeks: z.array(z.object({ week: plainDateSchema, queues: z.array(queueLedger), all: ledger })),
  /** The coming month, expected. */
  expected: z.object({ month: z.string(), queues: z.array(queueLedger), all: ledger }).nullable(),
  topics: z.array(topic),
  topicsFrom: plainDateSchema.nullable(),
  improvements: z.array(improvement),
  /** Changes of returns and self-service that are reckoned with, in the order of their days. */
  changes: z.array(change),
  /** How much of what improvements promise has come true, over so many. */
  realisation: z.object({ share, n: z.number().int() }),
  months: z.array(month),
})
export type FlowView = z.infer<typeof flow>

const tags = ['Flow']
export const flowContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/plan/flow',
      summary: 'Where contacts come from and go, and what of them could be avoided',
      tags,
    })
    .output(flow),
  save: oc
    .route({ method: 'PUT', path: '/plan/flow', summary: 'Say what contacts do that come again', tags })
    .input(
      z.object({
        queues: z.array(flowSaid).max(50),
        selfService: selfService.nullable().meta({ examples: [{ tried: 0.5, settled: 0.4, givenUp: 0.1 }] }),
      }),
    )
    .output(nothingSchema),
  count: oc
    .route({
      method: 'PUT',
      path: '/plan/flow/improvements/{improvementId}',
      summary: 'Reckon with an improvement in the staffing, or no longer',
      tags,
    })
    .input(z.object({ improvementId: idSchema, counted: z.boolean() }))
    .output(nothingSchema),
  expect: oc
    .route({
      method: 'POST',
      path: '/plan/flow/changes',
      summary: 'Reckon with fewer returns or more self-service in the staffing, from a day on',
      tags,
    })
    .input(
      z.object({
        queueId: idSchema.nullable().meta({ examples: [null] }),
        difference: z
          .number()
          .min(-1)
          .max(1)
          .refine((value) => value !== 0)
          .meta({ examples: [-0.05] }),
        from: plainDateSchema,
      }),
    )
    .output(z.object({ changeId: idSchema })),
  drop: oc
    .route({
      method: 'DELETE',
      path: '/plan/flow/changes/{changeId}',
      summary: 'Reckon with a change no longer',
      tags,
    })
    .input(z.object({ changeId: idSchema }))
    .output(nothingSchema),
  export: oc
    .route({
      method: 'GET',
      path: '/plan/flow/export',
      summary: 'The ledger of contacts by week as CSV',
      tags,
    })
    .input(nothingSchema)
    .output(z.file()),
}
