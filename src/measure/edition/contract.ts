/**
 * An edition's method as data: everything that the plan, the form, the score and the report follow from (M1).
 * Endpoints of the feature stand at the end of the file.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isPlainDate } from '../../kernel/calendar.ts'
import { isInherited } from '../../kernel/inherited.ts'
import {
  idSchema,
  inputIssueSchema,
  instantSchema,
  nothingSchema,
  plainDateSchema,
} from '../../platform/http/contract.ts'

export const channelIds = ['phone', 'email', 'chat', 'messenger'] as const
export const channelId = z.enum(channelIds)
/** How an observer reaches a participant. `email` is an e-mail address or a contact form. */
export type ChannelId = z.infer<typeof channelId>

export const localizedText = z
  .object({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) })
  .readonly()

const slug = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]*$/, 'a word of letters and digits that starts with a small letter')
  .refine((word) => !isInherited(word), 'a word that programs use for something else')
const plainDate = z
  .string()
  .refine(isPlainDate, 'not a date')
  .meta({ examples: ['2026-11-30'] })
const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time')
  .meta({ examples: ['09:00'] })

/** How long an observer waits, how often, and what an attempt's end means (M4). */
const attemptProtocol = z.discriminatedUnion('unit', [
  z.object({
    unit: z.literal('minutes'),
    wait: z.number().positive(),
    attempts: z.number().int().min(1).max(5),
    /** The thread stays open between the attempts: an answer then is an answer of its own kind (Messenger). */
    openBetweenAttempts: z.boolean(),
  }),
  z.object({
    unit: z.literal('workingDays'),
    /** The sending day counts as day 1; due at the end of the last working day. */
    wait: z.number().int().positive(),
    attempts: z.literal(1),
  }),
])
export type AttemptProtocol = z.infer<typeof attemptProtocol>

export const channelMethod = z.object({
  id: channelId,
  name: localizedText,
  /** Which form the observer fills in: questions may name a spoken or a written channel. */
  form: z.enum(['spoken', 'written']),
  /** Weight in the distribution key; shares are renormalised over the channels that a participant has. */
  share: z.number().positive(),
  /** When a contact may start, local time; `to` itself is outside. */
  window: z.object({ from: localTime, to: localTime }),
  protocol: attemptProtocol,
})
export type ChannelMethod = z.infer<typeof channelMethod>

export const areaMethod = z.object({
  id: slug,
  name: localizedText,
  /** Wanted share of the possible points on every channel's form, in per cent. */
  weight: z.number().min(0).max(100),
})
export type AreaMethod = z.infer<typeof areaMethod>

export const optionMethod = z.object({
  id: z.string().regex(/^[a-zA-Z0-9]+$/),
  label: localizedText,
  points: z.number().min(0),
})
export type OptionMethod = z.infer<typeof optionMethod>

/** What the logged clock decides instead of the observer's memory (M4.3). */
const clockAnswer = z.discriminatedUnion('reads', [
  z.object({
    reads: z.literal('wait'),
    /** Upper limits in seconds (working days for e-mail), ascending, one per option but the last. */
    limits: z.array(z.number().positive()),
  }),
  /** Options in the order of the attempts; with `betweenAttempts` the option for an answer between two of them. */
  z.object({ reads: z.literal('attempt'), betweenAttempts: z.string().optional() }),
])
export type ClockAnswer = z.infer<typeof clockAnswer>

export const questionMethod = z.object({
  id: slug,
  area: z.string(),
  channels: z.array(channelId).min(1),
  /** `degree` has five steps; `scale` is a row of numbers (the CX questions); `category` is a list. */
  kind: z.enum(['yesNo', 'degree', 'category', 'scale']),
  text: localizedText,
  help: localizedText.optional(),
  scored: z.boolean(),
  /** Whether the form offers "not applicable". */
  notApplicable: z.boolean(),
  clock: clockAnswer.optional(),
  options: z.array(optionMethod).min(2),
})
export type QuestionMethod = z.infer<typeof questionMethod>

export const commentMethod = z.object({
  id: slug,
  area: z.string(),
  text: localizedText,
  required: z.boolean(),
})

/** A band of scores: `from` ≤ score < `below`; the band without `below` is closed at 100. */
export const bandMethod = z.object({
  id: z.string().min(1),
  name: localizedText,
  from: z.number().min(0).max(100),
  below: z.number().max(100).optional(),
})
export type BandMethod = z.infer<typeof bandMethod>

export const scenarioMethod = z.object({
  id: slug,
  /** Names of the classes for which it is made; empty: any class. */
  classes: z.array(z.string()),
  channels: z.array(channelId).min(1),
  title: localizedText,
  briefing: localizedText,
})
export type ScenarioMethod = z.infer<typeof scenarioMethod>

export const editionMethod = z.object({
  format: z.literal('lyttepost-edition/1'),
  id: slug,
  name: localizedText,
  methodVersion: z.string().min(1),
  calendar: z.object({
    start: plainDate,
    weeks: z.number().int().min(1).max(53),
    timeZone: z.literal('Europe/Oslo'),
    holidays: z.literal('NO'),
    /** Extra days without fieldwork, beside weekends and public holidays. */
    closedDays: z.array(plainDate),
  }),
  classes: z.array(z.string().min(1)),
  contactsPerParticipant: z.number().int().min(1).max(500),
  channels: z.array(channelMethod).min(1),
  /** In order of priority; from each slot the first channel that the participant has is used (M2.5). */
  channelSlots: z.array(z.array(channelId).min(1)).min(1),
  /** Which slot gets a contact when remainders are equal: the first of these that is in the tie. */
  keyTieOrder: z.array(channelId),
  observers: z.object({
    /** Working days between two contacts by one observer with one participant on one channel. */
    lockOutDays: z.number().int().min(0),
    contactsPerWeek: z.number().int().min(1),
  }),
  scenarioRepeatDays: z.number().int().min(0),
  areas: z.array(areaMethod).min(1),
  questions: z.array(questionMethod).min(1),
  comments: z.array(commentMethod),
  score: z.object({
    /** TotalResult: the mean of enquiry scores, or Σ points ÷ Σ possible (M5.5). */
    total: z.enum(['meanOfScores', 'pointsOverPossible']),
    interval: z.object({
      level: z
        .number()
        .gt(0)
        .lt(1)
        .meta({ examples: [0.95] }),
      resamples: z.number().int().min(100),
    }),
  }),
  bands: z.array(bandMethod).min(1),
  ranking: z.object({
    /** Equal results share the place and the next place is skipped, or are told apart by the next criterion. */
    ties: z.enum(['shared', 'answeredScore', 'unansweredFirst']),
  }),
  scenarios: z.array(scenarioMethod),
})
/** The whole method of one edition. */
export type EditionMethod = z.infer<typeof editionMethod>

/** Fieldwork freezes the method; a pause stops the observers; publishing shows the participants their results. */
export const editionStates = ['preparing', 'fieldwork', 'paused', 'review', 'published'] as const
export type EditionState = (typeof editionStates)[number]
const editionState = z.enum(editionStates).meta({ examples: ['review'] })

/** The edition's year, in order (the page of an edition). */
export const stageIds = [
  'prepare',
  'findChannels',
  'plan',
  'fieldwork',
  'review',
  'appeals',
  'results',
  'announcement',
  'learn',
] as const
export type StageId = (typeof stageIds)[number]

const stageSchema = z.object({
  id: z.enum(stageIds),
  state: z.enum(['done', 'current', 'coming']),
  /** How much of it is done, where it can be counted. */
  done: z.number().int().optional(),
  of: z.number().int().optional(),
})
export type Stage = z.infer<typeof stageSchema>

export const editionSummarySchema = z.object({
  editionId: idSchema,
  name: z.string(),
  state: editionState,
  methodVersion: z.string(),
  revision: z.number().int(),
  /** First and last day of the fieldwork. */
  from: plainDateSchema,
  to: plainDateSchema,
  participants: z.number().int(),
  copiedFrom: idSchema.nullable(),
  frozenAt: instantSchema.nullable(),
  publishedAt: instantSchema.nullable(),
  changedAt: instantSchema,
})
export type EditionSummary = z.infer<typeof editionSummarySchema>

/** What has come of the edition so far, counted. */
export const editionCountsSchema = z.object({
  participants: z.number().int(),
  /** Participants whose channels a person has confirmed. */
  confirmed: z.number().int(),
  /** Participants checked in the first and in the second round. */
  checkedOnce: z.number().int(),
  checkedTwice: z.number().int(),
  plans: z.number().int(),
  /** Contacts that are part of the result; excluded ones are not. */
  contacts: z.number().int(),
  /** Contacts whose form has been handed in, whatever came of it. */
  handedIn: z.number().int(),
  /** Handed in and waiting for the organiser. */
  waiting: z.number().int(),
  approved: z.number().int(),
  appealed: z.number().int(),
  late: z.number().int(),
  /** Planned contacts that no observer has: nobody sees them. */
  unassigned: z.number().int(),
  results: z.number().int(),
})
export type EditionCounts = z.infer<typeof editionCountsSchema>

export const editionViewSchema = editionSummarySchema.extend({
  counts: editionCountsSchema,
  stages: z.array(stageSchema),
  /** Broken invariants of the method; none: fieldwork may start. */
  issues: z.number().int(),
})
export type EditionView = z.infer<typeof editionViewSchema>

const methodAnswer = z.object({
  editionId: idSchema,
  revision: z.number().int(),
  frozenAt: instantSchema.nullable(),
  method: editionMethod,
  issues: z.array(inputIssueSchema),
})
export type MethodAnswer = z.infer<typeof methodAnswer>

const changeValue = z.union([z.string(), z.number(), z.boolean(), z.null(), localizedText])
const diffAnswer = z.object({
  changes: z.array(
    z.object({
      kind: z.string().meta({ examples: ['points'] }),
      subject: z.string().meta({ examples: ['valued.d4'] }),
      from: changeValue,
      to: changeValue,
      /** Why figures before and after cannot be laid side by side; absent when they can. */
      breaks: z.string().optional(),
    }),
  ),
  breaks: z.array(z.string()),
})

const editionName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .meta({ examples: ['Kundemøtet 2027'] })
const editionInput = z.object({ editionId: idSchema })
const revisionNumber = z.coerce
  .number()
  .int()
  .min(1)
  .meta({ examples: [1] })
const tags = ['Editions']

export const editionContract = {
  list: oc
    .route({ method: 'GET', path: '/measure/editions', summary: 'The editions, newest first', tags })
    .output(z.object({ items: z.array(editionSummarySchema) })),
  create: oc
    .route({
      method: 'POST',
      path: '/measure/editions',
      summary:
        'Create an edition from a built-in method, as a copy of another edition, or from a method file',
      tags,
      successStatus: 201,
    })
    .input(
      z.object({
        name: editionName,
        source: z
          .discriminatedUnion('kind', [
            z.object({ kind: z.literal('builtIn'), method: z.literal('reference') }),
            z.object({ kind: z.literal('copy'), editionId: idSchema }),
            z.object({ kind: z.literal('document'), text: z.string().max(1_000_000) }),
          ])
          .meta({ examples: [{ kind: 'builtIn', method: 'reference' }] }),
        /** First day of the fieldwork; without it the source's own. */
        start: plainDateSchema.optional(),
      }),
    )
    .output(editionViewSchema),
  get: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}',
      summary: 'Where an edition is in its year',
      tags,
    })
    .input(editionInput)
    .output(editionViewSchema),
  rename: oc
    .route({ method: 'PATCH', path: '/measure/editions/{editionId}', summary: 'Rename an edition', tags })
    .input(editionInput.extend({ name: editionName }))
    .output(editionViewSchema),
  method: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/method',
      summary: 'The method of an edition, or an earlier revision of it, with its broken invariants',
      tags,
    })
    .input(editionInput.extend({ revision: revisionNumber.optional() }))
    .output(methodAnswer),
  save: oc
    .route({
      method: 'PUT',
      path: '/measure/editions/{editionId}/method',
      summary: 'Save the method as a new revision; refused when somebody else saved in between',
      tags,
    })
    .input(editionInput.extend({ revision: revisionNumber, method: editionMethod }))
    .output(methodAnswer),
  check: oc
    .route({
      method: 'POST',
      path: '/measure/methods/check',
      summary: 'Check a method file against the schema and every invariant, and save nothing',
      tags,
    })
    .input(z.object({ text: z.string().max(1_000_000) }))
    .output(z.object({ ok: z.boolean(), issues: z.array(inputIssueSchema), ignored: z.array(z.string()) })),
  revisions: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/revisions',
      summary: 'Who saved the method and when, newest first',
      tags,
    })
    .input(editionInput)
    .output(
      z.object({
        items: z.array(
          z.object({ revision: z.number().int(), savedAt: instantSchema, savedBy: z.string().nullable() }),
        ),
      }),
    ),
  diff: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/diff',
      summary: 'What differs from another edition or an earlier revision, and where a series breaks',
      tags,
    })
    .input(editionInput.extend({ against: idSchema.optional(), revision: revisionNumber.optional() }))
    .output(diffAnswer),
  move: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/state',
      summary: 'Start fieldwork (which freezes the method), or close it for review',
      tags,
    })
    .input(editionInput.extend({ state: z.enum(['fieldwork', 'review']).meta({ examples: ['review'] }) }))
    .output(editionViewSchema),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/measure/editions/{editionId}',
      summary: 'Delete an edition in preparation that has no plan, with its participants and its method',
      tags,
    })
    .input(editionInput)
    .output(nothingSchema),
}
