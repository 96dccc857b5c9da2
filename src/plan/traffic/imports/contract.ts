/** Contacts per interval on their way in and out: files, the log of enquiries, and counts as the day goes. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, plainDateSchema } from '../../../platform/http/contract.ts'
import { figure, maybe, ofQueue, openingWeek, tags } from '../queues/contract.ts'
import { refusalReasons } from '../rules/import/read-traffic.ts'
import { trafficFields } from '../rules/import/traffic-mapping.ts'

const mapping = z.object({
  columns: z.partialRecord(z.enum(trafficFields), z.string().max(200)),
  decimal: z.enum([',', '.']),
  dateOrder: z.enum(['day-first', 'month-first']),
  units: z.object({
    handleSeconds: z.enum(['seconds', 'minutes']),
    waitSeconds: z.enum(['seconds', 'minutes']),
  }),
})
const refusedLine = z.object({
  line: z.number().int(),
  reason: z.enum(refusalReasons),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const interval = z.object({
  startsAt: instantSchema,
  offered: figure,
  handled: maybe,
  abandoned: maybe,
  handleSeconds: maybe,
  waitSeconds: maybe,
  answeredWithin: maybe,
})
export type IntervalView = z.infer<typeof interval>
const importCounts = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
})
const preview = z.object({
  header: z.array(z.string()),
  samples: z.record(z.string(), z.string()),
  mapping,
  problem: z.enum(['no-moment', 'no-count', 'day-totals', 'coarse', 'nothing']).nullable(),
  stepMinutes: z.number().int().nullable(),
  intervals: z.array(interval),
  first: plainDateSchema.nullable(),
  last: plainDateSchema.nullable(),
  contacts: figure,
  counts: importCounts,
  refused: z.array(refusedLine),
  /** Contacts that come while the queue is closed, which no forecast would count; null when next to none do. */
  outside: z.object({ contacts: figure, share: figure, found: openingWeek }).nullable(),
})
export type TrafficPreview = z.infer<typeof preview>
const upload = ofQueue.extend({
  file: z.file(),
  mapping: mapping.optional(),
  /** Totals of days or hours are refused, or shared out by how contacts usually lie. */
  totals: z
    .enum(['refuse', 'spread'])
    .optional()
    .meta({ examples: ['refuse'] }),
})
const delivery = importCounts.extend({
  deliveryId: idSchema,
  way: z.enum(['file', 'enquiries', 'live']),
  fileName: z.string().nullable(),
  receivedAt: instantSchema,
  person: z.string().nullable(),
  first: instantSchema.nullable(),
  last: instantSchema.nullable(),
  lines: z.array(refusedLine),
  undoneAt: instantSchema.nullable(),
  canUndo: z.boolean(),
})
export type DeliveryView = z.infer<typeof delivery>

const liveInterval = z.object({
  startsAt: instantSchema,
  offered: z.number().min(0).max(1e6),
  handled: z.number().min(0).max(1e6).nullable().optional(),
  abandoned: z.number().min(0).max(1e6).nullable().optional(),
  handleSeconds: z.number().min(0).max(1e7).nullable().optional(),
  waitSeconds: z.number().min(0).max(1e7).nullable().optional(),
  answeredWithin: z.number().min(0).max(1e6).nullable().optional(),
})
const fileFormat = z.enum(['csv', 'xlsx']).meta({ examples: ['csv'] })

export const importsContract = {
  preview: oc
    .route({
      method: 'POST',
      path: '/plan/queues/{queueId}/imports/preview',
      summary: 'Read a file of traffic on trial',
      tags,
    })
    .input(upload)
    .output(preview),
  run: oc
    .route({
      method: 'POST',
      path: '/plan/queues/{queueId}/imports',
      summary: 'Bring a file of traffic in: the same file twice changes nothing',
      tags,
    })
    .input(upload)
    .output(importCounts.extend({ deliveryId: idSchema })),
  fromEnquiries: oc
    .route({
      method: 'POST',
      path: '/plan/queues/{queueId}/imports/enquiries',
      summary: "Count the channel's enquiries into the queue",
      tags,
    })
    .input(ofQueue.extend({ from: plainDateSchema, to: plainDateSchema }))
    .output(importCounts.extend({ deliveryId: idSchema })),
  deliveries: oc
    .route({
      method: 'GET',
      path: '/plan/queues/{queueId}/imports',
      summary: 'What has been brought in, and which lines were refused',
      tags,
    })
    .input(ofQueue)
    .output(z.object({ items: z.array(delivery) })),
  undo: oc
    .route({
      method: 'POST',
      path: '/plan/imports/{deliveryId}/undo',
      summary: 'Take the last file back: counts are again what they were before it',
      tags,
    })
    .input(z.object({ deliveryId: idSchema }))
    .output(z.object({ removed: z.number().int(), restored: z.number().int() })),
  export: oc
    .route({
      method: 'GET',
      path: '/plan/queues/{queueId}/export',
      summary: 'Traffic and forecast as a file',
      tags,
    })
    .input(ofQueue.extend({ from: plainDateSchema, to: plainDateSchema, format: fileFormat }))
    .output(z.file()),
}

export const receiveContract = oc
  .route({
    method: 'POST',
    path: '/plan/queues/{queueId}/live',
    summary:
      'Counts from a telephone or chat system as the day goes; a later count of an interval replaces it',
    tags,
  })
  .input(ofQueue.extend({ intervals: z.array(liveInterval).min(1).max(2000) }))
  .output(importCounts)
