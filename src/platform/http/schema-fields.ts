/** A JSON Schema as lines that a person reads: each field with its type, its limits and what it means. */
import type { Schema } from './example-of.ts'

export type SchemaField = {
  /** With dots for what is inside an object and `[]` for what is inside a list. */
  readonly path: string
  readonly type: string
  readonly required: boolean
  readonly note: string
}

/** Deeper than this a reader is better served by the document itself. */
const deepest = 6

export function schemaFields(schema: Schema, path = '', required = true): readonly SchemaField[] {
  const own: readonly SchemaField[] =
    path === '' ? [] : [{ path, type: typeOf(schema), required, note: noteOf(schema) }]
  if (path.split(/\.|\[\]/).length > deepest) return own
  return [...own, ...insideOf(schema, path)]
}

function insideOf(schema: Schema, path: string): readonly SchemaField[] {
  const choices = schema.anyOf ?? schema.oneOf ?? []
  if (choices.length > 0) return choices.flatMap((choice) => insideOf(choice, path))
  if (schema.items) return insideOf(schema.items, `${path}[]`)
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    schemaFields(inner, path === '' ? name : `${path}.${name}`, schema.required?.includes(name) ?? false),
  )
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ')
  if (schema.items) return `list of ${typeOf(schema.items)}`
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'anything')
  return schema.format ? `${type}, ${schema.format}` : String(type)
}

function noteOf({ minimum, maximum, minLength, maxLength, description, default: standard }: Schema): string {
  const limits = [
    minimum !== undefined && minimum > -1e9 ? `at least ${minimum}` : '',
    maximum !== undefined && maximum < 1e9 ? `at most ${maximum}` : '',
    minLength !== undefined && minLength > 1 ? `${minLength} characters or more` : '',
    maxLength !== undefined ? `${maxLength} characters at most` : '',
    standard === undefined ? '' : `${JSON.stringify(standard)} unless given`,
  ]
  return [description ?? '', ...limits].filter((part) => part !== '').join('; ')
}
