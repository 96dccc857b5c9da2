/** The built web app: hashed files for ever, the rest checked each time; compressed once, at first use. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
}
const compressible = new Set(['html', 'js', 'css', 'json', 'svg', 'txt', 'webmanifest'])

/** Files that pages of other sites load. */
const forOthers = new Set(['/answer-widget.js'])

type WebFile = {
  readonly path: string
  readonly ending: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly etag: string
  readonly compressed: Map<string, Promise<Uint8Array<ArrayBuffer>>>
}

export type StaticFiles = (request: Request) => Promise<Response | undefined>

/**
 * Reads the folder once. A path that names no file is a page of the app and gets `index.html`; one with a file's
 * ending is a missing file. An address of a page may hold a dot: an invitation's token does.
 */
export function staticFiles(folder: string): StaticFiles {
  // Read when they are first asked for: while the server starts they may still be built.
  let read: ReadonlyMap<string, WebFile> | undefined
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    read ??= readFiles(folder)
    const files = read
    const path = new URL(request.url).pathname
    const found = files.get(path)
    if (!found && Object.hasOwn(types, path.split('.').at(-1) ?? '')) return undefined
    const file = found ?? files.get('/index.html')
    return file && answer(file, request)
  }
}

function readFiles(folder: string): ReadonlyMap<string, WebFile> {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const path = `/${relative(folder, file).split(sep).join('/')}`
      const bytes = new Uint8Array(readFileSync(file))
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
      const ending = path.split('.').at(-1) ?? ''
      return [path, { path, ending, bytes, etag, compressed: new Map() }]
    }),
  )
}

async function answer(file: WebFile, request: Request): Promise<Response> {
  const headers = new Headers({
    'content-type': types[file.ending] ?? 'application/octet-stream',
    'cache-control': file.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  })
  if (forOthers.has(file.path)) headers.set('cross-origin-resource-policy', 'cross-origin')
  if (request.headers.get('if-none-match')?.includes(file.etag))
    return new Response(null, { status: 304, headers })
  const encoding = compressible.has(file.ending) ? acceptedEncoding(request) : undefined
  const body = encoding ? await compressed(file, encoding) : file.bytes
  if (encoding) headers.set('content-encoding', encoding)
  headers.set('content-length', String(body.length))
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

function acceptedEncoding(request: Request): 'br' | 'gzip' | undefined {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

function compressed(file: WebFile, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.compressed.get(encoding)
  if (known) return known
  const made = (encoding === 'br' ? brotli(file.bytes) : promisify(gzip)(file.bytes)).then(
    (bytes) => new Uint8Array(bytes),
  )
  file.compressed.set(encoding, made)
  return made
}

/** Quality 5: nearly the size of the best and a tenth of its time. */
function brotli(bytes: Uint8Array): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
