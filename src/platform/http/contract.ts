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

/** In a cursor: how many have been read, or the number of the last one. */
export const placeSchema = z.string().regex(/^\d{1,9}$/)

/**
 * The query of a list that is read page by page: send back `next` as `cursor`. Its parts stand with a space between
 * them; a cursor that no page has given is refused, for the first page again would never end.
 *
 * @example pageQueryOf(instantSchema, idSchema)
 */
export function pageQueryOf(...parts: readonly z.ZodType[]) {
  const isCursor = (cursor: string): boolean => {
    const given = cursor.split(' ')
    return given.length === parts.length && parts.every((part, at) => part.safeParse(given[at]).success)
  }
  return z.object({
    cursor: z
      .string()
      .max(200)
      .check(({ value, issues }) => {
        if (!isCursor(value)) issues.push({ code: 'invalid_format', format: 'cursor', input: value })
      })
      .optional()
      .meta({ description: '`next` of the page before; absent for the first page' }),
    limit: z
      .number()
      .int()
      .min(1)
      .max(200)
      .default(50)
      .meta({ examples: [50] }),
  })
}

/** One page of a list; `next` is absent on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional() })
}

const judgedAs = new WeakMap<z.ZodType, z.ZodType>()

/**
 * One item of a list whose items are judged one by one: what is wrong with one is told in the answer and refuses none of
 * the others. It takes anything, and is described as `item`.
 */
export function judgedLater(item: z.ZodType): z.ZodType<unknown> {
  const anything = z.unknown()
  judgedAs.set(anything, item)
  return anything
}

/** What `judgedLater` was given, for whoever describes the schema. */
export const describedBy = (schema: z.ZodType): z.ZodType | undefined => judgedAs.get(schema)

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
