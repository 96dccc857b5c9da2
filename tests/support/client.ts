/** The typed client of the API for tests: one function for each endpoint, over real HTTP. */
import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { type Contract, contract } from '../../src/contract.ts'
import type { ErrorCode } from '../../src/kernel/errors.ts'
import type { Problem } from '../../src/platform/http/contract.ts'

export type Client = JsonifiedClient<ContractRouterClient<Contract>>

export type ClientOptions = {
  /** Where the product is, such as `https://lyttepost.example.no`; the page's own origin in a browser. */
  readonly url: string
  /** Headers of every request, such as a cookie in a test. */
  readonly headers?: () => Record<string, string>
  readonly fetch?: typeof fetch
}

/** @example const client = createClient({ url: location.origin }); await client.organisation.me() */
export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? fetch
  const link = new OpenAPILink(contract, {
    url: `${options.url}/api`,
    headers: options.headers ?? (() => ({})),
    fetch: async (request, init) => asJson(await send(request, { ...init, credentials: 'same-origin' })),
    customErrorResponseBodyDecoder: (body) => (isProblem(body) ? refusal(body) : undefined),
  })
  return createORPCClient(link)
}

/** The problem behind an error that the client threw; undefined for anything else, such as a lost connection. */
export function problemOf(error: unknown): (Problem & { readonly code: ErrorCode }) | undefined {
  return error instanceof ORPCError && isProblem(error.data)
    ? (error.data as Problem & { code: ErrorCode })
    : undefined
}

function refusal(problem: Problem): ORPCError<string, Problem> {
  return new ORPCError(problem.code, { status: problem.status, message: problem.title, data: problem })
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body
}

/** The client reads JSON by its plain name only. */
function asJson(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response
  const headers = new Headers(response.headers)
  headers.set('content-type', 'application/json')
  return new Response(response.body, { status: response.status, headers })
}
