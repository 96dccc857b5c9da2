/** Accounts and sessions: who holds this cookie, and is this the right password? Knows no organisation and no role. */
import { AppError } from '../../kernel/errors.ts'
import { findAccount } from './account-store.ts'
import { type AuthOptions, openBetterAuth } from './better-auth.ts'
import {
  countAttempt,
  forgetAttempts,
  forgetOldAttempts,
  type Guarded,
  takeBackAttempt,
} from './guard-store.ts'
import { accountLockOut, addressLockOut } from './lock-out.ts'
import {
  endSession,
  endSessions,
  forgetOldSessions,
  openSessions,
  sessionOfToken,
  setActiveOrganisation,
} from './session-store.ts'

export type Auth = ReturnType<typeof createAuth>

export type Session = {
  readonly sessionId: string
  readonly userId: string
  readonly activeOrganisationId: string | undefined
}

export type SignedIn = {
  readonly userId: string
  readonly sessionId: string
  readonly cookies: readonly string[]
}

export type Credentials = { readonly email: string; readonly password: string }

/** Where an attempt comes from, for the limits. */
export type Origin = { readonly headers: Headers; readonly address: string; readonly now: Date }

export function createAuth(options: AuthOptions) {
  const { db } = options
  const auth = openBetterAuth(options)

  /** Runs a check of a password under the lock-outs of the account and of the address. */
  async function guarded<T>(email: string, origin: Origin, check: () => Promise<T | undefined>): Promise<T> {
    const account: Guarded = { kind: 'account', name: email.toLowerCase(), rule: accountLockOut }
    const address: Guarded = { kind: 'address', name: origin.address, rule: addressLockOut }
    for (const guard of [address, account]) {
      const seconds = await countAttempt(db, guard, origin.now)
      if (seconds > 0) throw new AppError('sign-in-locked', { seconds })
    }
    const found = await check()
    if (found === undefined) throw new AppError('sign-in-failed')
    await forgetAttempts(db, account)
    await takeBackAttempt(db, address)
    return found
  }

  async function checkPassword({ email, password }: Credentials, origin: Origin): Promise<string> {
    return guarded(email, origin, async () => {
      const { internalAdapter, password: passwords } = await auth.$context
      const found = await internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true })
      const hash = found?.accounts.find((account) => account.providerId === 'credential')?.password
      // The same work when there is nobody, so that the time taken does not tell.
      if (!found || !hash) return void (await passwords.hash(password))
      return (await passwords.verify({ hash, password })) ? found.user.id : undefined
    })
  }

  return {
    checkPassword,

    /**
     * Checks the password and opens a session; answers the account and the cookies to set.
     *
     * @throws AppError sign-in-failed · sign-in-locked with the seconds to wait, whether or not the account exists
     */
    async signIn(credentials: Credentials, origin: Origin): Promise<SignedIn> {
      return guarded(credentials.email, origin, async () => {
        try {
          const answer = await auth.api.signInEmail({
            body: { email: credentials.email, password: credentials.password },
            headers: origin.headers,
            returnHeaders: true,
          })
          const { user, token } = answer.response
          const sessionId = await sessionOfToken(db, token)
          return { userId: user.id, sessionId, cookies: answer.headers.getSetCookie() }
        } catch (error) {
          if (isRefusal(error)) return undefined
          throw error
        }
      })
    },

    /** The session behind the request's cookie, with cookies to set when it was prolonged. */
    async sessionOf(headers: Headers): Promise<{ session: Session; cookies: string[] } | undefined> {
      if (!headers.has('cookie')) return undefined
      const answer = await auth.api.getSession({ headers, returnHeaders: true })
      if (!answer.response) return undefined
      const { session } = answer.response
      return {
        session: {
          sessionId: session.id,
          userId: session.userId,
          activeOrganisationId: session.activeOrganisationId ?? undefined,
        },
        cookies: answer.headers.getSetCookie(),
      }
    },

    /** Ends the session of the request; answers the cookies that clear it. */
    async signOut(headers: Headers): Promise<string[]> {
      const answer = await auth.api.signOut({ headers, returnHeaders: true })
      return answer.headers.getSetCookie()
    },

    openSessions: (userId: string, now: Date) => openSessions(db, userId, now),
    endSession: (userId: string, sessionId: string) => endSession(db, userId, sessionId),
    endAllSessions: (userId: string) => endSessions(db, userId),
    setActiveOrganisation: (sessionId: string, organisationId: string) =>
      setActiveOrganisation(db, sessionId, organisationId),

    /** A password as it is kept. The same hash may serve several demo accounts; scrypt is meant to be slow. */
    async hashPassword(password: string): Promise<string> {
      return (await auth.$context).password.hash(password)
    },

    findAccount: (email: string) => findAccount(db, email),

    /** Removes sessions and failed attempts whose time is over. */
    async forgetOld(now: Date): Promise<void> {
      await forgetOldSessions(db, now)
      await forgetOldAttempts(db, now)
    },

    /** Sets a new password; the session that asked stays, every other session of the account ends. */
    async changePassword(session: Session, password: string): Promise<void> {
      const { internalAdapter, password: passwords } = await auth.$context
      await internalAdapter.updatePassword(session.userId, await passwords.hash(password))
      await endSessions(db, session.userId, session.sessionId)
    },
  }
}

/** better-auth throws an APIError with a 4xx status for a wrong e-mail or password; anything else is a fault. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500
}
