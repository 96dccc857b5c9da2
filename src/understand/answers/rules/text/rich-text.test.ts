import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factKinds } from '../answer-words.ts'
import { factsOf, readMarks, type SharedFacts, writeMark } from './fact-mark.ts'
import { hrefOf, richInHtml } from './rich-html.ts'
import { plainOf, readRich } from './rich-text.ts'

const shared: SharedFacts = new Map([['purregebyr', { kind: 'price', value: '35 kr' }]])

describe('facts in a text', () => {
  test('are read with and without a name, and by reference', () => {
    const text =
      'Gebyret er {{pris: 249 kr}}, frist {{dato betalingsfrist: 1. mars}}, purring {{= Purregebyr }}.'
    expect(factsOf(text, shared)).toEqual([
      { kind: 'price', name: null, value: '249 kr', shared: false },
      { kind: 'date', name: 'betalingsfrist', value: '1. mars', shared: false },
      { kind: 'price', name: 'purregebyr', value: '35 kr', shared: true },
    ])
    expect(plainOf(text, shared)).toBe('Gebyret er 249 kr, frist 1. mars, purring 35 kr.')
  })

  test('that say nothing are shown as they are written', () => {
    expect(readMarks('{{tull: 1}} {{=ukjent}}').map(({ is }) => is)).toEqual(['broken', 'reference'])
    expect(plainOf('{{tull: 1}} {{=ukjent}}', shared)).toBe('{{tull: 1}} {{=ukjent}}')
  })

  test('are written and read back the same', () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,9}( [a-zæøå]{1,9})?$/)
    fc.assert(
      fc.property(
        fc.constantFrom(...factKinds),
        fc.option(word),
        fc.stringMatching(/^[\w./:%-]{1,20}$/),
        (kind, name, value) => {
          const fact = { kind, name, value, shared: false }
          expect(factsOf(`a ${writeMark(fact)} b`, shared)).toEqual([fact])
        },
      ),
    )
  })
})

describe('rich plain text', () => {
  test('has paragraphs, lists, steps and headings', () => {
    const blocks = readRich('## Tittel\n\nFørst\nså\n\n- a\n- b\n1. en\n2. to', shared)
    expect(blocks.map(({ is }) => is)).toEqual(['heading', 'paragraph', 'list', 'steps'])
    expect(richInHtml(blocks)).toBe(
      '<h3>Tittel</h3>\n<p>Først<br>så</p>\n<ul><li>a</li><li>b</li></ul>\n<ol><li>en</li><li>to</li></ol>',
    )
  })

  test('as HTML runs nothing that anybody wrote', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const html = richInHtml(
          readRich(`${text} <script>alert(1)</script> {{lenke x: javascript:alert(1)}}`, shared),
        )
        expect(html).not.toMatch(/<script|href="javascript/i)
      }),
    )
    expect(hrefOf('link', 'javascript:alert(1)')).toBeUndefined()
    expect(hrefOf('link', 'kraft.example.no/side')).toBe('https://kraft.example.no/side')
    expect(hrefOf('phone', '04 321')).toBe('tel:04321')
  })
})
