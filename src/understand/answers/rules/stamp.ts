/**
 * A short name for a text: the same text has the same one, on every machine. cyrb53 (public domain, 53 bits) with
 * two seeds, so that two texts of one organisation never share it by chance.
 *
 * @example stampOf('a') === stampOf('a') // true
 */
export function stampOf(text: string): string {
  return [0, 0x5bd1e995].map((seed) => cyrb53(text, seed).toString(36).padStart(11, '0')).join('')
}

function cyrb53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
