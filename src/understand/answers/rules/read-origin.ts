/**
 * The origin of a site, as a browser names it; undefined for what is none. Plain http only on the machine itself.
 *
 * @example readOrigin('https://www.example.no/side') // 'https://www.example.no'
 */
export function readOrigin(text: string): string | undefined {
  const trimmed = text.trim()
  const url = URL.parse(trimmed.includes('://') ? trimmed : `https://${trimmed}`)
  if (url?.username !== '' || !/^[a-z\d.-]+$/i.test(url.hostname)) return undefined
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  const named = local || url.hostname.includes('.')
  return named && (url.protocol === 'https:' || (url.protocol === 'http:' && local)) ? url.origin : undefined
}
