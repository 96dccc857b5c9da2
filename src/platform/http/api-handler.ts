/** oRPC's handler, tamed: errors come out as they were thrown, queries are read by their schema, nothing else. */
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import type { AnyProcedure, Router } from '@orpc/server'
import { experimental_ZodSmartCoercionPlugin as CoercionPlugin } from '@orpc/zod/zod4'
import { AppError } from '../../kernel/errors.ts'
import { refuseUnstorable } from './plain-input.ts'

/** What one run through the handler leaves behind. Part of the context under the key `run`. */
export type Run = { endpoint?: string; called: boolean; thrown?: { readonly error: unknown } }

export type WithRun = { readonly run: Run }

export type ApiHandler<Given extends WithRun> = (
  request: Request,
  context: Given,
) => Promise<Response | undefined>

/**
 * @param router implements the whole contract over the context
 * @returns a handler that answers, or throws what an endpoint threw, or is undefined when there is no such endpoint
 */
// biome-ignore lint/suspicious/noExplicitAny: oRPC's own word for "a router of any contract"
export function createApiHandler<Given extends WithRun>(router: Router<any, Given>): ApiHandler<Given> {
  const handler = new OpenAPIHandler<Given>(router, {
    plugins: [new QueryCoercion<Given>()],
    interceptors: [
      async (options) => {
        try {
          return await options.next()
        } catch (error) {
          options.context.run.thrown = { error }
          throw error
        }
      },
    ],
    clientInterceptors: [
      (options) => {
        options.context.run.called = true
        options.context.run.endpoint = options.path.join('.')
        refuseUnstorable(options.input)
        return options.next()
      },
    ],
  })
  return async (request, context) => {
    // biome-ignore lint/suspicious/noExplicitAny: the handler's conditional type for contexts cannot be met by a type parameter
    const { matched, response } = await handler.handle(request, { prefix: '/api', context } as any)
    const { thrown, called } = context.run
    if (thrown)
      throw called || thrown.error instanceof AppError ? thrown.error : new AppError('malformed-body')
    return matched ? response : undefined
  }
}

/** A query is text: its numbers and booleans are read by the schema. JSON bodies stay as strict as they are. */
class QueryCoercion<Given extends WithRun> extends CoercionPlugin<Given> {
  override init(options: Parameters<CoercionPlugin<Given>['init']>[0]): void {
    const own: typeof options = {}
    super.init(own)
    const [coerce] = own.clientInterceptors ?? []
    options.clientInterceptors ??= []
    if (coerce)
      options.clientInterceptors.unshift((call) => (isQuery(call.procedure) ? coerce(call) : call.next()))
  }
}

function isQuery(procedure: AnyProcedure): boolean {
  return (procedure['~orpc'].route.method ?? 'POST') === 'GET'
}
