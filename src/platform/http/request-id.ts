import { newId } from '../../kernel/ids.ts'

/** The id under which a request is found in the log: the caller's own when it is a plain word, or a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id')
  return given !== null && /^[\w.-]{8,64}$/.test(given) ? given : newId()
}
