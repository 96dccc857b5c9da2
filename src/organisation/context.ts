import type { Auth, Session } from '../platform/auth/index.ts'
import type { Db } from '../platform/database/index.ts'
import type { Jobs } from '../platform/jobs/index.ts'
import type { Log } from '../platform/log/index.ts'
import type { Mail } from '../platform/mail/index.ts'
import type { Scope } from './scope.ts'

/** What an action is given: who asks and where, the database, the time of the request, and the ways out. */
export type Context = {
  readonly scope: Scope
  readonly db: Db
  readonly now: Date
  readonly jobs: Jobs
  readonly requestId: string
  readonly log: Log
}

/** The context of an endpoint that anybody may call: there is nobody in it. */
export type PublicContext = Omit<Context, 'scope'>

/** What signing in needs on top: the request as it arrived, and a way to set cookies on the answer. */
export type SignInContext = PublicContext & {
  readonly auth: Auth
  readonly mail: Mail
  readonly publicUrl: string
  readonly arrival: { readonly headers: Headers; readonly address: string }
  readonly setCookies: (cookies: readonly string[]) => void
}

/** The context of a signed-in person's own session. */
export type SessionContext = SignInContext & Context & { readonly session: Session }
