/** How far each letter of a TrueType font moves on, read from the font file (OpenType 1.9: cmap 4, hhea, hmtx, head). */

/** Width of a letter in ems; a letter that the font lacks counts as a whole em. */
export type Advances = (codePoint: number) => number

/** @throws Error for a file that is no TrueType font with a Unicode map of format 4 */
export function readAdvances(file: Uint8Array): Advances {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tableAt = (tag: string): number => {
    for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
      if (String.fromCharCode(...file.subarray(at, at + 4)) === tag) return view.getUint32(at + 8)
    }
    throw new Error(`the font has no table ${tag}`)
  }
  const unitsPerEm = view.getUint16(tableAt('head') + 18)
  const longMetrics = view.getUint16(tableAt('hhea') + 34)
  const metrics = tableAt('hmtx')
  const glyphOf = readMap(view, tableAt('cmap'))
  return (codePoint) => {
    const glyph = glyphOf.get(codePoint)
    if (glyph === undefined) return 1
    return view.getUint16(metrics + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm
  }
}

function readMap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) =>
    view.getUint32(cmap + 4 + 8 * index + 4),
  )
  const offset = subtables.find((one) => view.getUint16(cmap + one) === 4)
  if (offset === undefined) throw new Error('the font has no map of format 4')
  const start = cmap + offset
  const segments = view.getUint16(start + 6) / 2
  const field = (group: number, segment: number) => start + 14 + 2 * (group * segments + segment)
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < segments; segment++) {
    const last = view.getUint16(field(0, segment))
    // Two bytes lie between the ends and the beginnings of the segments.
    const first = view.getUint16(field(1, segment) + 2)
    const delta = view.getUint16(field(2, segment) + 2)
    const rangeAt = field(3, segment) + 2
    const range = view.getUint16(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first))
      if (raw !== 0 || range === 0) glyphs.set(code, (raw + delta) & 0xffff)
    }
  }
  return glyphs
}
