/**
 * Widths and heights of a report's tables, worked out before Typst sets them. Left to itself Typst sets every cell
 * three times: for its column's width, for its row's height and for good; a table with its tracks given takes a
 * third of that.
 */
import type { Block, Cell, Column, ReportDocument, TableBlock } from '../contract.ts'
import type { Advances } from './font-advances.ts'

export type Typefaces = { readonly regular: Advances; readonly strong: Advances }

export type Tracks = {
  /** In points; null for a column that shares what is left. */
  readonly widths: readonly (number | null)[]
  /** Which rows hold only cells of one line. */
  readonly oneLine: readonly boolean[]
}

/** As in report.typ: A4 less its two margins of 22 mm, and the sizes that a table sets. */
const textWidth = ((210 - 2 * 22) / 25.4) * 72
const between = 5
const headSize = 7.5
const sizeOf = ({ rows }: TableBlock): number => (rows.length > 12 ? 8.5 : 9)
/** Inter's tabular figures and signs, which columns of numbers are set in. */
const figure = 0.6485
/** Room for rounding, in points; Inter's kerning moves letters together. */
const spare = 0.2

/** The same document with tracks in its tables, wherever the texts leave room for them. */
export function withTracks(document: ReportDocument, faces: Typefaces) {
  const track = (block: Block) => {
    const tracks = block.kind === 'table' ? tableTracks(block, faces) : undefined
    return tracks ? { ...block, tracks } : block
  }
  return {
    ...document,
    cover: document.cover.map(track),
    sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(track) })),
  }
}

/**
 * Undefined where the texts of the columns without a share need more than the page's width: Typst then shrinks them.
 *
 * @example tableTracks(oneNumberColumn, faces) // { widths: [24.6], oneLine: [true] }
 */
export function tableTracks(table: TableBlock, faces: Typefaces): Tracks | undefined {
  const { columns, rows } = table
  const size = sizeOf(table)
  const indent = (at: number) => (at === 0 ? 0 : between) + (at === columns.length - 1 ? 0 : between)
  const widths = columns.map((column, at) => {
    if (column.share !== undefined) return null
    const cells = rows.map((row) => cellWidth(row[at]!, column, { size, faces }))
    const head = textWidthOf(column.header, faces.regular) * headSize
    return Math.max(head, ...cells) + spare + indent(at)
  })
  const left = textWidth - widths.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  if (left < 0) return undefined
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0)
  const fits = (cell: Cell, at: number) => {
    const { share } = columns[at]!
    if (share === undefined || cell.marks) return true
    return cellWidth(cell, columns[at]!, { size, faces }) + spare <= (left * share) / shares - indent(at)
  }
  return { widths, oneLine: rows.map((row) => row.every(fits)) }
}

function cellWidth(
  { text, strong }: Cell,
  { kind }: Column,
  { size, faces }: { readonly size: number; readonly faces: Typefaces },
): number {
  const advances = strong ? faces.strong : faces.regular
  return size * textWidthOf(text, advances, kind === 'number' ? figure : 0)
}

/** In ems; `least` is the width of every figure and sign in a column of numbers. */
function textWidthOf(text: string, advances: Advances, least = 0): number {
  let width = 0
  for (const letter of text) {
    const own = advances(letter.codePointAt(0)!)
    width += least > 0 && /[\d+±−]/.test(letter) ? least : own
  }
  return width
}
