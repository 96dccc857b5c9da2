/** Reads a body whole and within limits before anything looks at it, so that a huge one costs nothing. */
import { AppError } from '../../kernel/errors.ts'

/** Bytes of a JSON document; a larger thing is a file. */
export const jsonLimit = 1024 * 1024
/** Bytes of an upload. */
export const uploadLimit = 20 * 1024 * 1024

/** The same request with its body in memory, and the body itself. A request without a body passes unchanged. */
export async function withBody(request: Request): Promise<{ request: Request; bytes: Uint8Array }> {
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) {
    return { request, bytes: new Uint8Array() }
  }
  const bytes = await readWithin(request, limitOf(request))
  if (bytes.length > 0) contentKind(request)
  const { method, headers, signal } = request
  const body = bytes.length > 0 ? new Uint8Array(bytes) : null
  return { request: new Request(request.url, { method, headers, signal, body }), bytes }
}

function limitOf(request: Request): number {
  return request.headers.get('content-type')?.startsWith('multipart/form-data') ? uploadLimit : jsonLimit
}

/** @throws AppError unsupported-content for anything but JSON and uploads: a form of another site is neither */
function contentKind(request: Request): void {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' && type !== 'multipart/form-data') throw new AppError('unsupported-content')
}

async function readWithin(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new AppError('too-large', { limitBytes: limit })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
