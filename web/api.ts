import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { notifyManager, QueryClient } from '@tanstack/react-query'
import { type Contract, contract } from '../src/contract.ts'
import { ProblemError, problemFrom } from './problem.ts'
import { noteAnswer, noteNoAnswer } from './server-contact.ts'

/** Fetches on our own origin and turns every refusal into a ProblemError with its code. */
async function fetchOrRefuse(request: Request): Promise<Response> {
  const sentAt = Date.now()
  const response = await fetch(request, { credentials: 'same-origin' }).catch((error: unknown) => {
    if (request.signal.aborted) throw error
    noteNoAnswer()
    throw new ProblemError('offline', 0)
  })
  noteAnswer(response, sentAt)
  if (!response.ok) throw await problemFrom(response)
  return response
}

const link = new OpenAPILink(contract, {
  url: () => `${window.location.origin}/api`,
  fetch: (request) => fetchOrRefuse(request),
})

/** Every endpoint as a function: `await client.organisation.people.list()`. */
export const client: JsonifiedClient<ContractRouterClient<Contract>> = createORPCClient(link)

/** Every endpoint as TanStack Query options: `useQuery(api.organisation.people.list.queryOptions())`. */
export const api = createTanstackQueryUtils(client)

// What has changed is drawn in the same frame as the rest of a step, not one frame later.
notifyManager.setScheduler(queueMicrotask)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal will be refused again; only a lost connection or an overloaded server is worth a second try.
      retry: (failures, error) =>
        failures < 2 &&
        error instanceof ProblemError &&
        (error.code === 'offline' || error.code === 'overloaded'),
    },
  },
})
