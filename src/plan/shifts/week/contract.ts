/** The plan of a week: shifts, requirement, findings, versions; the search for shifts; who was there (P4.1–P4.4). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  inputIssueSchema,
  instantSchema,
  nothingSchema,
  plainDateSchema,
} from '../../../platform/http/contract.ts'
import { queueKinds } from '../../traffic/rules/queue.ts'
import {
  agreementSchema,
  answerSchema,
  minuteSchema,
  skillSchema,
  spanSchema,
  timeSchema,
  weekHoursSchema,
} from '../people/contract.ts'
import { absenceKinds, swapStates } from '../people/rules/words.ts'
import { shortReasons, solveStages, stopReasons } from '../rules/solve-words.ts'
import { ruleIds } from '../rules/working-time/paragraphs.ts'
import { toldKinds } from './rules/publication.ts'

export const planShiftSchema = z.object({
  id: idSchema,
  agentId: idSchema.nullable().meta({ examples: [null] }),
  from: minuteSchema,
  to: minuteSchema,
  breaks: z.array(spanSchema).max(8),
  skill: skillSchema.nullable().meta({ examples: [null] }),
  overtimeMinutes: z
    .int()
    .min(0)
    .max(960)
    .meta({ examples: [0] }),
  fixed: z.boolean(),
})

const weekStart = plainDateSchema.meta({ description: 'A Monday', examples: ['2026-03-02'] })
const ofWeek = z.object({ weekStart })

const shortInterval = spanSchema.extend({
  queueId: z.string(),
  missing: z.number(),
  needed: z.number(),
  why: z.enum(shortReasons),
})
const solved = z.object({
  at: instantSchema,
  seconds: z.number(),
  gap: z.number().nullable(),
  cost: z.number(),
  bound: z.number().nullable(),
  ended: z.enum(stopReasons),
  shortHours: z.number(),
  short: z.array(shortInterval),
})

const needCell = z.object({
  from: minuteSchema,
  mean: z.number(),
  handleSeconds: z.number(),
  cv: z.number(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  needed: z.number(),
})
const serviceTarget = z.object({
  serviceLevel: z
    .object({
      share: z.number(),
      withinSeconds: z.number(),
      convention: z.enum(['ofOffered', 'ofServed', 'countingShortAbandons', 'excludingShortAbandons']),
    })
    .nullable(),
  maxMeanWaitSeconds: z.number().nullable(),
  maxAbandon: z.number().nullable(),
  maxOccupancy: z.number().nullable(),
})
const weekQueue = z.object({
  queueId: idSchema,
  name: z.string(),
  kind: z.enum(queueKinds),
  skill: z.string(),
  intervalMinutes: z.int(),
  open: z.array(spanSchema),
  target: serviceTarget,
  patienceSeconds: z.number().nullable(),
  parallel: z.number(),
  slowing: z.number(),
  onQueue: z.number(),
  /** Empty while there is no forecast. */
  cells: z.array(needCell),
})
export type WeekQueue = z.infer<typeof weekQueue>

const weekAgent = z.object({
  id: idSchema,
  name: z.string(),
  skills: z.array(z.string()),
  contract: agreementSchema,
  available: weekHoursSchema.optional(),
  validFrom: plainDateSchema,
  validTo: plainDateSchema.optional(),
  absences: z.array(spanSchema.extend({ kind: z.enum(absenceKinds) })),
  wishes: z.array(
    z.object({
      date: plainDateSchema,
      kind: z.enum(['work', 'free']),
      from: timeSchema.optional(),
      to: timeSchema.optional(),
      weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    }),
  ),
})

const week = z.object({
  weekStart,
  revision: z.int(),
  version: z.int(),
  publishedRevision: z.int().nullable(),
  publishedAt: instantSchema.nullable(),
  publishedBy: z.string().nullable(),
  changedAt: instantSchema.nullable(),
  changedBy: z.string().nullable(),
  solveJobId: z.uuid().nullable(),
  solved: solved.nullable(),
  shifts: z.array(planShiftSchema),
  /** Of the weeks around it, so that rest and averages across its borders can be checked. */
  around: z.array(planShiftSchema),
  agents: z.array(weekAgent),
  queues: z.array(weekQueue),
  waiting: z.object({ absences: z.int(), swaps: z.int() }),
})
export type WeekView = z.infer<typeof week>

const version = z.object({
  version: z.int(),
  at: instantSchema,
  by: z.string(),
  note: z.string(),
  findings: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
})
export type VersionView = z.infer<typeof version>

const told = z.object({
  agentId: idSchema,
  name: z.string(),
  changes: z.array(spanSchema.extend({ kind: z.enum(toldKinds) })),
})
/** What a publication would tell, and to whom. */
const changes = z.object({
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  people: z.array(told),
})
export type ChangesView = z.infer<typeof changes>

/** One limit that is passed; `findingText` says it in words. */
const finding = z.object({
  rule: z.enum(ruleIds),
  agentId: z.string(),
  paragraph: z.string().nullable(),
  value: z.number(),
  limit: z.number(),
})
const swapShift = spanSchema.extend({ shiftId: idSchema, agent: z.string() })
export const swapView = z.object({
  swapId: idSchema,
  state: z.enum(swapStates),
  askedAt: instantSchema,
  from: z.object({ agentId: idSchema, name: z.string() }),
  to: z.object({ agentId: idSchema, name: z.string() }).nullable(),
  shift: swapShift.nullable(),
  return: swapShift.nullable(),
  /** What the planner said with the decision; empty when nothing. */
  answer: z.string(),
})
export type SwapView = z.infer<typeof swapView>
const swapToDecide = swapView.extend({
  /** Limits that would be passed by it, or undefined while nobody has said yes. */
  findings: z.array(finding),
})
export type SwapToDecide = z.infer<typeof swapToDecide>

const actualRow = z.object({
  from: minuteSchema,
  /** As it was foreseen; null for days of which no requirement was kept. */
  needed: z.number().nullable(),
  /** For what came, with hindsight; null for tasks, and where nothing was counted. */
  neededFor: z.number().nullable(),
  scheduled: z.number(),
  present: z.number().nullable(),
  offered: z.number().nullable(),
  waitSeconds: z.number().nullable(),
  answeredWithin: z.number().nullable(),
  abandoned: z.number().nullable(),
})
export type ActualRow = z.infer<typeof actualRow>
const actual = z.object({
  queues: z.array(z.object({ id: idSchema, name: z.string() })),
  queueId: idSchema.nullable(),
  intervalMinutes: z.int(),
  /** In order of time; of open intervals only. */
  rows: z.array(actualRow),
  /** The last day of the queue for which somebody has reported who was there. */
  reportedTo: plainDateSchema.nullable(),
})
export type ActualView = z.infer<typeof actual>

const presentImport = z.object({
  /** Intervals that can be read, by day. */
  days: z.array(
    z.object({ date: plainDateSchema, intervals: z.int(), lowest: z.number(), highest: z.number() }),
  ),
  /** How many of them are there already, and are replaced. */
  replaced: z.int(),
  issues: z.array(inputIssueSchema),
})
export type PresentImport = z.infer<typeof presentImport>

const tags = ['Shifts']
export const weekContract = {
  week: {
    get: oc
      .route({
        method: 'GET',
        path: '/plan/shifts/{weekStart}',
        summary: 'The plan of a week with all it takes to judge it',
        tags,
      })
      .input(ofWeek)
      .output(week),
    save: oc
      .route({ method: 'PUT', path: '/plan/shifts/{weekStart}', summary: 'Change shifts of the draft', tags })
      .input(
        ofWeek.extend({
          /** The revision that was looked at. */
          revision: z
            .int()
            .min(0)
            .meta({ examples: [0] }),
          put: z.array(planShiftSchema).max(2000),
          remove: z.array(idSchema).max(2000),
        }),
      )
      .output(
        z.object({
          revision: z.int(),
          /** Limits that the draft now passes, counted by the server. */
          findings: z.int(),
        }),
      ),
    publish: oc
      .route({
        method: 'POST',
        path: '/plan/shifts/{weekStart}/publish',
        summary: 'Make the draft what agents see',
        tags,
      })
      .input(
        ofWeek.extend({
          revision: z
            .int()
            .min(0)
            .meta({ examples: [1] }),
          note: z.string().trim().max(400),
          /** Publish although limits are passed. */
          acceptFindings: z.boolean(),
        }),
      )
      .output(z.object({ version: z.int() })),
    changes: oc
      .route({
        method: 'GET',
        path: '/plan/shifts/{weekStart}/changes',
        summary: 'What agents would be told if the draft were published now',
        tags,
      })
      .input(ofWeek)
      .output(changes),
    history: oc
      .route({
        method: 'GET',
        path: '/plan/shifts/{weekStart}/versions',
        summary: 'Every publication of a week',
        tags,
      })
      .input(ofWeek)
      .output(z.object({ items: z.array(version) })),
    restore: oc
      .route({
        method: 'POST',
        path: '/plan/shifts/{weekStart}/restore',
        summary: 'Make the draft what was published',
        tags,
      })
      .input(
        ofWeek.extend({
          version: z
            .int()
            .min(1)
            .meta({ examples: [1] }),
        }),
      )
      .output(z.object({ revision: z.int() })),
    copy: oc
      .route({
        method: 'POST',
        path: '/plan/shifts/{weekStart}/copy',
        summary: 'Begin the draft with the shifts of another week',
        tags,
      })
      .input(ofWeek.extend({ from: plainDateSchema }))
      .output(z.object({ revision: z.int() })),
    solve: oc
      .route({
        method: 'POST',
        path: '/plan/shifts/{weekStart}/solve',
        summary: 'Search for the shifts of a week; those placed by a person stay where they are',
        tags,
      })
      .input(
        ofWeek.extend({
          revision: z.int().min(0),
          /** `cover`: open shifts where people are missing; `roster`: a week for everybody. */
          stage: z.enum(solveStages).default('roster'),
          seconds: z
            .int()
            .min(1)
            .max(600)
            .default(60)
            .meta({ examples: [30] }),
        }),
      )
      .output(z.object({ jobId: z.uuid() })),
    export: oc
      .route({
        method: 'GET',
        path: '/plan/shifts/{weekStart}/export/{format}',
        summary: 'The draft as CSV or XLSX',
        tags,
      })
      .input(ofWeek.extend({ format: z.enum(['csv', 'xlsx']) }))
      .output(z.file()),
  },
  swaps: {
    list: oc
      .route({
        method: 'GET',
        path: '/plan/swaps',
        summary: 'Swaps that wait for a decision, and the latest decided',
        tags,
      })
      .input(nothingSchema)
      .output(z.object({ items: z.array(swapToDecide) })),
    decide: oc
      .route({
        method: 'POST',
        path: '/plan/swaps/{swapId}/state',
        summary: 'Approve or refuse a swap',
        tags,
      })
      .input(
        z.object({
          swapId: idSchema,
          state: z.enum(['approved', 'refused']),
          acceptFindings: z.boolean(),
          answer: answerSchema,
        }),
      )
      .output(nothingSchema),
  },
  actual: {
    get: oc
      .route({
        method: 'GET',
        path: '/plan/actual',
        summary: 'Who was needed, scheduled and there, and what waiting it gave',
        tags,
      })
      .input(
        z.object({
          day: plainDateSchema,
          /** From that day on. */
          days: z
            .int()
            .min(1)
            .max(31)
            .default(1)
            .meta({ examples: [1] }),
          queueId: idSchema.optional().meta({ examples: [undefined] }),
        }),
      )
      .output(actual),
    previewImport: oc
      .route({
        method: 'POST',
        path: '/plan/actual/import/preview',
        summary: 'Read a file of how many were there on trial',
        tags,
      })
      .input(z.object({ queueId: idSchema, file: z.file().max(5_000_000) }))
      .output(presentImport),
    import: oc
      .route({ method: 'POST', path: '/plan/actual/import', summary: 'Bring in how many were there', tags })
      .input(z.object({ queueId: idSchema, file: z.file().max(5_000_000) }))
      .output(z.object({ rows: z.int() })),
    report: oc
      .route({
        method: 'POST',
        path: '/plan/actual',
        summary: 'Report how many are there, by a program',
        tags,
      })
      .input(
        z.object({
          rows: z
            .array(
              z.object({
                queueId: idSchema,
                startsAt: instantSchema,
                minutes: z
                  .int()
                  .min(1)
                  .max(60)
                  .meta({ examples: [15] }),
                present: z
                  .number()
                  .min(0)
                  .max(10_000)
                  .meta({ examples: [12] }),
              }),
            )
            .min(1)
            .max(5000),
        }),
      )
      .output(z.object({ rows: z.int() })),
  },
}
