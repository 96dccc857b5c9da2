/** The people who make the contacts: profile, availability, conflicts of interest, briefing test, payment and grade (M6.5). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  localizedSchema,
  nothingSchema,
  plainDateSchema,
} from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'

// --- Shapes ---

export const observerLanguages = ['nb', 'nn', 'en', 'se', 'sv', 'da', 'pl', 'uk'] as const
export const qualificationStatuses = ['training', 'qualified', 'suspended'] as const
export type QualificationStatus = (typeof qualificationStatuses)[number]
export const conflictKinds = ['customer', 'work', 'relation', 'other'] as const
export type ConflictKind = (typeof conflictKinds)[number]

const shortText = z.string().trim().max(200)
const note = z.string().trim().max(500)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Hours of one weekday, Monday 1 … Friday 5. */
const dayHours = z
  .object({ weekday: z.number().int().min(1).max(5), from: time, to: time })
  .refine(({ from, to }) => from < to, 'ends before it begins')
export type DayHours = z.infer<typeof dayHours>

const hoursSchema = z
  .array(dayHours)
  .max(5)
  .refine((days) => new Set(days.map(({ weekday }) => weekday)).size === days.length, 'a weekday twice')
  .meta({
    description: 'Weekdays with hours; empty: every weekday at any time',
    examples: [[{ weekday: 1, from: '09:00', to: '15:00' }]],
  })

const absence = z
  .object({ from: plainDateSchema, to: plainDateSchema, reason: shortText })
  .refine(({ from, to }) => from <= to, 'ends before it begins')

const profileFields = {
  region: z
    .string()
    .trim()
    .max(100)
    .meta({ examples: ['Vestland'] }),
  languages: z.array(z.enum(observerLanguages)).max(observerLanguages.length),
  /** Empty: every channel. */
  channels: z.array(channelId).max(4),
}
const profileSchema = z.object(profileFields)
export type ObserverProfile = z.infer<typeof profileSchema>

const availabilityFields = {
  contactsPerWeek: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .meta({ examples: [5] }),
  hours: hoursSchema,
  absences: z.array(absence).max(100),
}
const availabilitySchema = z.object(availabilityFields)
export type Availability = z.infer<typeof availabilitySchema>

const qualificationSchema = z.object({
  status: z.enum(qualificationStatuses),
  since: plainDateSchema,
  note: z.string(),
  setAt: instantSchema,
  setBy: z.string(),
})
export type Qualification = z.infer<typeof qualificationSchema>

const conflictSchema = z.object({
  conflictId: idSchema,
  participant: z.string(),
  kind: z.enum(conflictKinds),
  note: z.string(),
  declaredAt: instantSchema,
  declaredBy: z.string(),
  /** The observer told it, not the organiser. */
  byObserver: z.boolean(),
  endedAt: instantSchema.optional(),
})
export type Conflict = z.infer<typeof conflictSchema>

const conflictInput = {
  participant: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ examples: ['Nordlys Kraft'] }),
  kind: z.enum(conflictKinds),
  note,
}

// --- The briefing test ---

const optionSchema = z.object({ id: z.string().min(1).max(40), text: localizedSchema, isRight: z.boolean() })
export const briefingQuestionSchema = z
  .object({
    id: z.string().min(1).max(40),
    text: localizedSchema,
    options: z.array(optionSchema).min(2).max(6),
    /** Why the right answer is right; shown when the question has been answered. */
    why: localizedSchema,
  })
  .refine(({ options }) => options.filter(({ isRight }) => isRight).length === 1, 'one right answer')
  .refine(
    ({ options }) => new Set(options.map(({ id }) => id)).size === options.length,
    'the same option twice',
  )
export type BriefingQuestion = z.infer<typeof briefingQuestionSchema>

const askedQuestionSchema = z.object({
  id: z.string(),
  text: localizedSchema,
  options: z.array(z.object({ id: z.string(), text: localizedSchema })),
})

const briefingState = z.enum(['notTaken', 'begun', 'passed', 'failed'])
export type BriefingState = z.infer<typeof briefingState>

const attemptSchema = z.object({
  attemptId: idSchema,
  startedAt: instantSchema,
  answered: z.number().int(),
  right: z.number().int(),
  questions: z.number().int(),
  passMark: z.number().int(),
  /** Null: not all questions are answered. */
  passed: z.boolean().nullable(),
})
export type BriefingAttempt = z.infer<typeof attemptSchema>

const briefingSettings = {
  questions: z.array(briefingQuestionSchema).min(1).max(40),
  passMark: z
    .number()
    .int()
    .min(1)
    .max(100)
    .meta({ examples: [80] }),
  /** Assignments open only when it is passed. */
  required: z.boolean(),
}

// --- The grade ---

const shareSchema = z.object({
  share: z.number(),
  n: z.number().int(),
  /** 95 % Wilson interval. */
  interval: z.tuple([z.number(), z.number()]),
})
const gradeSchema = z.object({
  /** Share of contacts in order: neither returned nor late. Null: none is decided yet. */
  inOrder: shareSchema.nullable(),
  returned: shareSchema.nullable(),
  late: shareSchema.nullable(),
  /** Of the contacts in which a rule noticed something, those that were returned. */
  upheld: shareSchema.nullable(),
  /** The share in order of everybody in the edition. */
  all: z.number().nullable(),
  standing: z.enum(['tooFew', 'above', 'level', 'below']),
})

// --- Money, in øre ---

const ore = z.number().int().min(-100_000_000).max(100_000_000)
const rate = z.object({ answered: ore.min(0), unanswered: ore.min(0) })
export const ratesSchema = z.partialRecord(channelId, rate).meta({
  description: 'Øre for an approved contact, by channel and outcome',
})
export type Rates = z.infer<typeof ratesSchema>

const moneyLineSchema = z.object({
  observerId: idSchema,
  observer: z.string(),
  kind: z.enum(['contact', 'extra', 'correction']),
  /** The contact, when it is one. */
  contactId: idSchema.optional(),
  number: z.number().int().optional(),
  participant: z.string().optional(),
  channel: channelId.optional(),
  answered: z.boolean().optional(),
  text: z.string(),
  /** When it was earned: approved, or written down. */
  on: plainDateSchema,
  amountOre: ore,
  /** The run that paid it; absent: not paid yet. */
  run: z.number().int().optional(),
})
export type MoneyLine = z.infer<typeof moneyLineSchema>

const runSchema = z.object({
  runId: idSchema,
  number: z.number().int(),
  paidOn: plainDateSchema,
  until: plainDateSchema,
  note: z.string(),
  madeBy: z.string(),
  observers: z.number().int(),
  lines: z.number().int(),
  amountOre: z.number().int(),
})
export type PaymentRun = z.infer<typeof runSchema>

const earningsSchema = z.object({
  contacts: z.number().int(),
  unpaidOre: z.number().int(),
  paidOre: z.number().int(),
})
export type Earnings = z.infer<typeof earningsSchema>

const paymentsSchema = z.object({
  rates: ratesSchema.nullable(),
  channels: z.array(channelId),
  lines: z.array(moneyLineSchema),
  runs: z.array(runSchema),
  /** Paid, and no longer approved: a correction takes the money back. */
  takenBack: z.array(moneyLineSchema),
})
export type Payments = z.infer<typeof paymentsSchema>

// --- The pool in an edition ---

const heldConflict = conflictSchema.extend({
  /** Contacts with the participant in this edition that are still to be made. */
  ahead: z.number().int(),
  /** Those that are made. */
  made: z.number().int(),
})

const poolObserverSchema = z.object({
  observerId: idSchema,
  name: z.string(),
  active: z.boolean(),
  signsIn: z.string().nullable(),
  ...profileFields,
  ...availabilityFields,
  qualification: qualificationSchema.nullable(),
  briefing: briefingState,
  conflicts: z.array(heldConflict),
  /** Contacts in this edition. */
  planned: z.number().int(),
  ahead: z.number().int(),
  grade: gradeSchema,
})
export type PoolObserver = z.infer<typeof poolObserverSchema>

const oneObserverSchema = poolObserverSchema.extend({
  qualifications: z.array(qualificationSchema),
  pastConflicts: z.array(conflictSchema),
  attempts: z.array(attemptSchema),
  earnings: earningsSchema,
})
export type OneObserver = z.infer<typeof oneObserverSchema>

const myEditionSchema = z.object({
  editionId: idSchema,
  edition: z.string(),
  briefing: z.object({ state: briefingState, required: z.boolean(), passMark: z.number().int() }),
  grade: gradeSchema,
  earnings: earningsSchema,
  lines: z.array(moneyLineSchema),
})
export type MyEdition = z.infer<typeof myEditionSchema>

// --- Endpoints ---

const observer = z.object({ observerId: idSchema })
const inEdition = z.object({ editionId: idSchema })
const tags = ['Observers']
const path = '/measure/observers/{observerId}' as const
const editionPath = '/measure/editions/{editionId}/observers' as const
const paymentPath = '/measure/editions/{editionId}/payments' as const
const briefingPath = '/measure/editions/{editionId}/briefing' as const
const myBriefingPath = '/observe/briefing/{editionId}' as const

const mine = {
  get: oc
    .route({
      method: 'GET',
      path: '/observe/me',
      summary: 'My availability, conflicts, tests, pay and grade',
      tags,
    })
    .output(
      z.object({
        /** Null: nobody has tied the person to an observer yet. */
        observer: z
          .object({
            name: z.string(),
            ...profileFields,
            ...availabilityFields,
            conflicts: z.array(conflictSchema),
            editions: z.array(myEditionSchema),
            /** Names of those who may be contacted, to choose from when a conflict is declared. */
            participants: z.array(z.string()),
          })
          .nullable(),
      }),
    ),
  saveAvailability: oc
    .route({
      method: 'PUT',
      path: '/observe/me/availability',
      summary: 'Change when I can make contacts',
      tags,
    })
    .input(z.object(availabilityFields))
    .output(nothingSchema),
  declareConflict: oc
    .route({
      method: 'POST',
      path: '/observe/me/conflicts',
      summary: 'Tell where I am a customer, work or am close to somebody',
      tags,
      successStatus: 201,
    })
    .input(z.object(conflictInput))
    .output(z.object({ conflictId: idSchema })),
  briefing: oc
    .route({
      method: 'GET',
      path: myBriefingPath,
      summary: 'The briefing test of an edition and my attempts',
      tags,
    })
    .input(inEdition)
    .output(
      z.object({
        edition: z.string(),
        required: z.boolean(),
        passMark: z.number().int(),
        questions: z.number().int(),
        state: briefingState,
        attempts: z.array(attemptSchema),
        /** After an attempt: what to read before the next one. */
        reading: z.array(z.object({ text: localizedSchema, why: localizedSchema, wasRight: z.boolean() })),
      }),
    ),
  startBriefing: oc
    .route({
      method: 'POST',
      path: `${myBriefingPath}/attempts`,
      summary: 'Begin an attempt at the test, or go on with the one that is begun',
      tags,
    })
    .input(inEdition.extend({ attemptId: idSchema }))
    .output(
      z.object({
        attemptId: idSchema,
        questions: z.array(askedQuestionSchema),
        answers: z.record(z.string(), z.string()),
        passMark: z.number().int(),
      }),
    ),
  answerBriefing: oc
    .route({
      method: 'POST',
      path: `${myBriefingPath}/attempts/{attemptId}/answers`,
      summary: 'Answer one question: whether it is right, and why; an answer stands',
      tags,
    })
    .input(
      inEdition.extend({ attemptId: idSchema, questionId: z.string().max(40), optionId: z.string().max(40) }),
    )
    .output(
      z.object({
        isRight: z.boolean(),
        rightOption: z.string(),
        why: localizedSchema,
        result: attemptSchema,
      }),
    ),
}

/** Observers: the organiser's pool and payment list, and the observer's own side. */
export const observersContract = {
  pool: oc
    .route({
      method: 'GET',
      path: editionPath,
      summary: 'The observers in an edition: ready, qualified, graded',
      tags,
    })
    .input(inEdition)
    .output(
      z.object({
        items: z.array(poolObserverSchema),
        briefing: z.object({ required: z.boolean(), passMark: z.number().int() }),
        participants: z.array(z.string()),
      }),
    ),
  get: oc
    .route({ method: 'GET', path: `${editionPath}/{observerId}`, summary: 'One observer with history', tags })
    .input(inEdition.extend({ observerId: idSchema }))
    .output(oneObserverSchema),
  saveProfile: oc
    .route({
      method: 'PUT',
      path: `${path}/profile`,
      summary: 'Region, languages and channels of an observer',
      tags,
    })
    .input(observer.extend(profileFields))
    .output(nothingSchema),
  saveAvailability: oc
    .route({
      method: 'PUT',
      path: `${path}/availability`,
      summary: 'When an observer can make contacts',
      tags,
    })
    .input(observer.extend(availabilityFields))
    .output(nothingSchema),
  qualify: oc
    .route({
      method: 'POST',
      path: `${path}/qualifications`,
      summary: 'Set the qualification of an observer',
      tags,
    })
    .input(observer.extend({ status: z.enum(qualificationStatuses), since: plainDateSchema, note }))
    .output(nothingSchema),
  declareConflict: oc
    .route({
      method: 'POST',
      path: `${path}/conflicts`,
      summary: 'Note a conflict of interest',
      tags,
      successStatus: 201,
    })
    .input(observer.extend(conflictInput))
    .output(z.object({ conflictId: idSchema })),
  endConflict: oc
    .route({
      method: 'POST',
      path: `${path}/conflicts/{conflictId}/end`,
      summary: 'End a conflict; it stays in the history',
      tags,
    })
    .input(observer.extend({ conflictId: idSchema }))
    .output(nothingSchema),
  briefing: {
    get: oc
      .route({ method: 'GET', path: briefingPath, summary: 'The briefing test with its right answers', tags })
      .input(inEdition)
      .output(
        z.object({
          ...briefingSettings,
          isBuiltIn: z.boolean(),
          revision: z.number().int(),
          attempts: z.array(attemptSchema.extend({ observer: z.string(), observerId: idSchema })),
        }),
      ),
    save: oc
      .route({ method: 'PUT', path: briefingPath, summary: 'Save the briefing test as a new version', tags })
      .input(
        inEdition.extend({
          ...briefingSettings,
          /** Null: the built-in questions, which follow the edition's method. */
          questions: briefingSettings.questions.nullable(),
          /** The version that was changed. */
          revision: z.number().int().min(0),
        }),
      )
      .output(z.object({ revision: z.number().int() })),
  },
  payments: {
    get: oc
      .route({ method: 'GET', path: paymentPath, summary: 'What observers have earned and been paid', tags })
      .input(inEdition)
      .output(paymentsSchema),
    saveRates: oc
      .route({
        method: 'PUT',
        path: `${paymentPath}/rates`,
        summary: 'Set what an approved contact pays',
        tags,
      })
      .input(inEdition.extend({ rates: ratesSchema }))
      .output(z.object({ revision: z.number().int() })),
    addExtra: oc
      .route({
        method: 'POST',
        path: `${paymentPath}/extras`,
        summary: 'Add an extra or a correction as a line of its own',
        tags,
        successStatus: 201,
      })
      .input(
        inEdition.extend({
          extraId: idSchema,
          observerId: idSchema,
          kind: z.enum(['extra', 'correction']),
          amountOre: ore.refine((amount) => amount !== 0, 'no amount'),
          text: z
            .string()
            .trim()
            .min(1)
            .max(200)
            .meta({ examples: ['Opplæringsdag'] }),
          on: plainDateSchema,
          /** A paid contact that the correction takes back. */
          contactId: idSchema.optional(),
        }),
      )
      .output(nothingSchema),
    pay: oc
      .route({
        method: 'POST',
        path: `${paymentPath}/runs`,
        summary: 'Note as paid what is earned up to a day; a contact is paid once',
        tags,
        successStatus: 201,
      })
      .input(inEdition.extend({ until: plainDateSchema, paidOn: plainDateSchema, note }))
      .output(runSchema),
    export: oc
      .route({
        method: 'GET',
        path: `${paymentPath}/export`,
        summary: 'The payment list as CSV or Excel',
        tags,
      })
      .input(
        inEdition.extend({
          format: z.enum(['csv', 'xlsx']),
          /** Lines of one run; without it what is not paid yet. */
          run: z.coerce.number().int().min(1).optional(),
        }),
      )
      .output(z.file()),
  },
  mine,
}
