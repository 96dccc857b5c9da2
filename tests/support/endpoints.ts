/** Every endpoint of the contract, with what a test needs to call it without knowing it. */
import { isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../../src/contract.ts'
import { exampleOf, type Schema } from '../../src/platform/http/example-of.ts'
import type { EndpointName } from '../../src/rights.ts'

export type Endpoint = {
  readonly name: EndpointName
  readonly method: string
  /** With its parameters in braces, below `/api`. */
  readonly path: string
  /** An input made from the schema alone: the right shape, but naming nothing that exists. */
  readonly example: () => unknown
  /** The names of all its fields, those too that an example leaves out. */
  readonly fields: () => readonly string[]
}

export const endpoints: readonly Endpoint[] = walk(contract, [])

function walk(node: unknown, path: readonly string[]): readonly Endpoint[] {
  if (isContractProcedure(node)) return [toEndpoint(node, path.join('.') as EndpointName)]
  return Object.entries(node as object).flatMap(([key, inner]) => walk(inner, [...path, key]))
}

function toEndpoint(procedure: Parameters<typeof isContractProcedure>[0], name: EndpointName): Endpoint {
  if (!isContractProcedure(procedure)) throw new Error(`${name} is no endpoint`)
  const { route, inputSchema } = procedure['~orpc']
  const schemaOf = () =>
    inputSchema instanceof z.ZodType
      ? (z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as Schema)
      : undefined
  return {
    name,
    method: route.method ?? 'POST',
    path: route.path ?? '',
    example: () => {
      const schema = schemaOf()
      return schema && exampleOf(schema)
    },
    fields: () => Object.keys(schemaOf()?.properties ?? {}),
  }
}
