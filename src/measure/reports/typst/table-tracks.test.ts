import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TableBlock } from '../contract.ts'
import { readAdvances } from './font-advances.ts'
import { tableTracks } from './table-tracks.ts'

const font = (name: string) => readAdvances(readFileSync(new URL(`../fonts/${name}`, import.meta.url)))
const faces = { regular: font('inter-latin-regular.ttf'), strong: font('inter-latin-semibold.ttf') }
const advance = (letter: string) => faces.regular(letter.codePointAt(0)!)

describe('the widths in the font file', () => {
  // What Typst 0.14 measures of Inter at 100 pt, in ems.
  test.each([
    ['0', 0.630859375],
    ['1', 0.40673828125],
    ['W', 0.9853515625],
    ['%', 0.98193359375],
    ['–', 0.5],
    [' ', 0.28125],
  ])('%s is as wide as Typst sets it', (letter, width) => {
    expect(advance(letter)).toBeCloseTo(width, 10)
  })

  test('a semi-bold letter is wider, and one that the font lacks counts as a whole em', () => {
    expect(faces.strong(0x57)).toBeGreaterThan(advance('W'))
    expect(advance('\u4e00')).toBe(1)
  })

  test('what is no font is said so', () => {
    expect(() => readAdvances(new Uint8Array(64))).toThrow('the font has no table head')
  })
})

const table = (rows: TableBlock['rows'], columns: TableBlock['columns']): TableBlock => ({
  kind: 'table',
  caption: '',
  columns,
  rows,
})

describe('the tracks of a table', () => {
  test('a column of numbers is as wide as its widest, all figures alike', () => {
    const tracks = tableTracks(
      table([[{ text: '1' }], [{ text: '111' }]], [{ header: '', kind: 'number' }]),
      faces,
    )
    expect(tracks?.oneLine).toEqual([true, true])
    expect(tracks?.widths[0]).toBeCloseTo(3 * 0.6485 * 9 + 0.2, 10)
  })

  test('a text that needs more than its share is not taken for one line', () => {
    const long = 'I hvilken grad foreslo kundebehandleren andre eller bedre løsninger for deg? '.repeat(2)
    const columns = [
      { header: 'Spørsmål', kind: 'text', share: 1 },
      { header: '', kind: 'drawing', share: 1 },
    ] as const
    const rows = [
      [{ text: 'Kort' }, { text: '', marks: [] }],
      [{ text: long }, { text: '', marks: [] }],
    ]
    expect(tableTracks(table(rows, [...columns]), faces)).toEqual({
      widths: [null, null],
      oneLine: [true, false],
    })
  })

  test('texts that need more than the page leave the widths to Typst', () => {
    const wide = { text: 'W'.repeat(60) }
    expect(tableTracks(table([[wide]], [{ header: '', kind: 'text' }]), faces)).toBeUndefined()
  })

  test('a longer text never makes a narrower column', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 5 }), (text, more) => {
        const width = (one: string) =>
          tableTracks(table([[{ text: one }]], [{ header: '', kind: 'text' }]), faces)?.widths[0] ?? Infinity
        expect(width(text + more)).toBeGreaterThanOrEqual(width(text))
      }),
    )
  })
})
