/** What will come, and why (P1): what came, the forecast with its parts, and how today goes. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import {
  driversContract,
  event,
  eventKind,
  eventsContract,
  shock,
  shocksContract,
} from './causes/contract.ts'
import { importsContract, interval, receiveContract } from './imports/contract.ts'
import {
  exception,
  figure,
  maybe,
  note,
  ofQueue,
  queuesContract,
  queueView,
  spans,
  tags,
} from './queues/contract.ts'
import { dayProposals } from './rules/day-proposals.ts'
import { dayStates } from './rules/day-states.ts'
import { eventCategories } from './rules/event-words.ts'
import { partNames } from './rules/forecast-parts.ts'

const part = z.object({ name: z.enum(partNames), factor: figure })
const cell = z.object({ startsAt: instantSchema, mean: figure, lo95: figure, hi95: figure })
const forecastDay = z.object({
  date: plainDateSchema,
  mean: figure,
  lo95: figure,
  hi95: figure,
  cv: figure,
  parts: z.array(part),
  marks: z.array(z.string()),
})
export type ForecastDayView = z.infer<typeof forecastDay>
const seenDay = z.object({
  day: plainDateSchema,
  offered: maybe,
  handled: maybe,
  abandoned: maybe,
  state: z.enum(dayStates),
  /** Open intervals without a count. */
  missing: z.number().int(),
  reason: z.string(),
})
export type SeenDay = z.infer<typeof seenDay>
/** What a kept forecast said of a day at least a week before it. */
const toldDay = z.object({
  day: plainDateSchema,
  mean: figure,
  lo95: figure,
  hi95: figure,
  madeOn: plainDateSchema,
})
const past = z.object({
  origins: z.number().int(),
  wape: maybe,
  wapeMedian: maybe,
  wapeNaive: maybe,
  byHorizon: z.array(
    z.object({
      horizonDay: z.number().int(),
      wape: figure,
      wapeMedian: figure,
      wapeNaive: figure,
      contacts: figure,
    }),
  ),
  /** Share of intervals within the 95 % interval, by what the other origins taught. */
  covered: maybe,
  /** What earlier kept forecasts said of days that have come since. */
  kept: z.object({ days: z.number().int(), wape: maybe, inside: maybe, from: plainDateSchema.nullable() }),
})
export type PastView = z.infer<typeof past>
const finding = z.object({
  day: plainDateSchema,
  /** Against an ordinary day of its weekday: 0.31 = 31 % more. */
  change: figure,
  cause: z.enum(['calendar', 'events', 'shock', 'driver']),
  mark: z.string().nullable(),
  eventKind: z.string().nullable(),
  eventDay: plainDateSchema.nullable(),
  mean: figure,
})
export type FindingView = z.infer<typeof finding>
const trafficView = z.object({
  today: plainDateSchema,
  from: plainDateSchema,
  to: plainDateSchema,
  queues: z.array(queueView),
  queueId: idSchema.nullable(),
  seen: z.array(seenDay),
  /** Days before today of which an earlier forecast has spoken. */
  told: z.array(toldDay),
  /** There is no forecast yet, but traffic enough: it is being made. */
  forecastComing: z.boolean(),
  forecast: z
    .object({
      madeAt: instantSchema,
      methodVersion: z.string(),
      fromDay: plainDateSchema,
      cellsTo: plainDateSchema,
      isStale: z.boolean(),
      modelShare: figure,
      calendar: z.string(),
      notes: z.array(z.string()),
      /** The latest days lie far off to one side, and are too few to be followed. */
      oddEnd: z
        .object({
          from: plainDateSchema,
          days: z.number().int(),
          /** Contacts that came ÷ those expected. */
          ratio: figure,
          /** When it lasts through this day, the forecast follows it. */
          lastBeforeFollowed: plainDateSchema.nullable(),
        })
        .nullable(),
      days: z.array(forecastDay),
      /** Days ÷ as foretold, should values from outside go as low or as high as has been said. */
      paths: z.array(
        z.object({
          path: z.enum(['low', 'high']),
          factors: z.array(z.object({ date: plainDateSchema, factor: figure })),
        }),
      ),
      past,
    })
    .nullable(),
  finding: finding.nullable(),
  kinds: z.array(eventKind),
  events: z.array(event),
  shocks: z.array(shock),
})
export type TrafficView = z.infer<typeof trafficView>
const dayView = z.object({
  day: plainDateSchema,
  seen: z.array(interval),
  cells: z.array(cell),
  forecast: forecastDay.nullable(),
  told: toldDay.nullable(),
  opening: spans,
  exception: exception.nullable(),
  mark: z.object({ reason: z.string(), person: z.string(), at: instantSchema }).nullable(),
  state: z.enum(dayStates),
  events: z.array(event.extend({ kind: z.string(), category: z.enum(eventCategories) })),
})
export type DayView = z.infer<typeof dayView>

const todayQueue = z.object({
  queue: queueView,
  opening: spans,
  /** The end of the last interval with a count; null before the first. */
  seenUntil: instantSchema.nullable(),
  soFar: figure,
  expectedSoFar: maybe,
  /** The whole day as it was expected in the morning, and as it is expected now. */
  planned: z.object({ mean: figure, lo95: figure, hi95: figure }).nullable(),
  updated: z.object({ mean: figure, lo95: figure, hi95: figure }).nullable(),
  alarm: z.enum(['above', 'below']).nullable(),
  /** What would have been usual by now; all but one working day in 22 stays within it. Null while it is too early to say. */
  usual: z.object({ low: figure, high: figure }).nullable(),
  /** What may be done, in the order of how soon it helps. */
  proposals: z.array(z.enum(dayProposals)),
  waitSeconds: maybe,
  abandoned: maybe,
  cells: z.array(
    z.object({
      startsAt: instantSchema,
      offered: maybe,
      waitSeconds: maybe,
      planned: maybe,
      lo95: maybe,
      hi95: maybe,
      updated: maybe,
      updatedLo95: maybe,
      updatedHi95: maybe,
    }),
  ),
})
export type TodayQueue = z.infer<typeof todayQueue>
const todayView = z.object({ today: plainDateSchema, now: instantSchema, queues: z.array(todayQueue) })
export type TodayView = z.infer<typeof todayView>

export const trafficContract = {
  get: oc
    .route({ method: 'GET', path: '/plan/traffic', summary: 'What came, what will come, and why', tags })
    .input(
      z.object({
        queueId: idSchema.optional(),
        from: plainDateSchema.optional(),
        to: plainDateSchema.optional(),
      }),
    )
    .output(trafficView),
  day: oc
    .route({
      method: 'GET',
      path: '/plan/queues/{queueId}/days/{day}',
      summary: 'One day, interval by interval',
      tags,
    })
    .input(ofQueue.extend({ day: plainDateSchema }))
    .output(dayView),
  markDay: oc
    .route({
      method: 'PUT',
      path: '/plan/queues/{queueId}/days/{day}/mark',
      summary:
        'Say that a day was not normal: nothing is learned from it; without a reason it is normal again',
      tags,
    })
    .input(ofQueue.extend({ day: plainDateSchema, reason: note(300) }))
    .output(nothingSchema),
  makeForecast: oc
    .route({
      method: 'POST',
      path: '/plan/queues/{queueId}/forecast',
      summary: 'Make the forecast anew',
      tags,
    })
    .input(ofQueue)
    .output(z.object({ jobId: z.uuid() })),
  queues: queuesContract,
  imports: importsContract,
  events: eventsContract,
  shocks: shocksContract,
  drivers: driversContract,
  today: oc
    .route({
      method: 'GET',
      path: '/plan/today',
      summary: 'How the day goes, and what the rest of it will be',
      tags,
    })
    .input(nothingSchema)
    .output(todayView),
  receive: receiveContract,
}
