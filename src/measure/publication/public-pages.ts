/**
 * The pages that anybody may read: no sign-in, no script, made once for each state of the results and then answered
 * from memory. What is not open and what does not exist are answered alike.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { newId } from '../../kernel/ids.ts'
import { isLanguage, type Language, languages } from '../../kernel/localized.ts'
import { type Context, scopeOfPublic } from '../../organisation/index.ts'
import { reportStyle } from '../reports/rules/html/style.ts'
import { isOpenAt, loadPublished } from './actions/load-published.ts'
import { makeOpenData } from './actions/open-data.ts'
import { chooseLanguage } from './rules/choose-language.ts'
import { stylePath, writeMissingPage, writePublicPage } from './rules/page/write-page.ts'
import { findShown, type Shown } from './store/shown-store.ts'

/** Editions kept in memory at a time, and how long at most before their results are asked for again. */
const mostKept = 40
const keptMs = 10 * 60_000

type Body = {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
  readonly etag: string
}
type Kept = {
  readonly stamp: string
  readonly until: number
  readonly pages: ReadonlyMap<Language, Body>
  zip?: Promise<File>
}

export type PublicPagesParts = Pick<Context, 'db' | 'jobs' | 'log'> & { readonly publicUrl: string }

export function publicPages(parts: PublicPagesParts): (request: Request) => Promise<Response> {
  const kept = new Map<string, Promise<Kept>>()
  const style = bodyOf('text/css; charset=utf-8', reportStyle)
  return async (request) => {
    const asked = readPath(new URL(request.url).pathname)
    const language = asked?.language ?? chooseLanguage(request.headers.get('accept-language'))
    if (new URL(request.url).pathname === stylePath) return answer(request, await style, {})
    const shown = asked && (await findShown(parts.db, asked.address))
    const now = new Date()
    if (!asked || !shown || !isOpen(shown, now)) return missing(language)
    const entry = await keptFor(parts, kept, { shown, now })
    if (asked.openData)
      return shown.licence === null ? missing(language) : zipAnswer(parts, entry, shown, now)
    const vary = asked.language ? {} : { vary: 'accept-language, accept-encoding' }
    return answer(request, entry.pages.get(language)!, { 'content-language': language, ...vary })
  }
}

type Asked = { readonly address: string; readonly language?: Language; readonly openData: boolean }

/** `/public/ADDRESS`, with a language or `open-data.zip` behind it; anything else is no page. */
function readPath(path: string): Asked | undefined {
  const [, , address = '', last, ...rest] = path.split('/')
  if (!/^[a-z0-9-]{1,120}$/.test(address) || rest.length > 0) return undefined
  if (last === undefined || last === '') return { address, openData: false }
  if (last === 'open-data.zip') return { address, openData: true }
  return isLanguage(last) ? { address, language: last, openData: false } : undefined
}

const isOpen = ({ edition, settings }: Shown, now: Date): boolean => isOpenAt(edition, settings, now)

type Wanted = { readonly shown: Shown; readonly now: Date }

/** The entry in memory while it is true; whoever asks while it is being made waits for the same one. */
async function keptFor(
  parts: PublicPagesParts,
  kept: Map<string, Promise<Kept>>,
  { shown, now }: Wanted,
): Promise<Kept> {
  const found = await kept.get(shown.editionId)
  if (found && found.stamp === shown.stamp && found.until > now.getTime()) return found
  const making = make(parts, { shown, now })
  kept.delete(shown.editionId)
  kept.set(shown.editionId, making)
  making.catch(() => kept.delete(shown.editionId))
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest)
  return making
}

async function make(parts: PublicPagesParts, { shown, now }: Wanted): Promise<Kept> {
  const { published } = await loadPublished(contextFor(parts, shown, now), shown.editionId)
  const pages = await Promise.all(
    languages.map(async (language) => {
      const html = writePublicPage(published, language, parts.publicUrl.replace(/\/$/, ''))
      return [language, await bodyOf('text/html; charset=utf-8', html)] as const
    }),
  )
  return { stamp: shown.stamp, until: now.getTime() + keptMs, pages: new Map(pages) }
}

/** In nobody's name: what is laid open is read with no role. */
function contextFor({ db, jobs, log }: PublicPagesParts, { organisationId }: Shown, now: Date): Context {
  return { scope: scopeOfPublic(organisationId), db, jobs, log, now, requestId: newId() }
}

async function zipAnswer(parts: PublicPagesParts, entry: Kept, shown: Shown, now: Date): Promise<Response> {
  const context = contextFor(parts, shown, now)
  entry.zip ??= loadPublished(context, shown.editionId).then((loaded) => makeOpenData(context, loaded))
  const file = await entry.zip.catch((error: unknown) => {
    delete entry.zip
    throw error
  })
  return new Response(await file.arrayBuffer(), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'public, max-age=300',
    },
  })
}

async function bodyOf(type: string, text: string): Promise<Body> {
  const bytes = new TextEncoder().encode(text)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { type, bytes, packed: new Uint8Array(await promisify(gzip)(bytes)), etag }
}

function answer(request: Request, body: Body, more: Readonly<Record<string, string>>): Response {
  const headers = new Headers({
    'content-type': body.type,
    'cache-control': 'public, max-age=60',
    vary: 'accept-encoding',
    etag: body.etag,
    ...more,
  })
  if (request.headers.get('if-none-match')?.includes(body.etag))
    return new Response(null, { status: 304, headers })
  const packed = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  if (packed) headers.set('content-encoding', 'gzip')
  return new Response(request.method === 'HEAD' ? null : packed ? body.packed : body.bytes, { headers })
}

function missing(language: Language): Response {
  return new Response(writeMissingPage(language), {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
