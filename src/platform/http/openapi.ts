/** The API's description, made from the contract itself: OpenAPI 3.1 with examples. */
import type { AnyContractRouter, OpenAPI } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { z } from 'zod'
import { describedBy, problemSchema } from './contract.ts'
import { exampleOf } from './example-of.ts'

export type Described = {
  readonly contract: AnyContractRouter
  readonly version: string
  readonly publicUrl: string
  /** Who may call the endpoint, in words. */
  readonly rightOf: (endpoint: string) => string
  /** What is sent to programs of others, by name. */
  readonly webhooks: Readonly<Record<string, Webhook>>
}

export type Webhook = {
  readonly summary: string
  readonly description: string
  readonly tag: string
  readonly body: z.ZodType
}

export async function describeApi({
  contract,
  version,
  publicUrl,
  rightOf,
  webhooks,
}: Described): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] })
  const document = await generator.generate(contract, {
    info: {
      title: 'Lyttepost',
      version,
      description:
        'Everything that the pages can do. JSON in and out; a refused request answers application/problem+json (RFC 9457). ' +
        'A write may carry an Idempotency-Key: sent again within a day it is answered, not repeated, and the answer ' +
        'says so in Idempotent-Replayed. A list that is read page by page gives `next`: send it back as `cursor` until ' +
        'none is given. A program sends its API key as `Authorization: Bearer …`; browsers of other origins are let in ' +
        'to the public answers alone, and only from origins that the organisation has named.',
    },
    servers: [{ url: `${publicUrl}/api` }],
    commonSchemas: { Problem: { schema: problemSchema } },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'lyttepost.session_token' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the organisation' },
      },
      parameters: { IdempotencyKey: idempotencyKey },
    },
    security: [{ session: [] }],
  })
  for (const { method, operation } of operationsOf(document)) {
    complete(operation, rightOf)
    if (method !== 'get') addIdempotencyKey(operation)
  }
  return { ...document, webhooks: webhooksOf(webhooks) }
}

/** Items that are judged one by one are described as what they should be. */
const converter = new ZodToJsonSchemaConverter({
  interceptors: [
    ({ next, ...options }) => {
      const item = describedBy(options.schema as z.ZodType)
      return item === undefined ? next() : next({ ...options, schema: item })
    },
  ],
})

const idempotencyKey: OpenAPI.ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Of your own making, another for each thing to be done',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,100}$' },
}

function addIdempotencyKey(operation: Operation): void {
  operation.parameters = [...(operation.parameters ?? []), { $ref: '#/components/parameters/IdempotencyKey' }]
}

function webhooksOf(webhooks: Described['webhooks']): NonNullable<OpenAPI.Document['webhooks']> {
  const items = Object.entries(webhooks).map(([name, webhook]) => [name, { post: sending(name, webhook) }])
  return Object.fromEntries(items)
}

/** As if it were an endpoint of theirs. */
function sending(name: string, { summary, description, tag, body }: Webhook): OpenAPI.OperationObject {
  const [, schema] = converter.convert(body, { strategy: 'output' })
  const example = exampleOf(schema, { filled: true })
  return {
    operationId: name,
    summary,
    description,
    tags: [tag],
    parameters: [signature],
    requestBody: {
      required: true,
      content: { 'application/json': { schema, example } as OpenAPI.MediaTypeObject },
    },
    responses: { '2XX': { description: 'Received. Anything else, or no answer, and it is sent again.' } },
    security: [],
  }
}

const signature: OpenAPI.ParameterObject = {
  name: 'Lyttepost-Signature',
  in: 'header',
  required: true,
  description:
    '`t=<seconds since 1970>,v1=<hex>`, where hex is HMAC-SHA256 of `<t>.<body>` with the secret of the webhook. ' +
    'Work it out from the bytes of the body as they came, and refuse what is older than a few minutes.',
  example: 't=1772440200,v1=5257a869e7ec…',
  schema: { type: 'string' },
}

export type Operation = OpenAPI.OperationObject & { 'x-right'?: string }

/** Every operation with its method and path, in the document's order. */
export function operationsOf(document: OpenAPI.Document) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({
      method,
      path,
      operation: operation as Operation,
    })),
  )
}

/** Adds what the contract does not say: who may call, how a refusal looks, and an example of each body. */
function complete(operation: Operation, rightOf: (endpoint: string) => string): void {
  const endpoint = operation.operationId ?? ''
  operation['x-right'] = rightOf(endpoint)
  operation.security = securityOf(operation['x-right'])
  addExample(operation.requestBody, false)
  for (const response of Object.values(operation.responses ?? {})) addExample(response, true)
  operation.responses = {
    ...operation.responses,
    default: {
      description: 'Refused',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  }
}

/** Each of the ways is enough; `{}` is without any. */
function securityOf(right: string): OpenAPI.SecurityRequirementObject[] {
  if (right === 'public') return []
  const open = right.startsWith('public') ? [{}] : []
  const key = right.includes('API key') ? [{ key: [] }] : []
  return [...open, { session: [] }, ...key]
}

function addExample(
  body: OpenAPI.RequestBodyObject | OpenAPI.ResponseObject | OpenAPI.ReferenceObject | undefined,
  filled: boolean,
): void {
  const json = body && 'content' in body ? body.content?.['application/json'] : undefined
  if (json?.schema) json.example = exampleOf(json.schema, { filled })
}
