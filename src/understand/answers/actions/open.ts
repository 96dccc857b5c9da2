/**
 * What programs and pages of others read: with a key of the organisation, or without one where its editor has opened
 * the answers. Every answer has an ETag of the answers' state, so that asking again costs next to nothing.
 */
import { AppError } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/localized.ts'
import { type Scope, type SignInContext, scopeOfPublic } from '../../../organisation/index.ts'
import { countAttempt, type LockOut } from '../../../platform/auth/index.ts'
import type { UseAct } from '../rules/answer-words.ts'
import { showAnswer } from '../rules/public-answer.ts'
import { stampOf } from '../rules/stamp.ts'
import { publishedOf } from '../search/published.ts'
import { loadSettings, type StoredSettings } from '../store/settings-store.ts'
import { countUse } from '../store/use-store.ts'
import { type ExportFormat, exportAnswers, shownAnswers } from './export.ts'
import { countEnded, hitsIn, today } from './find.ts'

/** With a scope when a session or a key stands behind the request. */
export type OpenContext = Pick<SignInContext, 'db' | 'now' | 'arrival' | 'publicUrl'> & {
  readonly scope?: Scope | undefined
}

type Asked = { readonly organisation?: string | undefined; readonly language: Language }

type Reader = {
  readonly scope: Scope
  readonly db: SignInContext['db']
  readonly headers: Record<string, string>
}

/** @throws AppError answers-not-open alike for an organisation that is closed and for one that is not there */
async function readerOf(context: OpenContext, organisation: string | undefined): Promise<Reader> {
  const { scope, db } = context
  const own = mayRead(scope) && (organisation === undefined || organisation === scope.organisationId)
  const organisationId = own ? scope.organisationId : organisation
  if (organisationId === undefined) throw new AppError('answers-not-open')
  const settings = await loadSettings({ organisationId }, db)
  const headers = originHeaders(context, settings)
  if (own) return { scope, db, headers }
  if (!settings.open) throw new AppError('answers-not-open')
  return { scope: scopeOfPublic(organisationId), db, headers }
}

const readers: readonly string[] = ['agent', 'editor', 'manager', 'admin']

/** A program with a key for the answers, or a signed-in person who works with them. */
function mayRead(scope: Scope | undefined): scope is Scope {
  if (scope === undefined) return false
  return scope.apiKey?.scopes.includes('answers:read') ?? scope.roles.some((role) => readers.includes(role))
}

/** Only pages that the organisation has named may read it from a browser. */
function originHeaders({ arrival }: OpenContext, { origins }: StoredSettings): Record<string, string> {
  const origin = arrival.headers.get('origin')
  const allowed: Record<string, string> =
    origin !== null && origins.includes(origin) ? { 'access-control-allow-origin': origin } : {}
  return { vary: 'origin, authorization, accept-encoding', ...allowed }
}

type Answered<Body> =
  | { status: 200; headers: Record<string, string>; body: Body }
  | { status: 304; headers: Record<string, string> }

/** The body, unless the asker has it already. */
async function cachedBy<Body>(
  context: OpenContext,
  { scope, db, headers }: Reader,
  { parts, make }: { readonly parts: readonly string[]; readonly make: () => Promise<Body> },
): Promise<Answered<Body>> {
  const { state } = await publishedOf(scope, db)
  const etag = `"${stampOf([scope.organisationId, state, ...parts].join('\n'))}"`
  const cache = { ...headers, etag, 'cache-control': `${context.scope ? 'private' : 'public'}, max-age=60` }
  const has = context.arrival.headers
    .get('if-none-match')
    ?.split(/\s*,\s*/)
    .some((each) => each.replace(/^W\//, '') === etag)
  return has ? { status: 304, headers: cache } : { status: 200, headers: cache, body: await make() }
}

export async function listOpen(context: OpenContext, { organisation, language }: Asked) {
  const reader = await readerOf(context, organisation)
  const make = async () => ({ language, items: [...(await shownAnswers(reader, language, 'json'))] })
  return cachedBy(context, reader, { parts: ['list', language], make })
}

/** @throws AppError not-found */
export async function getOpen(
  context: OpenContext,
  { organisation, language, answerId }: Asked & { readonly answerId: string },
) {
  const reader = await readerOf(context, organisation)
  const { answers, shared } = await publishedOf(reader.scope, reader.db)
  const answer = answers.get(answerId)
  if (!answer) throw new AppError('not-found')
  return cachedBy(context, reader, {
    parts: ['one', language, answerId],
    make: async () => showAnswer(answer, { language, shared }),
  })
}

export async function exportOpen(
  context: OpenContext,
  { organisation, language, format }: Asked & { readonly format: ExportFormat },
) {
  const reader = await readerOf(context, organisation)
  return cachedBy(context, reader, {
    parts: ['export', language, format],
    make: () => exportAnswers(reader, { format, language }),
  })
}

const mostHits = 6

export async function searchOpen(
  context: OpenContext,
  { organisation, language, q }: Asked & { readonly q: string },
) {
  const reader = await readerOf(context, organisation)
  const published = await publishedOf(reader.scope, reader.db)
  const make = async () => ({
    items: hitsIn(published, { q, limit: mostHits, language }).flatMap(({ answerId }) => {
      const answer = published.answers.get(answerId)
      if (!answer) return []
      const { title, html } = showAnswer(answer, { language, shared: published.shared })
      return [{ answerId, title, html }]
    }),
  })
  return cachedBy(context, reader, { parts: ['search', language, q], make })
}

/** From one address: plenty for a person, little for a program that wants to fill the lists. */
const perAddress: LockOut = { free: 60, firstLockSeconds: 60, longestLockSeconds: 3600, forgetSeconds: 600 }

type Noted = {
  readonly organisation: string
  readonly answerId?: string | undefined
  readonly act?: UseAct | undefined
  readonly q?: string | undefined
}

/**
 * From a page of others: an answer helped or did not, or a search led to nothing.
 *
 * @throws AppError answers-not-open · foreign-origin from a page that has not been named · too-many-requests · not-found
 */
export async function noteOpen(context: OpenContext, { organisation, answerId, act, q }: Noted) {
  const { db, now, arrival } = context
  const reader = await readerOf(context, organisation)
  refuseUnnamedOrigin(context, reader)
  const guarded = { kind: 'address', name: `answers ${arrival.address}`, rule: perAddress } as const
  const wait = await countAttempt(db, guarded, now)
  if (wait > 0) throw new AppError('too-many-requests', { seconds: wait })
  if (answerId !== undefined && act !== undefined) {
    const { answers } = await publishedOf(reader.scope, db)
    if (!answers.has(answerId)) throw new AppError('not-found')
    await countUse(reader.scope, db, { day: today(context), answerId, place: 'widget', act })
  }
  if (q !== undefined) {
    const { index } = await publishedOf(reader.scope, db)
    const found = index.search(q, 1).length
    await countEnded(
      { ...reader, now },
      { query: q, found, act: act === undefined ? null : 'opened', place: 'widget' },
    )
  }
  return { status: 200 as const, headers: reader.headers, body: {} }
}

/** A browser names the page's origin on every write; programs name none. */
function refuseUnnamedOrigin({ arrival, publicUrl }: OpenContext, { headers }: Reader): void {
  const origin = arrival.headers.get('origin')
  if (origin === null || headers['access-control-allow-origin'] === origin) return
  const own = origin === new URL(publicUrl).origin || URL.parse(origin)?.host === arrival.headers.get('host')
  if (!own) throw new AppError('foreign-origin')
}
