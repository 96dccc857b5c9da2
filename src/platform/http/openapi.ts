/** The API's description, made from the contract itself: OpenAPI 3.1 with examples. */
import type { AnyContractRouter, OpenAPI } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { problemSchema } from './contract.ts'
import { exampleOf } from './example-of.ts'

export type Described = {
  readonly contract: AnyContractRouter
  readonly version: string
  readonly publicUrl: string
  /** Who may call the endpoint, in words. */
  readonly rightOf: (endpoint: string) => string
}

export async function describeApi({
  contract,
  version,
  publicUrl,
  rightOf,
}: Described): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: {
      title: 'Lyttepost',
      version,
      description:
        'Everything that the pages can do. JSON in and out; a refused request answers application/problem+json (RFC 9457). ' +
        'A write may carry an Idempotency-Key: sent again within a day it is answered, not repeated.',
    },
    servers: [{ url: `${publicUrl}/api` }],
    commonSchemas: { Problem: { schema: problemSchema } },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'lyttepost.session_token' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the organisation' },
      },
    },
    security: [{ session: [] }],
  })
  for (const { operation } of operationsOf(document)) complete(operation, rightOf)
  return document
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
  if (operation['x-right'] === 'public') operation.security = []
  else if (operation['x-right'].includes('API key')) operation.security = [{ session: [] }, { key: [] }]
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

function addExample(
  body: OpenAPI.RequestBodyObject | OpenAPI.ResponseObject | OpenAPI.ReferenceObject | undefined,
  filled: boolean,
): void {
  const json = body && 'content' in body ? body.content?.['application/json'] : undefined
  if (json?.schema) json.example = exampleOf(json.schema, { filled })
}
