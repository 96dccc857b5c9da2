import { siteName } from './country.ts'

/** Do two addresses belong to one company's site? 'www.firma.no' and 'kundeservice.firma.no' do. */
export function sameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false
  const [a, b] = [new URL(one).hostname, new URL(other).hostname]
  if (a === b) return true
  const name = siteName(one)
  return name !== '' && name === siteName(other) && a.split('.').at(-1) === b.split('.').at(-1)
}
