import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf } from '../testing/bytes.ts'
import { jsonValues } from './json-values.ts'

const read = (text: string, size?: number) => Array.fromAsync(jsonValues(bytesOf(text, size)))
const valuesOf = async (text: string, size?: number) =>
  (await read(text, size)).map((found) => (found.ok ? found.value : found.reason))

test('the elements of a list, with their number and line', async () => {
  expect(await read('[{"id":1},\n {"id":2}]')).toEqual([
    { ok: true, value: { id: 1 }, at: { line: 1, record: 1 } },
    { ok: true, value: { id: 2 }, at: { line: 2, record: 2 } },
  ])
})

describe('values one after the other', () => {
  test('one in each line, over several lines, or right behind each other', async () => {
    expect(await valuesOf('{"a":1}\n{"a":"}{"}\r\n\n{"a":[1,2]}')).toEqual([
      { a: 1 },
      { a: '}{' },
      { a: [1, 2] },
    ])
    expect(await valuesOf('{\n "a": {\n  "b": "\\"[" }\n}\n{"a":2}')).toEqual([{ a: { b: '"[' } }, { a: 2 }])
    expect(await valuesOf('\ufeff{"a":1}{"a":2}')).toEqual([{ a: 1 }, { a: 2 }])
  })
  test('a broken line is refused alone', async () => {
    const found = await read('{"a":1}\n{"a":"tekst\n{"a":3}\n{"a":\n{"a":5}\n')
    expect(found.map((one) => (one.ok ? one.value : `${one.reason} ${one.at.line}`))).toEqual([
      { a: 1 },
      'unreadable 2',
      { a: 3 },
      'unreadable 4',
      { a: 5 },
    ])
  })
})

test('a file that was cut off keeps what is whole', async () => {
  expect(await valuesOf('[{"a":1},{"a":2},{"a":')).toEqual([{ a: 1 }, { a: 2 }, 'cut-off'])
})

test('UTF-16 is read by its mark', async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[{"a":"å"}]', 'utf16le')])
  expect(await Array.fromAsync(jsonValues(bytesOf(bytes, 1)))).toMatchObject([{ value: { a: 'å' } }])
})

test('what is too large or too deep is refused and the rest goes on', async () => {
  const limits = { characters: 50, depth: 5 }
  const text = `[{"a":"${'x'.repeat(100)}"},${'['.repeat(9)}${']'.repeat(9)},{"a":1}]`
  const found = await Array.fromAsync(jsonValues(bytesOf(text), limits))
  expect(found.map((one) => (one.ok ? one.value : one.reason))).toEqual(['too-large', 'too-deep', { a: 1 }])
})

test('every list of values comes back as it was, however the bytes are cut', async () => {
  const values = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(values, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (list, size, isList) => {
      const text = isList
        ? JSON.stringify(list, undefined, size % 3)
        : list.map((one) => JSON.stringify(one)).join('\n')
      expect(await valuesOf(text, size)).toEqual(list.map((one) => JSON.parse(JSON.stringify(one))))
    }),
    { numRuns: 300 },
  )
})

test('no text throws', async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.array(fc.constantFrom(...'{}[]",:\\1a \n'), { maxLength: 60 }).map((all) => all.join('')),
  )
  await fc.assert(
    fc.asyncProperty(text, async (broken) => {
      for (const one of await read(broken)) expect(one.at.record).toBeGreaterThan(0)
    }),
    { numRuns: 1000 },
  )
})
