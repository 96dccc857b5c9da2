/** The small schemas that every contract is made of. Safe in the browser. */
import { z } from 'zod'
import { languages } from '../../kernel/localized.ts'

export const idSchema = z
  .uuid()
  .meta({ description: 'UUID, version 7', examples: ['0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d'] })

/** A moment, as ISO 8601 in UTC. Contracts carry JSON only: never a Date. */
export const instantSchema = z.iso
  .datetime()
  .meta({ description: 'A moment, ISO 8601 in UTC', examples: ['2026-03-02T08:30:00.000Z'] })

/** A day of the calendar without a clock: `YYYY-MM-DD`. */
export const plainDateSchema = z.iso.date().meta({ description: 'A calendar day', examples: ['2026-03-02'] })

export const languageSchema = z.enum(languages).meta({ examples: ['nb'] })

export const localizedSchema = z
  .object({ nb: z.string(), nn: z.string(), en: z.string() })
  .meta({ description: 'One text in bokmål, nynorsk and English' })

/** Nothing comes in or goes out. */
export const nothingSchema = z.object({})

/** The query of a list that is read page by page: send back `next` as `cursor`. */
export const pageQuerySchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ examples: [50] }),
})

/** One page of a list; `next` is absent on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional() })
}

/** One thing wrong in one place of an input. */
export const inputIssueSchema = z.object({
  code: z.string(),
  path: z.string().optional(),
  line: z.number().int().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
})

/** RFC 9457. `code` is the key of the message in the three languages: `errors.<code>`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  issues: z.array(inputIssueSchema),
  requestId: z.string(),
})
export type Problem = z.infer<typeof problemSchema>
