/** How alike two comments are, whatever their capitals and punctuation. */

function words(text: string): readonly string[] {
  return text.toLocaleLowerCase('nb').match(/[\p{L}\p{N}]+/gu) ?? []
}

export function wordCount(text: string): number {
  return words(text).length
}

/** A text cut into all its pieces of three letters, ready to be compared with many others. */
export type Pieces = ReadonlySet<string>

export function piecesOf(text: string): Pieces {
  const joined = ` ${words(text).join(' ')} `
  return new Set(Array.from({ length: Math.max(0, joined.length - 2) }, (_, at) => joined.slice(at, at + 3)))
}

/**
 * Jaccard similarity of the sets of pieces, 0 to 1 (Broder 1997, shingling).
 *
 * @example alikeness(piecesOf('Hun var vennlig!'), piecesOf('hun var vennlig')) // 1
 */
export function alikeness(a: Pieces, b: Pieces): number {
  let shared = 0
  for (const piece of a) if (b.has(piece)) shared += 1
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** Whether two texts are at least this alike; sizes that differ too much need no comparison. */
export function areAlike(a: Pieces, b: Pieces, atLeast: number): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  return small.size >= atLeast * large.size && alikeness(small, large) >= atLeast
}
