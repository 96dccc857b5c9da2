/**
 * Seeded random numbers: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, seeded through splitmix32.
 * The same seed gives the same stream on every machine, in the browser and on the server.
 */
export type Random = () => number

/** A stream of numbers in [0, 1), from a whole number or a text. */
export function seededRandom(seed: number | string): Random {
  let state = typeof seed === 'number' ? seed >>> 0 : hashText(seed)
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let t = state ^ (state >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return (t ^ (t >>> 15)) >>> 0
  }
  let [a, b, c, d] = [next(), next(), next(), 1]
  const random = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round++) random()
  return random
}

/** FNV-1a, 32 bits: a whole number from a text, the same everywhere. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** A whole number in [0, below). */
export function randomInteger(random: Random, below: number): number {
  return Math.floor(random() * below)
}

/** A new list in random order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const list = [...items]
  for (let last = list.length - 1; last > 0; last--) {
    const other = randomInteger(random, last + 1)
    const kept = list[last]!
    list[last] = list[other]!
    list[other] = kept
  }
  return list
}
