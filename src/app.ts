/** Puts the product together: the only file that knows every feature. */
import { implement } from '@orpc/server'
import { contract } from './contract.ts'
import { AppError } from './kernel/errors.ts'
import { toLocal } from './kernel/zone.ts'
import { intakeListeners } from './listeners.ts'
import { appealsRoutes } from './measure/appeals/index.ts'
import { codingRoutes } from './measure/coding/index.ts'
import { editionRoutes } from './measure/edition/index.ts'
import { expectationsRoutes } from './measure/expectations/index.ts'
import { feedbackRoutes } from './measure/feedback/index.ts'
import { fieldworkRoutes } from './measure/fieldwork/index.ts'
import { insightRoutes } from './measure/insight/index.ts'
import { interchangeRoutes } from './measure/interchange/index.ts'
import { maskingRoutes } from './measure/masking/index.ts'
import { observersRoutes } from './measure/observers/index.ts'
import { participantsRoutes } from './measure/participants/index.ts'
import { planningRoutes } from './measure/planning/index.ts'
import { practiceRoutes } from './measure/practice/index.ts'
import { publicationRoutes, publicPages } from './measure/publication/index.ts'
import { qualityRoutes } from './measure/quality/index.ts'
import { reportsRoutes } from './measure/reports/index.ts'
import { resultsRoutes } from './measure/results/index.ts'
import { trendRoutes } from './measure/trend/index.ts'
import {
  type Entered,
  enter,
  jobRoutes,
  organisationRoutes,
  type SignInContext,
  sessionRoutes,
} from './organisation/index.ts'
import { flowRoutes } from './plan/flow/index.ts'
import { headcountRoutes } from './plan/headcount/index.ts'
import { forgetOldRequests, growUp, shiftsRoutes } from './plan/shifts/index.ts'
import { simulationRoutes } from './plan/simulation/index.ts'
import { staffingRoutes } from './plan/staffing/index.ts'
import { todayRoutes } from './plan/today/index.ts'
import { trafficRoutes } from './plan/traffic/index.ts'
import { waitingRoutes } from './plan/waiting/index.ts'
import { type Auth, createAuth } from './platform/auth/index.ts'
import type { Config } from './platform/config/index.ts'
import type { Db, OpenDatabase } from './platform/database/index.ts'
import {
  type ApiCall,
  answerOnce,
  createApiHandler,
  createHttp,
  describeApi,
  forgetOldKeys,
  guardOverload,
  idempotencyKeyOf,
  type OverloadLimits,
  overloadLimits,
  publicLimits,
  referencePage,
  referenceStyle,
  refusalOf,
  staticFiles,
  type WithRun,
  withBody,
} from './platform/http/index.ts'
import type { Jobs } from './platform/jobs/index.ts'
import type { Log } from './platform/log/index.ts'
import { createMail } from './platform/mail/index.ts'
import { createMetrics } from './platform/metrics/index.ts'
import { createSeals } from './platform/seal/index.ts'
import { keyMayCall, mayCall, rightInWords } from './rights.ts'
import { answerNotesPath, answersRoutes } from './understand/answers/index.ts'
import { improvementsRoutes } from './understand/improvements/index.ts'
import {
  forgetOldTexts,
  forgetOldUploads,
  type IntakeParts,
  intakeRoutes,
} from './understand/intake/index.ts'
import { overviewRoutes } from './understand/overview/index.ts'
import { topicsRoutes } from './understand/topics/index.ts'
import { type AlertParts, alarmWebhook, watchRoutes } from './understand/watch/index.ts'

export type AppParts = {
  readonly config: Pick<Config, 'publicUrl' | 'secret' | 'dataFolder'> &
    Partial<Pick<Config, 'mailHosts' | 'webhookHosts' | 'smtpUrl' | 'mailFrom'>>
  readonly database: OpenDatabase
  readonly jobs: Jobs
  readonly log: Log
  readonly version: string
  readonly webFolder: string
  readonly limits?: OverloadLimits
}

export type App = {
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>
  readonly auth: Auth
  /** Removes what has only been kept for a time: old sessions, failed attempts, answers to keys, files and texts. */
  readonly forgetOld: (now: Date) => Promise<void>
  readonly close: () => void
}

/** What a request brings, before its right is looked up. */
type Arrived = SignInContext & IntakeParts & AlertParts & WithRun & { readonly entered: Entered | undefined }

const dayMs = 24 * 60 * 60 * 1000

const os = implement(contract).$context<Arrived>()

/** The right of every endpoint, looked up before its input is even read. */
const checkRight = os.middleware(({ context, path, next }) => {
  const endpoint = path.join('.')
  const { scope, session } = context.entered ?? {}
  const allowed = scope?.apiKey ? keyMayCall(endpoint, scope.apiKey.scopes) : mayCall(endpoint, scope?.roles)
  if (!allowed) throw new AppError(scope ? 'not-allowed' : 'not-signed-in')
  // A public endpoint is written against a context without these two, and never sees them.
  return next({ context: { scope: scope!, session: session! } })
})

const router = os.use(checkRight).router({
  session: sessionRoutes,
  organisation: organisationRoutes,
  job: jobRoutes,
  edition: editionRoutes,
  participants: participantsRoutes,
  planning: planningRoutes,
  observers: observersRoutes,
  fieldwork: fieldworkRoutes,
  results: resultsRoutes,
  interchange: interchangeRoutes,
  quality: qualityRoutes,
  coding: codingRoutes,
  masking: maskingRoutes,
  appeals: appealsRoutes,
  publication: publicationRoutes,
  reports: reportsRoutes,
  trend: trendRoutes,
  practice: practiceRoutes,
  insight: insightRoutes,
  expectations: expectationsRoutes,
  feedback: feedbackRoutes,
  topics: topicsRoutes,
  intake: intakeRoutes,
  overview: overviewRoutes,
  answers: answersRoutes,
  improvements: improvementsRoutes,
  watch: watchRoutes,
  shifts: shiftsRoutes,
  traffic: trafficRoutes,
  today: todayRoutes,
  staffing: staffingRoutes,
  flow: flowRoutes,
  headcount: headcountRoutes,
  waiting: waitingRoutes,
  simulation: simulationRoutes,
})

export function createApp(parts: AppParts): App {
  const { config, database, log, version } = parts
  const { db } = database
  const metrics = createMetrics()
  const guard = guardOverload(parts.limits ?? overloadLimits)
  const publicGuard = guardOverload(parts.limits ?? publicLimits)
  const auth = createAuth({ db, log, publicUrl: config.publicUrl, secret: config.secret })
  const described = {
    contract,
    version,
    publicUrl: config.publicUrl,
    rightOf: rightInWords,
    webhooks: { alarm: alarmWebhook },
  }
  const document = once(() => describeApi(described))
  const http = createHttp({
    log,
    metrics,
    guard,
    publicUrl: config.publicUrl,
    api: apiOver({ ...parts, auth }),
    ready: () => answers(db),
    reference: { document, page: async () => referencePage(await document()), style: referenceStyle },
    pages: {
      answer: publicPages({ db, jobs: parts.jobs, log, publicUrl: config.publicUrl }),
      guard: publicGuard,
    },
    files: staticFiles(parts.webFolder),
    fromOthers: (request) => new URL(request.url).pathname === answerNotesPath,
  })
  const forgetOld = async (now: Date) => {
    await auth.forgetOld(now)
    await forgetOldKeys(db, now)
    await forgetOldUploads(db, new Date(now.getTime() - dayMs))
    await forgetOldTexts(db, now)
    await forgetOldRequests(db, now)
    await growUp(db, toLocal(now).date)
  }
  const close = () => {
    guard.stop()
    publicGuard.stop()
  }
  return { fetch: http.fetch, auth, forgetOld, close }
}

/** From a request to the context of its endpoint, and from the endpoint's answer to the response. */
function apiOver({ config, database, jobs, log, auth }: AppParts & { readonly auth: Auth }) {
  const { db } = database
  const handle = createApiHandler<Arrived>(router)
  const mail = createMail(config, log)
  const intake = { seals: createSeals(config.secret), intakeListeners, mailHosts: config.mailHosts ?? [] }

  return async (call: ApiCall): Promise<Response | undefined> => {
    const now = new Date()
    const entered = await enter(auth, db, { headers: call.request.headers, now })
    const { request, bytes } = await withBody(call.request)
    const cookies: string[] = [...(entered?.cookies ?? [])]
    const context: Arrived = {
      ...intake,
      webhookHosts: config.webhookHosts ?? [],
      db,
      now,
      jobs,
      auth,
      mail,
      entered,
      publicUrl: config.publicUrl,
      requestId: call.requestId,
      log: call.log,
      arrival: { headers: call.request.headers, address: call.address },
      setCookies: (set) => cookies.push(...set),
      run: { called: false },
    }
    const work = async () => {
      const response = await handle(request, context).finally(() => learnEndpoint(call, context))
      return withCookies(response, cookies)
    }
    const key = entered?.scope && idempotencyKeyOf(request)
    if (!entered?.scope || !key) return work()
    const { organisationId, personId, apiKey } = entered.scope
    const owner = { organisationId, personId: apiKey?.apiKeyId ?? personId }
    const answer = () => work().catch((thrown) => refusalOf(thrown, call))
    return answerOnce({ db, now, request, bytes, owner }, key, async () => (await answer()) ?? notFound(call))
  }
}

function notFound(call: ApiCall): Response {
  return refusalOf(new AppError('not-found'), call)
}

function learnEndpoint(call: ApiCall, { run }: WithRun): void {
  if (run.endpoint !== undefined) call.endpoint = run.endpoint
}

function withCookies(response: Response | undefined, cookies: readonly string[]): Response | undefined {
  for (const cookie of cookies) response?.headers.append('set-cookie', cookie)
  return response
}

/** Whether the database answers; the way there may be broken, which is an answer too. */
async function answers(db: Db): Promise<boolean> {
  try {
    await db.selectFrom('organisation').select('organisation_id').limit(1).execute()
    return true
  } catch {
    return false
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
