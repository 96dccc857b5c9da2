/** What moves traffic and is known by name: events, shocks and drivers. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, nothingSchema, plainDateSchema } from '../../../platform/http/contract.ts'
import { figure, maybe, note, ofQueue, tags, words } from '../queues/contract.ts'
import { eventCategories } from '../rules/event-words.ts'

export const event = z.object({
  eventId: idSchema,
  kindId: idSchema,
  day: plainDateSchema,
  size: figure,
  factor: maybe,
  note: z.string(),
})
export type EventView = z.infer<typeof event>
const effect = z.object({ change: figure, low: figure, high: figure })
export const eventKind = z.object({
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
export const shock = z.object({
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
/** What the planner may know of a shock. */
const shockFields = z.object({
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
})

export const eventsContract = {
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
}

export const shocksContract = {
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
        ...shockFields.shape,
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
        ...shockFields.shape,
      }),
    )
    .output(nothingSchema),
}

export const driversContract = {
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
}
