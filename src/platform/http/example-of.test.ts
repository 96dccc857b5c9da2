import { expect, test } from 'vitest'
import { z } from 'zod'
import { exampleOf } from './example-of.ts'

const schema = z.object({
  id: z.uuid(),
  name: z.string().min(6),
  count: z.number().int().min(3),
  kind: z.enum(['one', 'other']),
  note: z.string().nullable(),
  days: z.array(z.iso.date()),
  language: z.string().meta({ examples: ['nn'] }),
  left: z.string().optional(),
})

test('an example is accepted by the schema that it is an example of', () => {
  const example = exampleOf(z.toJSONSchema(schema, { io: 'input' }))
  expect(schema.parse(example)).toMatchObject({ count: 3, kind: 'one', days: [], language: 'nn' })
})

test('a filled example shows one thing of each list', () => {
  expect(exampleOf(z.toJSONSchema(schema), { filled: true })).toMatchObject({ days: ['2026-03-02'] })
})
