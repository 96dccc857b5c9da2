/** What does waiting do to our customers? Waits, patience, what follows when somebody gives up, and the measurement (P6). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelId } from '../../measure/edition/contract.ts'
import { idSchema, instantSchema, localizedSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { enquiryChannels } from '../../understand/intake/rules/enquiry-words.ts'
import { queueKinds } from '../traffic/rules/queue.ts'

const count = z.number().int().min(0)
const share = z.number().min(0).max(1)
const seconds = z.number().min(0)
const shareEstimate = z.object({ share, low: share, high: share })
const meanEstimate = z.object({ mean: seconds, low: seconds, high: seconds })

/** Whole weeks that are looked at, and days in which a customer is taken to come back about the same. */
export const waitingWeeks = [4, 12, 26, 52] as const
export const returnDays = [1, 3, 7, 14] as const
const usualWeeks = 12
const usualDays = 7

const asked = z.object({
  queueId: idSchema.optional().meta({ examples: [undefined] }),
  weeks: z
    .number()
    .int()
    .refine((weeks) => waitingWeeks.some((each) => each === weeks), { error: 'weeks-unknown' })
    .default(usualWeeks)
    .meta({ examples: [12] }),
})
const askedDays = asked.extend({
  days: z
    .number()
    .int()
    .refine((days) => returnDays.some((each) => each === days), { error: 'days-unknown' })
    .default(usualDays)
    .meta({ examples: [7] }),
})

const queue = z.object({
  id: idSchema,
  name: z.string(),
  channel: z.enum(enquiryChannels),
  kind: z.enum(queueKinds),
})
const sums = z.object({
  offered: z.number(),
  /** Of `told` contacts it is known whether they gave up: `lost` did. Null where nobody tells. */
  told: z.number(),
  lost: z.number().nullable(),
  gaveUp: shareEstimate.nullable(),
  meanWait: seconds.nullable(),
})
const hourCell = sums.extend({
  /** 1 Monday to 7 Sunday, and the hour on the Norwegian clock. */
  weekday: z.number().int(),
  hour: z.number().int(),
  /** From single waits of those who got through; null with fewer than twenty. */
  p50: seconds.nullable(),
  p90: seconds.nullable(),
})
export type WaitingHour = z.infer<typeof hourCell>

const waiting = z.object({
  queues: z.array(queue),
  queue: queue.nullable(),
  from: plainDateSchema,
  to: plainDateSchema,
  weeks: z.number().int(),
  /** Counts per interval, or the log of enquiries where the queue has none. */
  countsFrom: z.enum(['traffic', 'log', 'none']),
  /** Which part of the log is the queue's: its own name in it, or the whole channel. */
  logIs: z.enum(['queue', 'channel']),
  total: sums.extend({ p50: seconds.nullable(), p90: seconds.nullable() }),
  hours: z.array(hourCell),
  trend: z.array(sums.extend({ week: plainDateSchema })),
  /** The part of the week at which certainly more give up than else. */
  worst: shareEstimate
    .extend({
      weekday: z.number().int(),
      fromHour: z.number().int(),
      toHour: z.number().int(),
      offered: z.number(),
      lost: z.number(),
    })
    .nullable(),
})
export type WaitingView = z.infer<typeof waiting>

const mark = z.object({ seconds, stays: share, low: share, high: share, exponential: share })
const patience = z.object({
  source: z.enum(['log', 'counts', 'none']),
  lost: z.number(),
  seen: z.number(),
  /** Waits of the log of which nobody knows how they ended. */
  unknown: count,
  exponential: meanEstimate.nullable(),
  median: z
    .object({ value: seconds.nullable(), low: seconds.nullable(), high: seconds.nullable() })
    .nullable(),
  marks: z.array(mark),
  curve: z.array(mark),
  fit: z.object({ seconds, stays: share, exponential: share, isClose: z.boolean() }).nullable(),
  counts: meanEstimate.extend({ lost: z.number() }).nullable(),
  /** What staffing reckons with today: its own word, and the seconds that it comes to. */
  staffing: z.object({
    set: z.enum(['counted', 'endless', 'own']),
    seconds: seconds.nullable(),
  }),
  /** The coming week's requirement with what staffing reckons with, and with the estimate; null without a forecast. */
  requirement: z
    .object({
      from: plainDateSchema,
      to: plainDateSchema,
      /** Hours of people at work, and the most at once. */
      now: z.object({ hours: z.number(), most: count }),
      estimated: z.object({ hours: z.number(), most: count }),
    })
    .nullable(),
})
export type PatienceView = z.infer<typeof patience>

const backPoint = z.object({ hours: z.number(), lost: shareEstimate, through: shareEstimate.nullable() })
const after = z.object({
  from: plainDateSchema,
  to: plainDateSchema,
  days: z.number().int(),
  lost: count,
  known: count,
  /** Share that comes back within the days, in whichever channel; those who got through for comparison. */
  back: shareEstimate.nullable(),
  backThrough: shareEstimate.nullable(),
  through: count,
  /** Hours until half of all who gave up are back; null where they never are. */
  halfBackHours: z.number().nullable(),
  curve: z.array(backPoint),
  channels: z.array(z.object({ channel: z.enum(enquiryChannels), share })),
  /** How the next contact ended, of those who came back. */
  next: z.object({ through: count, lost: count, unknown: count }),
  topics: z.array(
    z.object({
      topicId: idSchema,
      name: z.string(),
      contacts: z.number(),
      own: z.number(),
      gaveUp: shareEstimate,
      /** Of all contacts with a topic in the channel; null without figures. */
      usual: share.nullable(),
    }),
  ),
  /** Of those who gave up: with a topic from the record itself, from a next contact, and without any. */
  topicsFrom: z.object({ own: z.number(), next: z.number(), none: z.number() }),
})
export type AfterView = z.infer<typeof after>

const areaScore = z.object({
  score: z.number(),
  n: z.number().int(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
})
const measured = z.object({
  measurement: z
    .object({
      editionId: idSchema,
      edition: z.string(),
      participantId: idSchema,
      participant: z.string(),
      areas: z.array(
        z.object({
          id: z.string(),
          name: localizedSchema,
          own: areaScore,
          /** On the channel of the queue. */
          channel: areaScore.nullable(),
          class: areaScore.nullable(),
        }),
      ),
      /** How long the measurement waited on the queue's channel, in the steps of its form, beside the own log. */
      steps: z
        .object({
          question: z.string(),
          text: localizedSchema,
          channel: channelId,
          n: z.number().int(),
          unanswered: z.number().int(),
          items: z.array(
            z.object({
              label: localizedSchema,
              /** Up to and including this step, of all contacts of the channel. */
              share,
              /** Of the own log, answered within the step's limit; null where it has none, or nothing is logged. */
              own: share.nullable(),
              limit: seconds.nullable(),
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
  computedAt: instantSchema.nullable(),
})
export type MeasuredWaiting = z.infer<typeof measured>

const tags = ['Waiting']
export const waitingContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/plan/waiting',
      summary: 'Waits and who gives up, by weekday, hour and week',
      tags,
    })
    .input(asked)
    .output(waiting),
  patience: oc
    .route({
      method: 'GET',
      path: '/plan/waiting/patience',
      summary: 'How long people wait before they give up, and what that does to the requirement',
      tags,
    })
    .input(asked)
    .output(patience),
  after: oc
    .route({
      method: 'GET',
      path: '/plan/waiting/after',
      summary: 'What those do next who gave up, and what they gave up on',
      tags,
    })
    .input(askedDays)
    .output(after),
  measured: oc
    .route({
      method: 'GET',
      path: '/plan/waiting/measured',
      summary: 'What the latest published measurement says of waiting, beside the own log',
      tags,
    })
    .input(asked)
    .output(measured),
  takePatience: oc
    .route({
      method: 'PUT',
      path: '/plan/waiting/{queueId}/patience',
      summary: 'Let staffing reckon with this patience from today on',
      tags,
    })
    .input(
      z.object({
        queueId: idSchema,
        seconds: z
          .number()
          .min(1)
          .max(86_400)
          .meta({ examples: [300] }),
      }),
    )
    .output(z.object({ seconds: z.number() })),
}
