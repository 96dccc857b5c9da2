/** A value that a JSON Schema describes: its first example where it has one, the plainest value where not. */
export type Schema = {
  readonly description?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly maximum?: number
  readonly additionalProperties?: Schema | boolean
  readonly type?: string | readonly string[]
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

export type ExampleOptions = {
  /** Whether lists hold one thing and not as few as they may: what a reader of an answer wants to see. */
  readonly filled: boolean
}

export function exampleOf(schema: unknown, options: ExampleOptions = { filled: false }): unknown {
  return maker(schema as Schema, options)(schema as Schema)
}

type Make = (schema: Schema) => unknown

function maker(root: Schema, { filled }: ExampleOptions): Make {
  const make: Make = (schema) => {
    if (schema.$ref !== undefined) return make(resolved(schema.$ref, root))
    if (schema.examples?.length) return schema.examples[0]
    if (schema.const !== undefined) return schema.const
    if (schema.default !== undefined) return schema.default
    if (schema.enum?.length) return schema.enum[0]
    const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
    if (choice) return make(choice)
    if (schema.allOf?.length) return Object.assign({}, ...schema.allOf.map(make))
    return plainest(schema, make)
  }
  const plainest = (schema: Schema, inner: Make): unknown => {
    if (schema.type === 'object') return objectOf(schema, inner)
    if (schema.type === 'array') {
      const length = Math.max(schema.minItems ?? 0, filled && schema.items ? 1 : 0)
      return Array.from({ length }, () => inner(schema.items ?? {}))
    }
    return scalar(schema)
  }
  return make
}

function resolved(ref: string, root: Schema): Schema {
  const found = root.$defs?.[ref.replace('#/$defs/', '')]
  if (!found) throw new Error(`no definition for ${ref}`)
  return found
}

function objectOf(schema: Schema, make: Make): unknown {
  const required = schema.required ?? []
  return Object.fromEntries(required.map((name) => [name, make(schema.properties?.[name] ?? {})]))
}

function scalar(schema: Schema): unknown {
  switch (schema.type) {
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
  return (
    formats[schema.format ?? ''] ??
    'text'.padEnd(schema.minLength ?? 0, 't').slice(0, schema.maxLength ?? Infinity)
  )
}
