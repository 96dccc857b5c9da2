/** What happens to a contact, as data: states, events, what an observer hands in, and the endpoints (M4, M6). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  localizedSchema,
  nothingSchema,
  plainDateSchema,
} from '../../platform/http/contract.ts'
import { channelId, channelMethod, questionMethod } from '../edition/contract.ts'
import { findingKinds } from './rules/finding-kinds.ts'

export const contactStates = [
  'planned',
  'assigned',
  'attempted',
  'answered',
  'unanswered',
  'submitted',
  'returned',
  'resubmitted',
  'approved',
  'appealed',
  'final',
  'locked',
  'excluded',
] as const
export type ContactState = (typeof contactStates)[number]

/** What the observer's clock logs. `takenBack` strikes out the last of the others after a slip of the thumb. */
export const clockKinds = [
  'attemptStarted',
  'automaticReply',
  'humanReply',
  'gaveUp',
  'attemptEnded',
  'formOpened',
  'takenBack',
] as const
export type ClockKind = (typeof clockKinds)[number]

/** What happens around it: the plan, the form handed in, the review, and what follows. */
export const lifeKinds = [
  'planned',
  'assigned',
  'moved',
  'submitted',
  'returned',
  'resubmitted',
  'approved',
  /** A decision taken back before anything else happened. */
  'reopened',
  'appealed',
  'finalised',
  'locked',
  'corrected',
  /** Filled in with another tool, and taken over from it. */
  'imported',
  'excluded',
] as const
export type LifeKind = (typeof lifeKinds)[number]

export const eventKinds = [...clockKinds, ...lifeKinds] as const
export type EventKind = (typeof eventKinds)[number]

/** Why an attempt ended before the wait was over, without an answer. */
export const endReasons = ['busy', 'disconnected', 'closed', 'technical'] as const

/** An event that an observer's page makes. `eventId` is made there, so that sending it twice does no harm. */
export const clockEvent = z.object({
  eventId: idSchema,
  kind: z.enum(clockKinds),
  /** When it happened, which may be long before it reaches the server. */
  at: instantSchema,
  /** Why an attempt was cut short. */
  reason: z.enum(endReasons).optional(),
  /** The event that is taken back. */
  struckOut: idSchema.optional(),
  /** The time was typed by the observer (an e-mail's arrival), not read from the clock. */
  typed: z.boolean().optional(),
  /** The phone's clock was off: by how many seconds `at` was corrected (a typed time never is). */
  clockCorrectedBy: z.number().int().optional(),
  /** The phone or browser that it was logged on, as an id of its own making. */
  deviceId: idSchema.optional(),
})
export type ClockEvent = z.infer<typeof clockEvent>

/** One line of a contact's log. */
export type LogEvent = {
  readonly eventId: string
  readonly kind: EventKind
  readonly at: string
  readonly reason?: (typeof endReasons)[number] | undefined
  readonly struckOut?: string | undefined
  readonly typed?: boolean | undefined
  readonly clockCorrectedBy?: number | undefined
  readonly deviceId?: string | undefined
}

/** An option's id for each question, or `na` for "not applicable". */
export const answers = z.record(z.string(), z.string().max(64))
export type Answers = Readonly<Record<string, string>>
export const comments = z.record(z.string(), z.string().max(4000))
export type Comments = Readonly<Record<string, string>>
export const notApplicable = 'na'

/**
 * What was written on both sides of a written contact, pasted as it stands. It names people: whoever shows it to
 * a participant masks it first.
 */
export const transcript = z.string().max(20_000)

/** What stands beside an event in `contact_event.detail`. */
export type EventDetail = {
  readonly reason?: string
  readonly struckOut?: string
  readonly typed?: boolean
  readonly clockCorrectedBy?: number
  readonly deviceId?: string
  /** The reviewer's words to the observer. */
  readonly note?: string
  readonly version?: number
  readonly [other: string]: unknown
}

// --- The observer's side ---

const stateSchema = z.enum(contactStates)

export const assignmentSchema = z.object({
  contactId: idSchema,
  editionId: idSchema,
  edition: z.string(),
  number: z.number().int(),
  participant: z.string(),
  channel: channelId,
  date: plainDateSchema,
  from: z.string(),
  to: z.string(),
  state: stateSchema,
  /** By when the next thing must be done, once the first attempt is made. */
  dueAt: instantSchema.optional(),
  /** The reviewer's words, while the form is returned. */
  note: z.string().optional(),
  paused: z.boolean(),
})
export type Assignment = z.infer<typeof assignmentSchema>

/** A question as the observer meets it: without points. */
const askedQuestion = questionMethod
  .omit({ scored: true, options: true })
  .extend({ options: z.array(z.object({ id: z.string(), label: localizedSchema })) })
export type AskedQuestion = z.infer<typeof askedQuestion>

const askedComment = z.object({
  id: z.string(),
  area: z.string(),
  text: localizedSchema,
  required: z.boolean(),
})

export const askedForm = z.object({
  areas: z.array(z.object({ id: z.string(), name: localizedSchema })),
  questions: z.array(askedQuestion),
  comments: z.array(askedComment),
})
/** The form of one channel, as the observer and the reviewer see it. */
export type AskedForm = z.infer<typeof askedForm>

const logEvent = z.object({
  eventId: z.string(),
  kind: z.enum(eventKinds),
  at: instantSchema,
  reason: z.enum(endReasons).optional(),
  struckOut: z.string().optional(),
  typed: z.boolean().optional(),
  clockCorrectedBy: z.number().int().optional(),
})

const filledForm = z.object({ answers, comments, transcript: transcript.optional() })
/** A form as it is kept, sent and handed in. */
export type FilledForm = {
  readonly answers: Answers
  readonly comments: Comments
  readonly transcript?: string | undefined
}

export const assignmentDetailSchema = assignmentSchema.extend({
  /** The number, address or page to use; absent when nobody has confirmed one. */
  reach: z.string().optional(),
  website: z.string().optional(),
  scenario: z.object({ title: localizedSchema, briefing: localizedSchema }),
  method: z.object({
    channel: channelMethod.omit({ share: true }),
    closedDays: z.array(plainDateSchema),
  }),
  form: askedForm,
  /** The whole log, oldest first; the clock is what it adds up to. */
  log: z.array(logEvent),
  draft: filledForm.extend({ savedAt: instantSchema }).optional(),
  /** The form as it was handed in last. */
  handedIn: filledForm.extend({ version: z.number().int(), submittedAt: instantSchema }).optional(),
  pauseReason: z.string().optional(),
})
export type AssignmentDetail = z.infer<typeof assignmentDetailSchema>

const assignmentListSchema = z.object({
  items: z.array(assignmentSchema),
  pauses: z.array(z.object({ editionId: idSchema, edition: z.string(), reason: z.string() })),
  now: instantSchema,
})
export type AssignmentList = z.infer<typeof assignmentListSchema>

const observe = {
  list: oc
    .route({ method: 'GET', path: '/observe/assignments', summary: 'My assignments', tags: ['Observe'] })
    .output(assignmentListSchema),
  get: oc
    .route({
      method: 'GET',
      path: '/observe/assignments/{contactId}',
      summary: 'One assignment: how to reach them, role play, clock, form and draft',
      tags: ['Observe'],
    })
    .input(z.object({ contactId: idSchema }))
    .output(assignmentDetailSchema),
  log: oc
    .route({
      method: 'POST',
      path: '/observe/assignments/{contactId}/events',
      summary: 'Log what the clock saw; the same event sent twice counts once',
      tags: ['Observe'],
    })
    .input(z.object({ contactId: idSchema, events: z.array(clockEvent).min(1).max(50) }))
    .output(z.object({ state: stateSchema, dueAt: instantSchema.optional(), log: z.array(logEvent) })),
  saveDraft: oc
    .route({
      method: 'PUT',
      path: '/observe/assignments/{contactId}/draft',
      summary: 'Keep a half-filled form; an older one never replaces a newer',
      tags: ['Observe'],
    })
    .input(filledForm.extend({ contactId: idSchema, savedAt: instantSchema }))
    .output(z.object({ savedAt: instantSchema })),
  submit: oc
    .route({
      method: 'POST',
      path: '/observe/assignments/{contactId}/submissions',
      summary: 'Hand in the form, the first time or corrected; the same submission sent twice counts once',
      tags: ['Observe'],
      successStatus: 201,
    })
    .input(filledForm.extend({ contactId: idSchema, submissionId: idSchema, submittedAt: instantSchema }))
    .output(z.object({ submissionId: idSchema, version: z.number().int(), state: stateSchema })),
}

// --- The organiser's side ---

const inEdition = z.object({ editionId: idSchema })
const oneContact = inEdition.extend({ contactId: idSchema })
const reasonSchema = z
  .string()
  .trim()
  .min(3)
  .max(1000)
  .meta({ examples: ['Uvær stengte sentralen'] })

const countSchema = z.object({
  planned: z.number().int(),
  dueByNow: z.number().int(),
  done: z.number().int(),
  approved: z.number().int(),
  waitingForReview: z.number().int(),
  returned: z.number().int(),
  late: z.number().int(),
  excluded: z.number().int(),
})

const groupSchema = countSchema.extend({ key: z.string(), name: z.string() })
export type ProgressGroup = z.infer<typeof groupSchema>

const lateContactSchema = z.object({
  contactId: idSchema,
  number: z.number().int(),
  participant: z.string(),
  channel: channelId,
  observer: z.string().optional(),
  state: stateSchema,
  date: plainDateSchema,
  thing: z.enum(['attempt', 'answer', 'form', 'correction', 'review']),
  since: instantSchema,
})
export type LateContact = z.infer<typeof lateContactSchema>

const pauseSchema = z.object({
  reason: z.string(),
  pausedAt: instantSchema,
  pausedBy: z.string(),
  resumedAt: instantSchema.optional(),
})

export const progressSchema = z.object({
  edition: z.string(),
  state: z.string(),
  pace: z.discriminatedUnion('pace', [
    z.object({ pace: z.enum(['notStarted', 'onTime']) }),
    z.object({ pace: z.enum(['behind', 'ahead']), contacts: z.number().int() }),
  ]),
  counts: countSchema,
  line: z.array(
    z.object({
      date: plainDateSchema,
      planned: z.number().int(),
      atLeast: z.number().int(),
      done: z.number().int().optional(),
    }),
  ),
  byParticipant: z.array(groupSchema),
  byChannel: z.array(groupSchema),
  byWeek: z.array(groupSchema),
  byObserver: z.array(groupSchema),
  late: z.array(lateContactSchema),
  pauses: z.array(pauseSchema),
})
export type Progress = z.infer<typeof progressSchema>

const findingSchema = z.object({
  kind: z.enum(findingKinds),
  where: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const queueItemSchema = z.object({
  contactId: idSchema,
  number: z.number().int(),
  participant: z.string(),
  participantId: idSchema,
  channel: channelId,
  observer: z.string(),
  observerId: idSchema,
  state: stateSchema,
  answered: z.boolean(),
  version: z.number().int(),
  submittedAt: instantSchema,
  findings: z.array(findingSchema.shape.kind),
  /** What approval would give, and the place of its band in the edition's list; absent when it cannot be scored. */
  score: z.number().optional(),
  band: z.number().int().optional(),
  /** Of a submission without findings, which may be looked through in a list. */
  comments: z.array(z.string()),
})
export type QueueItem = z.infer<typeof queueItemSchema>

const historySchema = logEvent.extend({
  person: z.string().optional(),
  recordedAt: instantSchema,
  reason: z.string().optional(),
  note: z.string().optional(),
})
export type HistoryEvent = z.infer<typeof historySchema>

export const reviewDetailSchema = queueItemSchema.omit({ findings: true, score: true, band: true }).extend({
  class: z.string(),
  date: plainDateSchema,
  from: z.string(),
  to: z.string(),
  scenario: z.object({ title: localizedSchema, briefing: localizedSchema }),
  form: askedForm,
  answers,
  comments,
  transcript: transcript.optional(),
  /** What was handed in before the last time, newest first. */
  earlier: z.array(filledForm.extend({ version: z.number().int(), submittedAt: instantSchema })),
  /** What approval would give; absent when the form cannot be scored. */
  score: z
    .object({ score: z.number(), areas: z.array(z.object({ area: z.string(), score: z.number() })) })
    .optional(),
  waitedSeconds: z.number().optional(),
  findings: z.array(findingSchema),
  history: z.array(historySchema),
})
export type ReviewDetail = z.infer<typeof reviewDetailSchema>

const reviewed = z.object({ contactId: idSchema, state: stateSchema })

const review = {
  queue: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/review',
      summary: 'Submissions waiting for review, the oldest first, with what to look at',
      tags: ['Review'],
    })
    .input(inEdition)
    .output(
      z.object({
        edition: z.string(),
        items: z.array(queueItemSchema),
        more: z.number().int(),
        bands: z.array(z.object({ id: z.string(), name: localizedSchema })),
      }),
    ),
  get: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/review/{contactId}',
      summary: 'One submission: form, clock, findings and history',
      tags: ['Review'],
    })
    .input(oneContact)
    .output(reviewDetailSchema),
  approve: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/review/{contactId}/approve',
      summary: 'Approve the version that was read, and store its score',
      tags: ['Review'],
    })
    .input(oneContact.extend({ version: z.number().int().min(1) }))
    .output(reviewed),
  reopen: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/review/{contactId}/reopen',
      summary: 'Take the last decision back, as long as nothing has happened since',
      tags: ['Review'],
    })
    .input(oneContact.extend({ version: z.number().int().min(1) }))
    .output(reviewed),
  approveClean: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/review/approve',
      summary: 'Approve submissions without findings that were read in a list; one with findings is refused',
      tags: ['Review'],
    })
    .input(
      inEdition.extend({
        items: z
          .array(z.object({ contactId: idSchema, version: z.number().int().min(1) }))
          .min(1)
          .max(50),
      }),
    )
    .output(
      z.object({
        approved: z.array(idSchema),
        refused: z.array(z.object({ contactId: idSchema, code: z.string() })),
      }),
    ),
  return: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/review/{contactId}/return',
      summary: 'Send the form back to the observer with a note',
      tags: ['Review'],
    })
    .input(oneContact.extend({ version: z.number().int().min(1), note: reasonSchema }))
    .output(reviewed),
}

/** What an observer's phone could not send, as the file that it exports. */
export const unsentFile = z.object({
  kind: z.literal('lyttepost-unsent'),
  version: z.literal(1),
  exportedAt: instantSchema,
  /** Whose work it is; each contact must be this observer's. */
  personId: idSchema,
  name: z.string().max(200),
  contacts: z
    .array(
      z.object({
        contactId: idSchema,
        participant: z.string().max(300).optional(),
        pieces: z
          .array(
            z.discriminatedUnion('kind', [
              z.object({ kind: z.literal('event'), event: clockEvent }),
              z.object({ kind: z.literal('draft'), id: idSchema, form: filledForm, madeAt: instantSchema }),
              z.object({
                kind: z.literal('submission'),
                id: idSchema,
                form: filledForm,
                madeAt: instantSchema,
              }),
            ]),
          )
          .max(500),
      }),
    )
    .max(500),
})
export type UnsentFile = z.infer<typeof unsentFile>
export type UnsentFilePiece = UnsentFile['contacts'][number]['pieces'][number]

const importedPiece = z.object({
  contactId: idSchema,
  participant: z.string().optional(),
  kind: z.enum(['event', 'draft', 'submission']),
  event: z.enum(clockKinds).optional(),
  at: instantSchema,
  /** `known`: it had come already. */
  outcome: z.enum(['added', 'known', 'refused']),
  /** Why it was refused. */
  code: z.string().optional(),
})
export type ImportedPiece = z.infer<typeof importedPiece>

const overviewSchema = z.object({
  editionId: idSchema,
  edition: z.string(),
  state: z.string(),
  counts: countSchema,
})

/** Fieldwork: the observer's assignments, progress, pause, and the review of what is handed in. */
export const fieldworkContract = {
  observe,
  review,
  overview: oc
    .route({
      method: 'GET',
      path: '/measure/fieldwork',
      summary: 'Editions in the field, with what waits and what is late',
      tags: ['Fieldwork'],
    })
    .output(z.object({ items: z.array(overviewSchema) })),
  progress: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/fieldwork',
      summary: 'Planned against done, and what is late',
      tags: ['Fieldwork'],
    })
    .input(inEdition)
    .output(progressSchema),
  pause: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/fieldwork/pause',
      summary: 'Stop new attempts for all observers, with a reason that they see',
      tags: ['Fieldwork'],
    })
    .input(inEdition.extend({ reason: reasonSchema }))
    .output(nothingSchema),
  resume: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/fieldwork/resume',
      summary: 'Let the fieldwork go on',
      tags: ['Fieldwork'],
    })
    .input(inEdition)
    .output(nothingSchema),
  importUnsent: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/fieldwork/unsent',
      summary:
        'Bring in a file of what an observer’s phone could not send; what has come already is left alone',
      tags: ['Fieldwork'],
    })
    .input(inEdition.extend({ file: z.file() }))
    .output(z.object({ name: z.string(), items: z.array(importedPiece) })),
  exclude: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/contacts/{contactId}/exclude',
      summary: 'Leave a contact out of the edition, with a reason',
      tags: ['Fieldwork'],
    })
    .input(oneContact.extend({ reason: reasonSchema }))
    .output(reviewed),
}
