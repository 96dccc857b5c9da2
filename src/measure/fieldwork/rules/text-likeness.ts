/** How alike two comments are, whatever their capitals and punctuation. */

function words(text: string): readonly string[] {
  return text.toLocaleLowerCase('nb').match(/[\p{L}\p{N}]+/gu) ?? []
}

export function wordCount(text: string): number {
  return words(text).length
}

function trigrams(text: string): ReadonlySet<string> {
  const joined = ` ${words(text).join(' ')} `
  return new Set(Array.from({ length: Math.max(0, joined.length - 2) }, (_, at) => joined.slice(at, at + 3)))
}

/**
 * Jaccard similarity of the sets of three-letter pieces, 0 to 1 (Broder 1997, shingling).
 *
 * @example alikeness('Hun var vennlig!', 'hun var vennlig') // 1
 */
export function alikeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  const shared = [...left].filter((piece) => right.has(piece)).length
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}
