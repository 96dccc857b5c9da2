/** A value that a JSON Schema describes: its first example where it has one, the plainest value where not. */
type Schema = {
  readonly type?: string
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly format?: string
  readonly contentEncoding?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

export function exampleOf(schema: unknown, root: Schema = schema as Schema): unknown {
  const given = schema as Schema
  if (given.$ref !== undefined) return exampleOf(resolved(given.$ref, root), root)
  if (given.examples?.length) return given.examples[0]
  if (given.const !== undefined) return given.const
  if (given.default !== undefined) return given.default
  if (given.enum?.length) return given.enum[0]
  const choices = given.anyOf ?? given.oneOf
  if (choices?.length) return exampleOf(choices[0], root)
  if (given.allOf?.length) return Object.assign({}, ...given.allOf.map((part) => exampleOf(part, root)))
  return plainest(given, root)
}

function resolved(ref: string, root: Schema): Schema {
  const found = root.$defs?.[ref.replace('#/$defs/', '')]
  if (!found) throw new Error(`no definition for ${ref}`)
  return found
}

function plainest(schema: Schema, root: Schema): unknown {
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? {}, root)]),
      )
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items ?? {}, root))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return text(schema)
  }
}

const formats: Readonly<Record<string, string>> = {
  uuid: '0199d3c2-7f7e-7b1e-9c55-0d6f2a1b3c4d',
  email: 'kari@eksempel.no',
  date: '2026-03-02',
  'date-time': '2026-03-02T08:30:00.000Z',
  uri: 'https://eksempel.no',
}

function text(schema: Schema): unknown {
  if (schema.format === 'binary' || schema.contentEncoding === 'binary')
    return new File(['a;b\n1;2\n'], 'a.csv')
  return formats[schema.format ?? ''] ?? 'x'.repeat(Math.max(1, schema.minLength ?? 1))
}
