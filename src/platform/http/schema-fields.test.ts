import { expect, test } from 'vitest'
import { z } from 'zod'
import { schemaFields } from './schema-fields.ts'

const fieldsOf = (schema: z.ZodType) => schemaFields(z.toJSONSchema(schema, { io: 'input' }) as never)

test('a field says its type, whether it must be there, and its limits', () => {
  expect(fieldsOf(z.object({ name: z.string().max(20), age: z.number().min(1).max(9).optional() }))).toEqual([
    { path: 'name', type: 'string', required: true, note: '20 characters at most' },
    { path: 'age', type: 'number', required: false, note: 'at least 1; at most 9' },
  ])
})

test('what is inside objects and lists has its whole path', () => {
  const fields = fieldsOf(z.object({ items: z.array(z.object({ at: z.object({ x: z.enum(['a', 'b']) }) })) }))
  expect(fields.map(({ path, type }) => `${path}: ${type}`)).toEqual([
    'items: list of object',
    'items[].at: object',
    'items[].at.x: "a" | "b"',
  ])
})

test('something that may be nothing says so', () => {
  expect(fieldsOf(z.object({ note: z.string().nullable() }))[0]?.type).toBe('string | null')
})
