/** What is unusual today (U5.4): alarms, and who is told of them. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { enquiryChannels } from '../intake/rules/enquiry-words.ts'
import { alarmKinds, alarmStates } from './rules/kinds.ts'

const kind = z.enum(alarmKinds)
const named = z.object({ id: idSchema, name: z.string() })

/** Which of them are there depends on the kind. */
const figures = z.object({
  /** Contacts on the day of a spike; different texts of a new question; channels of stale versions. */
  count: z.number().optional(),
  expected: z.number().optional(),
  usualUpTo: z.number().optional(),
  chance: z.number().optional(),
  /** Shares of searches without result, or of replies that contradict the answer, 0–1. */
  before: z.number().optional(),
  now: z.number().optional(),
  n: z.number().optional(),
  /** Days of silence, and the longest one before. */
  days: z.number().optional(),
  longestBefore: z.number().optional(),
  missing: z.number().optional(),
  words: z.array(z.string()).optional(),
  examples: z.array(z.string()).optional(),
  channels: z.array(z.enum(enquiryChannels)).optional(),
})
export type AlarmFigures = z.infer<typeof figures>

const alarm = z.object({
  alarmId: idSchema,
  kind,
  topic: named.nullable(),
  channel: z.enum(enquiryChannels).nullable(),
  source: named.nullable(),
  answerId: idSchema.nullable(),
  firstDay: plainDateSchema,
  lastDay: plainDateSchema,
  figures,
  state: z.enum(alarmStates),
  note: z.string(),
  raisedAt: instantSchema,
  settledAt: instantSchema.nullable(),
  /** Nobody for one that ended by itself. */
  settledBy: z.string().nullable(),
  /** Of a new question: its records. */
  records: z.array(idSchema),
})
export type AlarmView = z.infer<typeof alarm>

const watchView = z.object({
  items: z.array(alarm),
  open: z.number().int(),
  /** The last day that has been looked at, and in how many series of topic and channel. */
  lastDay: plainDateSchema.nullable(),
  series: z.number().int(),
  falseAlarmsAMonth: z.number(),
  /** Days looked at in the last 30, and the spikes raised in them. */
  daysLooked: z.number().int(),
  spikesRaised: z.number().int(),
})
export type WatchView = z.infer<typeof watchView>

const subscription = z.object({
  subscriptionId: idSchema,
  way: z.enum(['email', 'webhook']),
  person: z.string(),
  own: z.boolean(),
  /** The address of the letter or of the webhook. */
  to: z.string(),
  kinds: z.array(kind),
  createdAt: instantSchema,
})
export type SubscriptionView = z.infer<typeof subscription>
const delivery = z.object({
  deliveryId: idSchema,
  way: z.enum(['email', 'webhook']),
  to: z.string(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.number().int(),
  outcome: z.string().nullable(),
  createdAt: instantSchema,
  triedAt: instantSchema.nullable(),
  alarms: z.number().int(),
  test: z.boolean(),
})
export type DeliveryView = z.infer<typeof delivery>
const alerts = z.object({ subscriptions: z.array(subscription), deliveries: z.array(delivery) })
export type AlertsView = z.infer<typeof alerts>

/** What a webhook is sent. */
export const webhookBody = z.object({
  deliveryId: idSchema.meta({ description: 'The same each time that it is sent again' }),
  organisationId: idSchema,
  test: z
    .boolean()
    .meta({ description: 'Sent by hand, to see whether it arrives; without alarms', examples: [false] }),
  alarms: z.array(
    z.object({
      alarmId: idSchema,
      kind,
      topic: z
        .string()
        .nullable()
        .meta({ examples: ['Hvor er pakken min?'] }),
      channel: z.enum(enquiryChannels).nullable(),
      source: z
        .string()
        .nullable()
        .meta({ examples: [null] }),
      day: plainDateSchema,
      figures,
      text: z.string().meta({ description: 'In one line, in the language of whoever added the webhook' }),
      url: z.url().meta({
        description: 'The page of alarms',
        examples: ['https://lyttepost.eksempel.no/understand/watch'],
      }),
    }),
  ),
})
export type WebhookBody = z.infer<typeof webhookBody>

const ofAlarm = z.object({ alarmId: idSchema })
const ofSubscription = z.object({ subscriptionId: idSchema })
const kinds = z
  .array(kind)
  .min(1)
  .max(alarmKinds.length)
  .meta({ examples: [['spike']] })
const tags = ['Watch']

export const watchContract = {
  get: oc
    .route({ method: 'GET', path: '/understand/watch', summary: 'What is unusual today', tags })
    .input(z.object({ state: z.enum([...alarmStates, 'all']).optional(), kind: kind.optional() }))
    .output(watchView),
  settle: oc
    .route({
      method: 'POST',
      path: '/understand/watch/{alarmId}/state',
      summary: 'Say that an alarm is seen, close it with a note, or open it again',
      tags,
    })
    .input(
      ofAlarm.extend({
        state: z.enum(alarmStates).meta({ examples: ['seen'] }),
        note: z.string().trim().max(2000),
      }),
    )
    .output(nothingSchema),
  run: oc
    .route({ method: 'POST', path: '/understand/watch/run', summary: 'Look now', tags })
    .input(nothingSchema)
    .output(z.object({ days: z.number().int(), raised: z.number().int() })),
  alerts: {
    list: oc
      .route({ method: 'GET', path: '/understand/alerts', summary: 'Who is told, and what was sent', tags })
      .input(nothingSchema)
      .output(alerts),
    subscribe: oc
      .route({
        method: 'POST',
        path: '/understand/alerts',
        summary: 'Be told by e-mail, or tell a program by webhook; its secret is shown once',
        tags,
      })
      .input(
        z.object({
          way: z.enum(['email', 'webhook']).meta({ examples: ['email'] }),
          url: z
            .url({ protocol: /^https?$/ })
            .max(500)
            .nullable()
            .meta({ examples: [null] }),
          kinds,
        }),
      )
      .output(z.object({ subscriptionId: idSchema, secret: z.string().nullable() })),
    change: oc
      .route({
        method: 'PUT',
        path: '/understand/alerts/{subscriptionId}',
        summary: 'What it tells of',
        tags,
      })
      .input(ofSubscription.extend({ kinds }))
      .output(nothingSchema),
    end: oc
      .route({
        method: 'DELETE',
        path: '/understand/alerts/{subscriptionId}',
        summary: 'Tell no more',
        tags,
      })
      .input(ofSubscription)
      .output(nothingSchema),
    test: oc
      .route({
        method: 'POST',
        path: '/understand/alerts/{subscriptionId}/test',
        summary: 'Send a test now',
        tags,
      })
      .input(ofSubscription)
      .output(delivery),
  },
}
