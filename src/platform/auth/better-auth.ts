/**
 * better-auth, set up over our own tables. Its own HTTP paths are not served: every way in goes through the
 * contract, where rights, limits and problem answers are the same as everywhere else.
 */
import { betterAuth } from 'better-auth'
import type { Db } from '../database/index.ts'
import type { Log } from '../log/index.ts'

export type AuthOptions = {
  readonly db: Db
  readonly log: Log
  readonly publicUrl: string
  readonly secret: string
}

const day = 24 * 60 * 60

export function openBetterAuth({ db, log, publicUrl, secret }: AuthOptions) {
  return betterAuth({
    appName: 'Lyttepost',
    baseURL: publicUrl,
    basePath: '/api/sign-in',
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: {
      // A wrong password is an answer, not an event: better-auth's warnings about it would name no account anyway.
      level: 'error',
      log: (_level, message) => log.error({ part: 'sign-in' }, message),
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    advanced: {
      cookiePrefix: 'lyttepost',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    session: {
      modelName: 'sign_in_session',
      expiresIn: 14 * day,
      updateAge: day,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: {
        activeOrganisationId: {
          type: 'string',
          required: false,
          input: false,
          fieldName: 'active_organisation_id',
        },
      },
    },
    user: {
      modelName: 'sign_in_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'sign_in_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'sign_in_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
  })
}
