/**
 * One spelling of whoever asked, so that the same customer has the same key in every source: an e-mail address, a
 * telephone number in E.164 (ITU-T), or a customer number. The keyed hash is made of it; it is never stored.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

export const customerKinds = ['auto', 'email', 'phone', 'number'] as const
/** What a source's customer column holds; `auto` looks at each value. */
export type CustomerKind = (typeof customerKinds)[number]

/**
 * @returns the kind and the one spelling, with the kind in front; undefined when nobody is named
 * @example customerName('Kari <Kari@Eksempel.no>') // 'e:kari@eksempel.no'
 * @example customerName('0047 22 22 55 55') // 'p:+4722225555'
 * @example customerName('kunde 12-345', 'number') // 'n:KUNDE12345'
 */
export function customerName(written: string, kind: CustomerKind = 'auto'): string | undefined {
  const plain = written.normalize('NFKC').trim()
  if (plain === '') return undefined
  if (kind === 'email' || (kind === 'auto' && plain.includes('@')))
    return emailName(plain) ?? numberName(plain)
  if (kind === 'phone' || kind === 'auto') return phoneName(plain, kind) ?? numberName(plain)
  return numberName(plain)
}

function emailName(plain: string): string | undefined {
  const address = /<([^<>]*)>\s*$/.exec(plain)?.[1] ?? plain
  const bare = address
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(bare) ? `e:${bare}` : undefined
}

/** A number that is surely one in `auto`: valid in its country, or written with its country. */
function phoneName(plain: string, kind: CustomerKind): string | undefined {
  const bare = plain.replace(/^tel:/i, '').replace(/^00/, '+')
  if (!/^[+\d\s().\-/]+$/.test(bare)) return undefined
  const number = parsePhoneNumberFromString(bare, 'NO')
  if (!number) return undefined
  return number.isValid() || (kind === 'phone' && number.isPossible()) ? `p:${number.number}` : undefined
}

function numberName(plain: string): string | undefined {
  const bare = plain.toUpperCase().replace(/[^\p{L}\p{N}@]/gu, '')
  return bare === '' ? undefined : `n:${bare}`
}
