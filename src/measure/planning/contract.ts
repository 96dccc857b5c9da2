/** The plan of an edition and the observers who carry it out: shapes and endpoints, safe in the browser. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, inputIssueSchema, instantSchema, plainDateSchema } from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'
import { contactStates } from '../fieldwork/contract.ts'
import { channelsSchema } from '../participants/contract.ts'
import { fairnessSchema } from './rules/fairness/report.ts'
import { moveReasons } from './rules/replan/reasons.ts'

/** A contact's place in the plan. */
const placementSchema = z.object({
  channel: channelId,
  date: plainDateSchema,
  from: z.string(),
  to: z.string(),
  observer: idSchema.nullable(),
  scenario: z.string().nullable(),
})
export const moveSchema = z.object({
  number: z.number().int(),
  participant: idSchema,
  reason: z.enum(moveReasons),
  /** Null: the contact is new. */
  before: placementSchema.nullable(),
  /** Null: the contact is cancelled. */
  after: placementSchema.nullable(),
})
export type PlanMove = z.infer<typeof moveSchema>

export const contactSchema = z.object({
  contactId: idSchema,
  number: z.number().int(),
  participantId: idSchema,
  participant: z.string(),
  class: z.string(),
  channel: channelId,
  date: plainDateSchema,
  from: z.string(),
  to: z.string(),
  observerId: idSchema.nullable(),
  observer: z.string().nullable(),
  scenario: z.string(),
  state: z.enum(contactStates),
})
export type PlanContact = z.infer<typeof contactSchema>

export const countSchema = z.object({
  participantId: idSchema,
  participant: z.string(),
  class: z.string(),
  withdrawn: z.boolean(),
  counts: z.partialRecord(channelId, z.number().int()),
  /** What the key gives it, with what is done already taken into account. */
  key: z.partialRecord(channelId, z.number().int()),
})
export type ParticipantCount = z.infer<typeof countSchema>

const amendmentsSchema = z.object({
  closedDays: z.array(plainDateSchema),
  weeks: z.number().int().nullable(),
})

const revisionSchema = z.object({
  revision: z.number().int(),
  madeAt: instantSchema,
  madeBy: z.string(),
  reason: z.string(),
  moves: z.number().int(),
})

export const planSchema = z.object({
  /** What a plan would be made from. */
  ready: z.object({
    participants: z.number().int(),
    /** Not withdrawn, and no person has confirmed how they are reached. */
    unsettled: z.number().int(),
    observers: z.number().int(),
    /** What a plan of them holds, in an even week and in all, and how many observers it takes at the least. */
    need: z.object({
      contacts: z.number().int(),
      perWeek: z.number(),
      takes: z.number().int(),
      needed: z.number().int(),
    }),
  }),
  /** Null: no plan has been made. */
  plan: z
    .object({
      revision: z.number().int(),
      madeAt: instantSchema.nullable(),
      amendments: amendmentsSchema,
      /** Contacts with an attempt; a plan with such can be changed, but not made anew. */
      started: z.number().int(),
      fairness: fairnessSchema,
      /** Days of the season on which no contact is made, weekends left out, and why. */
      closed: z.array(z.object({ date: plainDateSchema, why: z.enum(['holiday', 'method', 'pause']) })),
      weeks: z.number().int(),
      /** Take part and have no contacts: came after the plan, or were not settled when it was made. */
      late: z.array(
        z.object({
          participantId: idSchema,
          name: z.string(),
          /** A change of the plan gives it contacts; else a person must first confirm its channels. */
          settled: z.boolean(),
        }),
      ),
    })
    .nullable(),
  names: z.object({
    participants: z.array(z.object({ id: idSchema, name: z.string(), class: z.string() })),
    observers: z.array(z.object({ id: idSchema, name: z.string() })),
  }),
  revisions: z.array(revisionSchema),
})
export type Plan = z.infer<typeof planSchema>

/** What is to be different. Withdrawn and new participants and changed observers are seen without being told. */
export const changesSchema = z.object({
  pause: z
    .object({ from: plainDateSchema, to: plainDateSchema })
    .refine(({ from, to }) => from <= to, 'ends before it begins')
    .optional(),
  reopen: z.array(plainDateSchema).max(100).optional(),
  weeks: z.number().int().min(1).max(53).optional(),
  /** Contacts whose day has passed without an attempt are moved too. */
  overdue: z.boolean().optional(),
  /** How participants are reached from now on: what observers will use for each way, null where there is none. */
  channels: z
    .array(z.object({ participantId: idSchema, channels: channelsSchema }))
    .max(200)
    .optional(),
})
export type PlanChanges = z.infer<typeof changesSchema>

export const previewSchema = z.object({
  moves: z.array(moveSchema),
  /** Of the plan after the moves. */
  fairness: fairnessSchema,
  /** Hand it back when applying, so that nothing else than what was shown is done. */
  token: z.string(),
})
export type ReplanPreview = z.infer<typeof previewSchema>

const absenceSchema = z
  .object({ from: plainDateSchema, to: plainDateSchema, reason: z.string().trim().max(200) })
  .refine(({ from, to }) => from <= to, 'ends before it begins')
export type Absence = z.infer<typeof absenceSchema>

export const observerSchema = z.object({
  observerId: idSchema,
  name: z.string(),
  contactsPerWeek: z.number().int(),
  active: z.boolean(),
  /** Who signs in as this observer; null: nobody yet. */
  person: z.object({ personId: idSchema, name: z.string(), email: z.string() }).nullable(),
  customerOf: z.array(z.string()),
  absences: z.array(absenceSchema),
  /** Contacts from today on that are planned for this observer. */
  ahead: z.number().int(),
})
export type Observer = z.infer<typeof observerSchema>

const observerFields = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ examples: ['Aud Hellestrand'] }),
  contactsPerWeek: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .meta({ examples: [5] }),
  active: z.boolean(),
  personId: idSchema.nullable(),
  customerOf: z.array(z.string().trim().min(1).max(200)).max(200),
  absences: z.array(absenceSchema).max(100),
}

const observerImportSchema = z.object({
  rows: z.array(
    z.object({
      line: z.number().int(),
      name: z.string(),
      contactsPerWeek: z.number().int(),
      customerOf: z.array(z.string()),
      absences: z.number().int(),
      change: z.enum(['new', 'changed', 'unchanged']),
    }),
  ),
  issues: z.array(inputIssueSchema),
})
export type ObserverImport = z.infer<typeof observerImportSchema>

const edition = z.object({ editionId: idSchema })
const tags = ['Plan']
const path = '/measure/editions/{editionId}/plan' as const

export const planningContract = {
  get: oc
    .route({ method: 'GET', path, summary: 'The plan of an edition and whether it is fair', tags })
    .input(edition)
    .output(planSchema),
  make: oc
    .route({ method: 'POST', path, summary: 'Make the plan, as long work', tags })
    .input(
      edition.extend({
        /** The same seed gives the same plan; without one a new one is drawn. */
        seed: z
          .string()
          .regex(/^[\w-]{1,60}$/)
          .optional(),
      }),
    )
    .output(z.object({ jobId: idSchema })),
  contacts: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/contacts',
      summary: 'The planned contacts, by date; at most 10,000',
      tags,
    })
    .input(
      edition.extend({
        participantId: idSchema.optional(),
        observerId: idSchema.optional(),
        from: plainDateSchema.optional(),
        to: plainDateSchema.optional(),
      }),
    )
    .output(z.object({ items: z.array(contactSchema), total: z.number().int() })),
  counts: oc
    .route({
      method: 'GET',
      path: `${path}/counts`,
      summary: 'Contacts per participant and channel, against the key',
      tags,
    })
    .input(edition)
    .output(z.object({ items: z.array(countSchema) })),
  preview: oc
    .route({
      method: 'POST',
      path: `${path}/changes/preview`,
      summary: 'What a change would move; nothing is saved',
      tags,
    })
    .input(edition.extend({ changes: changesSchema }))
    .output(previewSchema),
  apply: oc
    .route({ method: 'POST', path: `${path}/changes`, summary: 'Move what a change must move', tags })
    .input(
      edition.extend({
        changes: changesSchema,
        reason: z
          .string()
          .trim()
          .min(1)
          .max(500)
          .meta({ examples: ['Feltarbeidet er stanset i to uker'] }),
        token: z.string().max(100),
      }),
    )
    .output(z.object({ revision: z.number().int(), moves: z.number().int() })),
  revision: oc
    .route({
      method: 'GET',
      path: `${path}/revisions/{revision}`,
      summary: 'What one revision of the plan moved, and why',
      tags,
    })
    .input(edition.extend({ revision: z.coerce.number().int().min(1) }))
    .output(revisionSchema.extend({ items: z.array(moveSchema) })),
  observers: {
    list: oc
      .route({
        method: 'GET',
        path: '/measure/observers',
        summary: 'The pool of observers',
        tags: ['Observers'],
      })
      .output(z.object({ items: z.array(observerSchema) })),
    add: oc
      .route({ method: 'POST', path: '/measure/observers', summary: 'Add an observer', tags: ['Observers'] })
      .input(z.object(observerFields))
      .output(observerSchema),
    edit: oc
      .route({
        method: 'PUT',
        path: '/measure/observers/{observerId}',
        summary: 'Change an observer: load, absences, where a customer',
        tags: ['Observers'],
      })
      .input(z.object({ observerId: idSchema, ...observerFields }))
      .output(observerSchema),
    previewImport: oc
      .route({
        method: 'POST',
        path: '/measure/observers/import/preview',
        summary: 'What an import would change, row by row; nothing is saved',
        tags: ['Observers'],
      })
      .input(z.object({ file: z.file() }))
      .output(observerImportSchema),
    import: oc
      .route({
        method: 'POST',
        path: '/measure/observers/import',
        summary: 'Import a file of observers: all of it, or nothing',
        tags: ['Observers'],
      })
      .input(z.object({ file: z.file() }))
      .output(z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })),
  },
}
