/**
 * Reports to hand round (M7.9). A report is a document of few kinds of blocks, every text and figure already
 * written: the PDF, the HTML file and the page draw the same document, so that no number can differ between them.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, instantSchema, languageSchema } from '../../platform/http/contract.ts'

/** How a part of a drawing looks; the four bands from best to lowest, told apart in grey as well. */
const tone = z.enum(['best', 'good', 'fair', 'low', 'unanswered', 'gain', 'loss', 'level'])
export type Tone = z.infer<typeof tone>

/** A part of a small drawing in a table's cell. Positions run from 0, the left edge, to 1. */
const mark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('span'), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('dot'), at: z.number() }),
  /** What is compared with: a short upright stroke. */
  z.object({ kind: z.literal('tick'), at: z.number() }),
  z.object({
    kind: z.literal('bar'),
    from: z.number(),
    to: z.number(),
    tone,
    label: z.string().optional(),
  }),
])
export type Mark = z.infer<typeof mark>

const axis = z.array(z.object({ at: z.number(), label: z.string() }))
export type Axis = z.infer<typeof axis>

const column = z.object({
  header: z.string(),
  kind: z.enum(['text', 'number', 'drawing']),
  /** Share of the width that is left; without it the column is as wide as its widest cell. */
  share: z.number().optional(),
  axis: axis.optional(),
})
export type Column = z.infer<typeof column>

/** A drawing repeats what cells of the same row say, so it needs no words of its own. */
const cell = z.object({
  text: z.string(),
  strong: z.boolean().optional(),
  marks: z.array(mark).optional(),
})
export type Cell = z.infer<typeof cell>

const legendEntry = z.object({ tone: z.union([tone, z.enum(['interval', 'tick'])]), text: z.string() })
export type LegendEntry = z.infer<typeof legendEntry>

const tableBlock = z.object({
  kind: z.literal('table'),
  caption: z.string(),
  columns: z.array(column),
  rows: z.array(z.array(cell)),
  legend: z.array(legendEntry).optional(),
})
export type TableBlock = z.infer<typeof tableBlock>

const figureItem = z.object({ label: z.string(), value: z.string(), detail: z.string() })
export type FigureItem = z.infer<typeof figureItem>

const quote = z.object({
  source: z.string(),
  lines: z.array(z.object({ label: z.string(), text: z.string() })),
})
export type Quote = z.infer<typeof quote>

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({ kind: z.literal('bullets'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('figures'), items: z.array(figureItem) }),
  z.object({ kind: z.literal('quotes'), items: z.array(quote) }),
  tableBlock,
])
export type Block = z.infer<typeof block>

const section = z.object({
  /** The finding where there is one. */
  title: z.string(),
  /** What is shown. */
  lead: z.string(),
  blocks: z.array(block),
  startsPage: z.boolean().optional(),
  /** Stands whole on one page. */
  keepsTogether: z.boolean().optional(),
})
export type Section = z.infer<typeof section>

export const reportDocument = z.object({
  language: languageSchema,
  /** Whom the report is about. */
  title: z.string(),
  /** What kind of report it is, of which edition. */
  subtitle: z.string(),
  author: z.string(),
  /** Stands on every page, beside the page's number. */
  runningHead: z.string(),
  pageWord: z.string(),
  /** The answer first: the figure, its unit and how sure it is. */
  answer: z.object({ value: z.string(), unit: z.string(), sureness: z.string() }),
  meaning: z.object({ title: z.string(), items: z.array(z.string()) }),
  cover: z.array(block),
  facts: z.array(z.tuple([z.string(), z.string()])),
  sections: z.array(section),
})
export type ReportDocument = z.infer<typeof reportDocument>

const reportLine = z.object({
  participantId: idSchema,
  participant: z.string(),
  class: z.string(),
  totalResult: z.number().nullable(),
  /** When its PDF was made in this language, where it has been, and whether the results have changed since. */
  madeAt: instantSchema.nullable(),
  outdated: z.boolean(),
})
export type ReportLine = z.infer<typeof reportLine>

export const reportsAnswer = z.object({
  view: z.enum(['organiser', 'participant']),
  edition: z.string(),
  published: z.boolean(),
  items: z.array(reportLine),
  /** The classes that a class report can be made of. */
  classes: z.array(z.string()),
})
export type ReportsAnswer = z.infer<typeof reportsAnswer>

const inEdition = z.object({ editionId: idSchema })
const language = languageSchema.default('nb')
const format = z.enum(['pdf', 'html']).meta({ examples: ['html'] })
const tags = ['Reports']

export const reportsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/reports',
      summary: 'The reports of an edition: all for the organiser, its own for a participant',
      tags,
    })
    .input(inEdition.extend({ language }))
    .output(reportsAnswer),
  document: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/reports/{participantId}',
      summary: 'A participant’s report as a document of blocks, as the page draws it',
      tags,
    })
    .input(inEdition.extend({ participantId: idSchema, language }))
    .output(reportDocument),
  file: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/reports/{participantId}/file',
      summary: 'A participant’s report as a tagged PDF or as one self-contained HTML file',
      tags,
    })
    .input(inEdition.extend({ participantId: idSchema, language, format }))
    .output(z.file()),
  classFile: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/class-report',
      summary: 'The report of a class; a participant gets its own class, the others without names',
      tags,
    })
    .input(inEdition.extend({ class: z.string().meta({ examples: ['Reise'] }), language, format }))
    .output(z.file()),
  makeAll: oc
    .route({
      method: 'POST',
      path: '/measure/editions/{editionId}/reports/all',
      summary: 'Make every participant’s report as PDF, as long work',
      tags,
    })
    .input(inEdition.extend({ language }))
    .output(z.object({ jobId: idSchema })),
  bundle: oc
    .route({
      method: 'GET',
      path: '/measure/editions/{editionId}/reports.zip',
      summary: 'All reports that have been made in one language, in one zip file',
      tags,
    })
    .input(inEdition.extend({ language }))
    .output(z.file()),
}
