/** What will come, and why (P1): queues, contacts per interval, events, shocks, drivers, and the forecast. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, nothingSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { enquiryChannels } from '../../understand/intake/rules/enquiry-words.ts'
import { dayProposals } from './rules/day-proposals.ts'
import { dayStates } from './rules/day-states.ts'
import { eventCategories } from './rules/event-words.ts'
import { partNames } from './rules/forecast-parts.ts'
import { refusalReasons } from './rules/import/read-traffic.ts'
import { trafficFields } from './rules/import/traffic-mapping.ts'
import { intervalLengths, queueKinds } from './rules/queue.ts'

const words = (most: number) => z.string().trim().min(1).max(most)
const note = (most: number) => z.string().trim().max(most)
const tags = ['Traffic']
const figure = z.number()
const maybe = z.number().nullable()

const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .meta({ examples: ['08:00'] })
const span = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { message: 'from before to' })
const spans = z
  .array(span)
  .max(6)
  .refine((all) => all.every(({ from }, at) => at === 0 || all[at - 1]!.to <= from), {
    message: 'in order, without overlap',
  })
  .meta({ examples: [[{ from: '08:00', to: '16:00' }]] })
const openingWeek = z.object({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans })

const queueFields = z.object({
  name: words(80).meta({ examples: ['Telefon'] }),
  channel: z.enum(enquiryChannels).meta({ examples: ['phone'] }),
  kind: z.enum(queueKinds).meta({ examples: ['calls'] }),
  intervalMinutes: z.literal(intervalLengths).meta({ examples: [15] }),
  opening: openingWeek,
  skill: note(60).meta({ examples: ['telefon'] }),
})
export type QueueFieldsInput = z.infer<typeof queueFields>
const exception = z.object({ day: plainDateSchema, spans, reason: note(200) })
const queueView = queueFields.extend({
  id: idSchema,
  closedAt: instantSchema.nullable(),
  /** The first and the last day with traffic. */
  firstDay: plainDateSchema.nullable(),
  lastDay: plainDateSchema.nullable(),
})
export type QueueView = z.infer<typeof queueView>
const ofQueue = z.object({ queueId: idSchema })

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
const interval = z.object({
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
})
export type DeliveryView = z.infer<typeof delivery>

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
const event = z.object({
  eventId: idSchema,
  kindId: idSchema,
  day: plainDateSchema,
  size: figure,
  factor: maybe,
  note: z.string(),
})
export type EventView = z.infer<typeof event>
const effect = z.object({ change: figure, low: figure, high: figure })
const eventKind = z.object({
  kindId: idSchema,
  name: z.string(),
  category: z.enum(eventCategories),
  lagFrom: z.number().int(),
  queueIds: z.array(idSchema),
  learned: z
    .object({
      occurrences: z.number().int(),
      basis: z.enum(['learned', 'prior']),
      days: z.array(effect),
      total: effect,
    })
    .nullable(),
})
export type EventKindView = z.infer<typeof eventKind>
const shock = z.object({
  shockId: idSchema,
  day: plainDateSchema,
  name: z.string(),
  multiplier: figure,
  low: maybe,
  high: maybe,
  halfLifeDays: maybe,
  origin: z.enum(['found', 'own']),
  state: z.enum(['proposed', 'accepted', 'dismissed']),
})
export type ShockView = z.infer<typeof shock>
const scenario = z.enum(['low', 'base', 'high'])
const driver = z.object({
  driverId: idSchema,
  name: z.string(),
  unit: z.string(),
  queueIds: z.array(idSchema),
  scenario,
  beyondSeen: z.boolean(),
  lagDays: z.number().int(),
  seen: z.object({
    values: z.number().int(),
    first: plainDateSchema.nullable(),
    last: plainDateSchema.nullable(),
    least: maybe,
    most: maybe,
  }),
  ahead: z.array(
    z.object({ scenario, values: z.number().int(), least: figure, most: figure, last: plainDateSchema }),
  ),
  /** What the forecast had to say of it. */
  notes: z.array(z.object({ code: z.string(), from: plainDateSchema, value: figure, edge: figure })),
})
export type DriverView = z.infer<typeof driver>
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
      days: z.array(forecastDay),
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
  opening: spans,
  exception: exception.nullable(),
  mark: z.object({ reason: z.string(), person: z.string(), at: instantSchema }).nullable(),
  state: z.enum(dayStates),
  events: z.array(event.extend({ kind: z.string(), category: z.enum(eventCategories) })),
})
export type DayView = z.infer<typeof dayView>

const liveInterval = z.object({
  startsAt: instantSchema,
  offered: z.number().min(0).max(1e6),
  handled: z.number().min(0).max(1e6).nullable().optional(),
  abandoned: z.number().min(0).max(1e6).nullable().optional(),
  handleSeconds: z.number().min(0).max(1e7).nullable().optional(),
  waitSeconds: z.number().min(0).max(1e7).nullable().optional(),
  answeredWithin: z.number().min(0).max(1e6).nullable().optional(),
})
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

const eventKindFields = z.object({
  name: words(80).meta({ examples: ['Fakturautsending'] }),
  category: z.enum(eventCategories).meta({ examples: ['invoice'] }),
  lagFrom: z
    .number()
    .int()
    .min(-14)
    .max(0)
    .meta({ examples: [0] }),
  queueIds: z
    .array(idSchema)
    .max(50)
    .meta({ examples: [[]] }),
})
const eventFields = z.object({
  kindId: idSchema,
  day: plainDateSchema,
  size: z
    .number()
    .positive()
    .max(100)
    .meta({ examples: [1] }),
  factor: z
    .number()
    .positive()
    .max(20)
    .nullable()
    .meta({ examples: [null] }),
  note: note(300),
})
const ofKind = z.object({ kindId: idSchema })
const ofEvent = z.object({ eventId: idSchema })
const ofShock = z.object({ shockId: idSchema })
const ofDriver = z.object({ driverId: idSchema })
const fileFormat = z.enum(['csv', 'xlsx']).meta({ examples: ['csv'] })

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
  queues: {
    list: oc
      .route({ method: 'GET', path: '/plan/queues', summary: 'All queues', tags })
      .input(nothingSchema)
      .output(z.object({ items: z.array(queueView.extend({ exceptions: z.array(exception) })) })),
    create: oc
      .route({ method: 'POST', path: '/plan/queues', summary: 'Make a queue', tags })
      .input(queueFields)
      .output(z.object({ queueId: idSchema })),
    edit: oc
      .route({ method: 'PUT', path: '/plan/queues/{queueId}', summary: 'Change a queue', tags })
      .input(queueFields.extend(ofQueue.shape))
      .output(nothingSchema),
    close: oc
      .route({
        method: 'PUT',
        path: '/plan/queues/{queueId}/closed',
        summary: 'Take a queue out of use, or into use again; its traffic stays',
        tags,
      })
      .input(ofQueue.extend({ closed: z.boolean() }))
      .output(nothingSchema),
    saveException: oc
      .route({
        method: 'PUT',
        path: '/plan/queues/{queueId}/exceptions/{day}',
        summary: 'Other opening hours on one day, or none',
        tags,
      })
      .input(exception.extend(ofQueue.shape))
      .output(nothingSchema),
    removeException: oc
      .route({
        method: 'DELETE',
        path: '/plan/queues/{queueId}/exceptions/{day}',
        summary: "The weekday's hours again",
        tags,
      })
      .input(ofQueue.extend({ day: plainDateSchema }))
      .output(nothingSchema),
  },
  imports: {
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
    export: oc
      .route({
        method: 'GET',
        path: '/plan/queues/{queueId}/export',
        summary: 'Traffic and forecast as a file',
        tags,
      })
      .input(ofQueue.extend({ from: plainDateSchema, to: plainDateSchema, format: fileFormat }))
      .output(z.file()),
  },
  events: {
    createKind: oc
      .route({ method: 'POST', path: '/plan/event-kinds', summary: 'A new kind of event', tags })
      .input(eventKindFields)
      .output(ofKind),
    editKind: oc
      .route({ method: 'PUT', path: '/plan/event-kinds/{kindId}', summary: 'Change a kind of event', tags })
      .input(eventKindFields.extend(ofKind.shape))
      .output(nothingSchema),
    removeKind: oc
      .route({
        method: 'DELETE',
        path: '/plan/event-kinds/{kindId}',
        summary: 'Take a kind of event out of use, with its events',
        tags,
      })
      .input(ofKind)
      .output(nothingSchema),
    add: oc
      .route({ method: 'POST', path: '/plan/events', summary: 'An event, past or planned', tags })
      .input(eventFields)
      .output(ofEvent),
    edit: oc
      .route({ method: 'PUT', path: '/plan/events/{eventId}', summary: 'Change an event', tags })
      .input(eventFields.extend(ofEvent.shape))
      .output(nothingSchema),
    remove: oc
      .route({ method: 'DELETE', path: '/plan/events/{eventId}', summary: 'Remove an event', tags })
      .input(ofEvent)
      .output(nothingSchema),
  },
  shocks: {
    add: oc
      .route({
        method: 'POST',
        path: '/plan/queues/{queueId}/shocks',
        summary: 'A lasting turn of the level that the planner knows of',
        tags,
      })
      .input(
        ofQueue.extend({
          day: plainDateSchema,
          name: note(120),
          multiplier: z
            .number()
            .positive()
            .max(50)
            .meta({ examples: [1.3] }),
          halfLifeDays: z
            .number()
            .positive()
            .max(2000)
            .nullable()
            .meta({ examples: [30] }),
        }),
      )
      .output(ofShock),
    settle: oc
      .route({
        method: 'PUT',
        path: '/plan/shocks/{shockId}',
        summary: 'Accept or dismiss a shock, or change what is known of it',
        tags,
      })
      .input(
        ofShock.extend({
          state: z.enum(['accepted', 'dismissed']).meta({ examples: ['accepted'] }),
          name: note(120),
          multiplier: z
            .number()
            .positive()
            .max(50)
            .meta({ examples: [1.3] }),
          halfLifeDays: z
            .number()
            .positive()
            .max(2000)
            .nullable()
            .meta({ examples: [30] }),
        }),
      )
      .output(nothingSchema),
  },
  drivers: {
    list: oc
      .route({
        method: 'GET',
        path: '/plan/drivers',
        summary: 'Series from outside that traffic follows',
        tags,
      })
      .input(nothingSchema)
      .output(z.object({ items: z.array(driver) })),
    import: oc
      .route({
        method: 'POST',
        path: '/plan/drivers',
        summary: 'Bring in a series by day: date and value, or what it may become as low, base and high',
        tags,
      })
      .input(
        z.object({
          file: z.file(),
          driverId: idSchema.optional(),
          name: words(80).meta({ examples: ['Kraftpris'] }),
          unit: note(30).meta({ examples: ['øre/kWh'] }),
        }),
      )
      .output(ofDriver.extend({ seen: z.number().int(), ahead: z.number().int() })),
    edit: oc
      .route({
        method: 'PUT',
        path: '/plan/drivers/{driverId}',
        summary: 'Choose the scenario of a driver',
        tags,
      })
      .input(
        ofDriver.extend({
          scenario: scenario.meta({ examples: ['base'] }),
          beyondSeen: z.boolean(),
          lagDays: z.number().int().min(0).max(60),
          queueIds: z
            .array(idSchema)
            .max(50)
            .meta({ examples: [[]] }),
        }),
      )
      .output(nothingSchema),
    remove: oc
      .route({ method: 'DELETE', path: '/plan/drivers/{driverId}', summary: 'Remove a driver', tags })
      .input(ofDriver)
      .output(nothingSchema),
  },
  today: oc
    .route({
      method: 'GET',
      path: '/plan/today',
      summary: 'How the day goes, and what the rest of it will be',
      tags,
    })
    .input(nothingSchema)
    .output(todayView),
  receive: oc
    .route({
      method: 'POST',
      path: '/plan/queues/{queueId}/live',
      summary:
        'Counts from a telephone or chat system as the day goes; a later count of an interval replaces it',
      tags,
    })
    .input(ofQueue.extend({ intervals: z.array(liveInterval).min(1).max(2000) }))
    .output(importCounts),
}
