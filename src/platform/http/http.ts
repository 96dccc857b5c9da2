/** The outermost layer: every request gets an id, a place in the metrics, one line in the log, and safe headers. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { AppError } from '../../kernel/errors.ts'
import type { Log } from '../log/index.ts'
import type { Metrics } from '../metrics/index.ts'
import { refuseForeignOrigin } from './origin-check.ts'
import type { OverloadGuard } from './overload.ts'
import { problemResponse, toAppError } from './problem.ts'
import { requestIdOf } from './request-id.ts'
import { setSecurityHeaders } from './security-headers.ts'
import type { StaticFiles } from './static-files.ts'

/** One request on its way through the API, and what is learnt about it for the log. */
export type ApiCall = {
  readonly request: Request
  readonly requestId: string
  readonly address: string
  readonly log: Log
  /** The dotted name of the endpoint, once it is known. Logs and metrics never hold the path itself. */
  endpoint?: string
}

export type HttpParts = {
  readonly log: Log
  readonly metrics: Metrics
  readonly guard: OverloadGuard
  readonly publicUrl: string
  /** Answers a request under `/api`; undefined when there is no such endpoint. Throws what it refuses. */
  readonly api: (call: ApiCall) => Promise<Response | undefined>
  /** Whether the database answers and the migrations are in. */
  readonly ready: () => Promise<boolean>
  readonly reference: {
    readonly document: () => Promise<object>
    readonly page: () => Promise<string>
    readonly style: string
  }
  /** Pages that the server writes for everybody, under `/public`; they give way before the API does. */
  readonly pages: {
    readonly answer: (request: Request) => Promise<Response>
    readonly guard: OverloadGuard
  }
  readonly files: StaticFiles
  /** Requests that pages of other sites may make; whoever answers them checks where they come from. */
  readonly fromOthers: (request: Request) => boolean
}

export function createHttp(parts: HttpParts): Hono {
  const hono = new Hono()
  mountHealth(hono, parts)
  mountReference(hono, parts)
  hono.all('/api/*', (context) => underGuard(parts, context))
  hono.get('/public/*', (context) => underGuard(publicParts(parts), context))
  hono.all('*', async (context) => {
    const file = await parts.files(context.req.raw)
    return file ?? problemResponse(new AppError('not-found'), requestIdOf(context.req.raw.headers))
  })
  return withSafeHeaders(hono, parts.publicUrl)
}

/** Every answer, whoever made it, goes out with the same headers. */
function withSafeHeaders(hono: Hono, publicUrl: string): Hono {
  const outer = new Hono()
  outer.use(async (context, next) => {
    await next()
    setSecurityHeaders(context.res.headers, publicUrl)
  })
  return outer.route('/', hono)
}

function mountHealth(hono: Hono, { ready, metrics }: HttpParts): void {
  const health = async (context: Context) => {
    const isReady = await ready()
    return context.json({ status: isReady ? 'ready' : 'starting' }, isReady ? 200 : 503, {
      'cache-control': 'no-store',
    })
  }
  hono.get('/api/health', health)
  hono.get('/api/ready', health)
  hono.get('/api/metrics', async (context) =>
    context.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  )
}

function mountReference(hono: Hono, { reference }: HttpParts): void {
  hono.get('/api/openapi.json', async (context) => context.json(await reference.document()))
  hono.get('/api/reference', async (context) => context.html(await reference.page()))
  hono.get('/api/reference.css', (context) =>
    context.body(reference.style, 200, { 'content-type': 'text/css' }),
  )
}

/** Public pages are logged, counted and shed like the API, by a guard of their own. */
function publicParts(parts: HttpParts): HttpParts {
  const { answer, guard } = parts.pages
  return {
    ...parts,
    guard,
    api: (call) => {
      call.endpoint = 'public.page'
      return answer(call.request)
    },
  }
}

/** The overload guard around one request: an answer now, even if it is "not now". */
async function underGuard(parts: HttpParts, context: Context): Promise<Response> {
  const requestId = requestIdOf(context.req.raw.headers)
  if (!parts.guard.enter()) {
    parts.metrics.shed.inc()
    return problemResponse(new AppError('overloaded', { seconds: 2 }), requestId)
  }
  parts.metrics.inFlight.set(parts.guard.inFlight())
  try {
    return await observed(parts, context.req.raw, { requestId, address: addressOf(context) })
  } finally {
    parts.guard.leave()
    parts.metrics.inFlight.set(parts.guard.inFlight())
  }
}

async function observed(
  parts: HttpParts,
  request: Request,
  { requestId, address }: { requestId: string; address: string },
): Promise<Response> {
  const started = performance.now()
  const log = parts.log.child({ requestId })
  const call: ApiCall = { request, requestId, address, log }
  const response = await answered(parts, call)
  const seconds = (performance.now() - started) / 1000
  const endpoint = call.endpoint ?? 'none'
  parts.metrics.requests.observe({ endpoint, status: response.status }, seconds)
  log.info(
    { endpoint, method: request.method, status: response.status, ms: Math.round(seconds * 1e4) / 10 },
    'request',
  )
  return withRequestId(response, requestId)
}

async function answered(parts: HttpParts, call: ApiCall): Promise<Response> {
  try {
    if (!parts.fromOthers(call.request)) refuseForeignOrigin(call.request, parts.publicUrl)
    const response = await parts.api(call)
    if (!response) throw new AppError('not-found')
    return response
  } catch (thrown) {
    return refusalOf(thrown, call)
  }
}

/** The answer to what was thrown. A bug is logged whole, and told by its id alone. */
export function refusalOf(thrown: unknown, call: Pick<ApiCall, 'log' | 'requestId' | 'endpoint'>): Response {
  const error = toAppError(thrown)
  if (error.code === 'internal') call.log.error({ err: thrown, endpoint: call.endpoint }, 'fault')
  return problemResponse(error, call.requestId)
}

function withRequestId(response: Response, requestId: string): Response {
  response.headers.set('x-request-id', requestId)
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return response
}

/** The other end of the connection; empty for a request that was made without one. */
function addressOf(context: Context): string {
  return context.env?.incoming ? (getConnInfo(context).remote.address ?? '') : ''
}
