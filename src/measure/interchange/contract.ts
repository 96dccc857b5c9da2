/**
 * Leaving another tool without leaving the history behind: a form from SurveyJS or a table becomes a method's
 * questionnaire, and a table of filled-in forms becomes a finished edition.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, inputIssueSchema, localizedSchema } from '../../platform/http/contract.ts'
import { channelId } from '../edition/contract.ts'
import { leftReasons } from './rules/form/imported-form.ts'

/** What the columns of a table with a form can hold; one row for each option, or one for each question. */
export const formFields = ['area', 'question', 'name', 'option', 'value', 'points', 'channel'] as const
export type FormField = (typeof formFields)[number]
export const formMapping = z.partialRecord(z.enum(formFields), z.string())
export type FormMapping = z.infer<typeof formMapping>

/** What the columns of a table with results can hold, beside questions and comments. */
export const resultFields = [
  'contact',
  'participant',
  'class',
  'channel',
  'date',
  'answered',
  'score',
] as const
export type ResultField = (typeof resultFields)[number]

const words = z.string().max(2000)
export const resultMapping = z.object({
  columns: z.partialRecord(z.enum(resultFields), words),
  /** Question id → column. */
  questions: z.record(z.string(), words),
  /** Comment id → column. */
  comments: z.record(z.string(), words),
  /** Column → what stands in its cells → option id, `na`, channel, `yes` or `no`. An empty cell is `""`. */
  values: z.record(z.string(), z.record(z.string(), z.string())),
  /** The channel of every row, where the table has no column for it. */
  channel: channelId.optional(),
})
export type ResultMapping = z.infer<typeof resultMapping>

/** As JSON text: beside a file, names of columns and words in cells cannot be keys of form fields. */
const mappingText = z
  .string()
  .max(2_000_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' })
      return z.NEVER
    }
  })
  .pipe(resultMapping)

const leftOut = z.object({ name: z.string(), reason: z.enum(leftReasons), detail: z.string() })

export const formPreview = z.object({
  kind: z.enum(['survey', 'table']),
  /** Columns of a table, and what they were taken for. */
  header: z.array(z.string()),
  mapping: formMapping,
  areas: z.array(z.object({ id: z.string(), name: localizedSchema, weight: z.number() })),
  questions: z.array(
    z.object({
      id: z.string(),
      area: z.string(),
      text: localizedSchema,
      channels: z.array(channelId),
      scored: z.boolean(),
      options: z.array(z.object({ id: z.string(), label: localizedSchema, points: z.number() })),
    }),
  ),
  comments: z.array(z.object({ id: z.string(), text: localizedSchema })),
  left: z.array(leftOut),
  issues: z.array(inputIssueSchema),
})
export type FormPreview = z.infer<typeof formPreview>

/** Values of a column that stands for a question or a fixed choice, with how many cells hold each. */
const foundValues = z.object({
  column: z.string(),
  values: z.array(z.object({ value: z.string(), count: z.number().int() })),
  /** More different values than any question has options: only the first are shown. */
  many: z.boolean(),
})
export type FoundValues = z.infer<typeof foundValues>

export const resultPreview = z.object({
  header: z.array(z.string()),
  mapping: resultMapping,
  found: z.array(foundValues),
  rows: z.number().int(),
  participants: z.number().int(),
  classes: z.array(z.string()),
  /** Per channel, rows and how many of them were answered. */
  channels: z.array(z.object({ channel: channelId, rows: z.number().int(), answered: z.number().int() })),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Our score of each row beside the score that the file brings, where it brings one. */
  compared: z
    .object({ rows: z.number().int(), equal: z.number().int(), largest: z.number(), line: z.number().int() })
    .nullable(),
  meanScore: z.number().nullable(),
  issues: z.array(inputIssueSchema),
  /** All of them; `issues` holds the first. */
  issueCount: z.number().int(),
})
export type ResultPreview = z.infer<typeof resultPreview>

/** Beside a file everything is text. */
const revision = z.coerce.number<number>().int().min(1)

const inEdition = z.object({ editionId: idSchema })
const path = '/measure/editions/{editionId}'
const tags = ['Interchange']

export const interchangeContract = {
  exportForm: oc
    .route({
      method: 'GET',
      path: `${path}/form/surveyjs.json`,
      summary: 'The questionnaire as a SurveyJS form',
      tags,
    })
    .input(inEdition)
    .output(z.file()),
  readForm: oc
    .route({
      method: 'POST',
      path: `${path}/form/read`,
      summary: 'What a SurveyJS form or a table of questions would become here; nothing is saved',
      tags,
    })
    .input(inEdition.extend({ file: z.file(), mapping: formMapping.optional() }))
    .output(formPreview),
  takeForm: oc
    .route({
      method: 'POST',
      path: `${path}/form/take`,
      summary: 'Make the form of the file the questionnaire of this edition',
      tags,
    })
    .input(
      inEdition.extend({
        file: z.file(),
        mapping: formMapping.optional(),
        revision,
      }),
    )
    .output(
      z.object({
        revision: z.number().int(),
        /** Broken invariants of the method as it is now. */
        issues: z.number().int(),
      }),
    ),
  readResults: oc
    .route({
      method: 'POST',
      path: `${path}/results-import/read`,
      summary: 'What a table of filled-in forms would become: counts, scores, problems; nothing is saved',
      tags,
    })
    .input(inEdition.extend({ file: z.file(), mapping: mappingText.optional() }))
    .output(resultPreview),
  importResults: oc
    .route({
      method: 'POST',
      path: `${path}/results-import`,
      summary: 'Import a table of filled-in forms: all of it, or nothing',
      tags,
    })
    .input(inEdition.extend({ file: z.file(), mapping: mappingText }))
    .output(z.object({ participants: z.number().int(), contacts: z.number().int() })),
}
