/** Refuses a write that another site makes in a signed-in person's browser; beside the same-site cookie. */
import { AppError } from '../../kernel/errors.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser names the page's origin on every write. Programs name none, and carry no cookie of a browser.
 *
 * @throws AppError foreign-origin
 */
export function refuseForeignOrigin(request: Request, publicUrl: string): void {
  if (safeMethods.has(request.method)) return
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === null ? site === 'cross-site' || site === 'same-site' : !isOwn(origin, request, publicUrl)) {
    throw new AppError('foreign-origin')
  }
}

function isOwn(origin: string, request: Request, publicUrl: string): boolean {
  return origin === new URL(publicUrl).origin || URL.parse(origin)?.host === request.headers.get('host')
}
