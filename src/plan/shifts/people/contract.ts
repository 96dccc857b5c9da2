/** Agents, their contracts, wishes and absence, and the kinds of shift that may be used (P4.1, P4.3). */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  inputIssueSchema,
  instantSchema,
  nothingSchema,
  plainDateSchema,
} from '../../../platform/http/contract.ts'
import {
  absenceKinds,
  absenceStates,
  ageGroups,
  averagings,
  nightStarts,
  normalHours,
  overtimeAgreements,
} from './rules/words.ts'

/** Whole minutes since 1970-01-01T00:00Z, far into the next century. */
export const minuteSchema = z
  .int()
  .min(0)
  .max(100_000_000)
  .meta({ description: 'Whole minutes since 1970-01-01T00:00Z', examples: [30_000_000] })
export const spanSchema = z.object({ from: minuteSchema, to: minuteSchema })
export const timeSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .meta({ description: 'A time of the day', examples: ['08:00'] })
const startSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):(?:00|15|30|45)$/)
  .meta({ description: 'A quarter of an hour', examples: ['08:00'] })

const name = z.string().trim().min(1).max(120)
export const skillSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .meta({ examples: ['telefon'] })
const weekday = z.int().min(1).max(7)

export const agreementSchema = z.object({
  weeklyHours: z
    .number()
    .min(0)
    .max(48)
    .meta({ examples: [37.5] }),
  flexHours: z
    .number()
    .min(0)
    .max(20)
    .meta({ examples: [2] }),
  normalHours: z.union(normalHours.map((hours) => z.literal(hours))).meta({ examples: [40] }),
  averaging: z.enum(averagings),
  averagingWeeks: z
    .int()
    .min(1)
    .max(52)
    .meta({ examples: [1] }),
  averagingFrom: plainDateSchema.optional().meta({ examples: [undefined] }),
  overtime: z.enum(overtimeAgreements),
  dailyRestHours: z
    .number()
    .min(8)
    .max(11)
    .meta({ examples: [11] }),
  weeklyRestHours: z
    .number()
    .min(28)
    .max(35)
    .meta({ examples: [35] }),
  averagedSundays: z.boolean(),
  sundayWork: z.boolean(),
  nightWork: z.boolean(),
  nightFrom: z.enum(nightStarts),
  age: z.enum(ageGroups),
  paidBreaks: z.boolean(),
  freeWeekendEvery: z
    .int()
    .min(0)
    .max(8)
    .meta({ examples: [2] }),
  mostDaysInRow: z
    .int()
    .min(0)
    .max(12)
    .meta({ examples: [6] }),
})

const daySpan = z.object({ from: timeSchema, to: timeSchema })
const hoursOfDay = z.array(daySpan).max(4).optional()
export const weekHoursSchema = z.object({
  1: hoursOfDay,
  2: hoursOfDay,
  3: hoursOfDay,
  4: hoursOfDay,
  5: hoursOfDay,
  6: hoursOfDay,
  7: hoursOfDay,
})

const agentFields = z.object({
  name: name.meta({ examples: ['Sara Moen'] }),
  number: z
    .string()
    .trim()
    .max(40)
    .meta({ examples: ['1017'] }),
  personId: idSchema.nullable().meta({ examples: [null] }),
  contract: agreementSchema,
  adultOn: plainDateSchema.nullable().meta({ examples: [null] }),
  skills: z.array(skillSchema).max(30),
  available: weekHoursSchema.nullable().meta({ examples: [null] }),
  validFrom: plainDateSchema,
  validTo: plainDateSchema.nullable().meta({ examples: [null] }),
})
export type AgentFields = z.infer<typeof agentFields>
const agentView = agentFields.extend({ agentId: idSchema, person: z.string().nullable() })
export type AgentView = z.infer<typeof agentView>
const named = z.object({ id: idSchema, name: z.string() })

const agentList = z.object({
  items: z.array(agentView),
  /** Skills that queues ask for, and those that agents have. */
  skills: z.array(z.string()),
  /** Accounts that an agent may be. */
  people: z.array(named),
})
export type AgentList = z.infer<typeof agentList>

const importRow = z.object({
  line: z.int(),
  name: z.string(),
  number: z.string(),
  weeklyHours: z.number(),
  skills: z.array(z.string()),
  change: z.enum(['new', 'changed', 'unchanged']),
})
const agentImport = z.object({
  rows: z.array(importRow),
  issues: z.array(inputIssueSchema),
  /** Headings that are no column of agents: nothing of what stands under them is brought in. */
  unread: z.array(z.string()),
})
export type AgentImport = z.infer<typeof agentImport>
const tableFile = z.object({ file: z.file().max(5_000_000) })

const wishFields = z.object({
  kind: z.enum(['work', 'free']),
  date: plainDateSchema.nullable(),
  weekday: weekday.nullable().meta({ examples: [null] }),
  from: timeSchema.nullable().meta({ examples: [null] }),
  to: timeSchema.nullable().meta({ examples: [null] }),
  weight: z
    .int()
    .min(1)
    .max(3)
    .meta({ examples: [1] }),
})
export type WishFields = z.infer<typeof wishFields>
export const wishInput = wishFields
export const wishView = wishFields.extend({ wishId: idSchema, byAgent: z.boolean() })
export type WishView = z.infer<typeof wishView>
const wishOfAgent = wishView.extend({ agentId: idSchema, agent: z.string() })

export const absenceFields = z.object({
  kind: z.enum(absenceKinds),
  startsAt: instantSchema,
  endsAt: instantSchema,
})
export type AbsenceFields = z.infer<typeof absenceFields>
export const absenceView = absenceFields.extend({
  absenceId: idSchema,
  state: z.enum(absenceStates),
  byAgent: z.boolean(),
  askedAt: instantSchema,
  /** What the planner said with the decision; empty when nothing. */
  answer: z.string(),
})
export type AbsenceView = z.infer<typeof absenceView>
const absenceOfAgent = absenceView.extend({
  agentId: idSchema,
  agent: z.string(),
  /** Shifts in the working plans that the absence takes away from, and that are not over. */
  shifts: z.int(),
})
export type AbsenceOfAgent = z.infer<typeof absenceOfAgent>

const templateFields = z.object({
  name: name.meta({ examples: ['Dagvakt'] }),
  weekdays: z
    .array(weekday)
    .min(1)
    .max(7)
    .meta({ examples: [[1, 2, 3, 4, 5]] }),
  earliestStart: startSchema,
  latestStart: startSchema,
  startEvery: z.union([z.literal(15), z.literal(30), z.literal(45), z.literal(60)]),
  lengths: z
    .array(z.int().min(60).max(780).multipleOf(15))
    .min(1)
    .max(12)
    .meta({ examples: [[480]] }),
  breaks: z
    .array(
      z.object({
        minutes: z
          .int()
          .min(5)
          .max(120)
          .meta({ examples: [30] }),
        earliest: z
          .int()
          .min(0)
          .max(780)
          .meta({ examples: [180] }),
        latest: z
          .int()
          .min(0)
          .max(780)
          .meta({ examples: [300] }),
        fromLength: z
          .int()
          .min(0)
          .max(780)
          .optional()
          .meta({ examples: [330] }),
      }),
    )
    .max(5),
})
export type TemplateFields = z.infer<typeof templateFields>
const templateView = templateFields.extend({ templateId: idSchema })
export type TemplateView = z.infer<typeof templateView>

/** A word to whoever asked. */
export const answerSchema = z
  .string()
  .trim()
  .max(400)
  .default('')
  .meta({ examples: ['Fint, jeg finner en annen.'] })

const tags = ['Shifts']
export const peopleContract = {
  agents: {
    list: oc
      .route({ method: 'GET', path: '/plan/agents', summary: 'Everybody who can have shifts', tags })
      .input(nothingSchema)
      .output(agentList),
    save: oc
      .route({ method: 'POST', path: '/plan/agents', summary: 'Add an agent, or change one', tags })
      .input(agentFields.extend({ agentId: idSchema.nullable().meta({ examples: [null] }) }))
      .output(z.object({ agentId: idSchema })),
    export: oc
      .route({ method: 'GET', path: '/plan/agents/export/{format}', summary: 'Agents as CSV or XLSX', tags })
      .input(z.object({ format: z.enum(['csv', 'xlsx']) }))
      .output(z.file()),
    previewImport: oc
      .route({
        method: 'POST',
        path: '/plan/agents/import/preview',
        summary: 'Read a file of agents on trial',
        tags,
      })
      .input(tableFile)
      .output(agentImport),
    import: oc
      .route({
        method: 'POST',
        path: '/plan/agents/import',
        summary: 'Bring in agents; all or nothing',
        tags,
      })
      .input(tableFile)
      .output(z.object({ added: z.int(), changed: z.int(), unchanged: z.int() })),
  },
  wishes: {
    list: oc
      .route({ method: 'GET', path: '/plan/wishes', summary: 'What agents wish', tags })
      .input(nothingSchema)
      .output(z.object({ items: z.array(wishOfAgent) })),
    add: oc
      .route({ method: 'POST', path: '/plan/wishes', summary: 'Note a wish in an agent’s name', tags })
      .input(wishFields.extend({ agentId: idSchema }))
      .output(z.object({ wishId: idSchema })),
    remove: oc
      .route({ method: 'DELETE', path: '/plan/wishes/{wishId}', summary: 'Take a wish away', tags })
      .input(z.object({ wishId: idSchema }))
      .output(nothingSchema),
  },
  absences: {
    list: oc
      .route({
        method: 'GET',
        path: '/plan/absences',
        summary: 'Absence from a day on, and what waits for an answer',
        tags,
      })
      .input(z.object({ from: plainDateSchema }))
      .output(z.object({ items: z.array(absenceOfAgent) })),
    report: oc
      .route({ method: 'POST', path: '/plan/absences', summary: 'Note that an agent is away', tags })
      .input(absenceFields.extend({ agentId: idSchema }))
      .output(z.object({ absenceId: idSchema })),
    decide: oc
      .route({
        method: 'POST',
        path: '/plan/absences/{absenceId}/state',
        summary: 'Approve, refuse or end an absence',
        tags,
      })
      .input(
        z.object({
          absenceId: idSchema,
          state: z.enum(['approved', 'refused', 'withdrawn']),
          /** Whether the shifts that it takes away from become shifts to be taken. */
          openShifts: z.boolean(),
          answer: answerSchema,
        }),
      )
      .output(z.object({ opened: z.int() })),
  },
  templates: {
    list: oc
      .route({
        method: 'GET',
        path: '/plan/shift-templates',
        summary: 'Kinds of shift that may be used',
        tags,
      })
      .input(nothingSchema)
      .output(z.object({ items: z.array(templateView) })),
    save: oc
      .route({
        method: 'POST',
        path: '/plan/shift-templates',
        summary: 'Add a kind of shift, or change one',
        tags,
      })
      .input(templateFields.extend({ templateId: idSchema.nullable().meta({ examples: [null] }) }))
      .output(z.object({ templateId: idSchema })),
    remove: oc
      .route({
        method: 'DELETE',
        path: '/plan/shift-templates/{templateId}',
        summary: 'Remove a kind of shift',
        tags,
      })
      .input(z.object({ templateId: idSchema }))
      .output(nothingSchema),
  },
}
