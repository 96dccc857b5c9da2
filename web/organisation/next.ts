/**
 * Where to go after signing in: a path of this site, never another one. `//evil.no` and `/\evil.no` are
 * addresses of other sites to a browser.
 *
 * @example safeNext('/measure?class=bank') // '/measure?class=bank'
 * @example safeNext('//evil.no') // '/'
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/'
  const here = 'https://here.invalid'
  return URL.canParse(next, here) && new URL(next, here).origin === here ? next : '/'
}
