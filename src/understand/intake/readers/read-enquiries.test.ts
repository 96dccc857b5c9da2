import { expect, test } from 'vitest'
import { writeXlsx } from '../../../platform/files/index.ts'
import type { ColumnMapping } from '../rules/readers/table/column-mapping.ts'
import { bytesOf, itemsOf, recordsOf } from '../rules/readers/testing/bytes.ts'
import { readEnquiries } from './read-enquiries.ts'

const mapping: ColumnMapping = {
  columns: { sourceId: 'Id', startedAt: 'Dato', text: 'Tekst', channel: 'Kanal' },
  values: {},
  units: {},
  decimal: ',',
  dateOrder: 'day-first',
  timeZone: 'Europe/Oslo',
}
const rows =
  'Id;Dato;Tekst;Kanal\n1;03.03.2025 10:15;Båt og "anker";Telefon\n2;04.03.2025;"To\nlinjer; ja";E-post\n'
const expected = [
  { sourceId: '1', startedAt: '2025-03-03T09:15:00.000Z', text: 'Båt og "anker"', channel: 'phone' },
  { sourceId: '2', startedAt: '2025-03-03T23:00:00.000Z', text: 'To\nlinjer; ja', channel: 'email' },
]

test.each([
  ['UTF-8', Buffer.from(rows)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${rows}`)],
  ['Windows-1252', Buffer.from(rows, 'latin1')],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows, 'utf16le')])],
  ['tabs', Buffer.from(rows.replaceAll(/;(?! ja)/g, '\t'))],
])('a table in %s', async (_, bytes) => {
  expect(await recordsOf(readEnquiries(bytesOf(bytes, 64), { kind: 'table', mapping }))).toEqual(expected)
})

test('a workbook', async () => {
  const sheet = {
    name: 'Ark',
    header: ['Id', 'Dato', 'Tekst', 'Kanal'],
    rows: [['1', '03.03.2025 10:15', 'Båt og "anker"', 'Telefon']],
  }
  const bytes = await writeXlsx([sheet])
  expect(
    await recordsOf(readEnquiries(bytesOf(new Uint8Array(bytes), 4096), { kind: 'table', mapping })),
  ).toEqual([expected[0]])
})

test.each([
  ['a damaged workbook', Buffer.from('PK\u0003\u0004 no workbook'), 'file-damaged'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unreadable'],
  ['nothing', Buffer.from(''), undefined],
])('%s is refused, never thrown', async (_, bytes, reason) => {
  const items = await itemsOf(readEnquiries(bytesOf(bytes), { kind: 'table', mapping }))
  expect(items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual(reason === undefined ? [] : [reason])
})

test('JSON of any shape by paths', async () => {
  const json = { items: [{ nr: 5, when: '2025-03-03T09:15:00Z', said: { text: 'Hei' }, by: 'chat' }, 'x'] }
  const settings = {
    kind: 'json',
    list: 'items',
    mapping: { ...mapping, columns: { sourceId: 'nr', startedAt: 'when', text: 'said.text', channel: 'by' } },
  } as const
  expect(await itemsOf(readEnquiries(bytesOf(JSON.stringify(json)), settings))).toEqual([
    {
      ok: true,
      at: { line: 1, record: 1, path: 'items[0]' },
      record: { sourceId: '5', startedAt: '2025-03-03T09:15:00.000Z', text: 'Hei', channel: 'chat' },
    },
    {
      ok: false,
      at: { line: 1, record: 1, path: 'items[1]' },
      reason: 'wrong-shape',
      params: { found: 'string' },
    },
  ])
})
