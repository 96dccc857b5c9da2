import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemsOf, recordsOf } from '../testing/bytes.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { guessMapping } from './guess-mapping.ts'
import { momentOfCell, numberOf, secondsOf } from './read-cells.ts'
import { readMappedRows } from './read-rows.ts'

async function* batchesOf(rows: readonly (readonly string[])[]) {
  yield rows.map((cells, index) => ({ line: index + 1, cells }))
}
const oslo = { timeZone: 'Europe/Oslo', dateOrder: 'day-first', decimal: ',' } as const

test.each([
  ['1 234,5', ',', 1234.5],
  ['1.234,5', ',', 1234.5],
  ['1.234', ',', 1234],
  ['1,234.5', '.', 1234.5],
  ['-3', ',', -3],
  ['4.5', ',', 4.5],
  ['abc', ',', undefined],
  ['1,2,3', ',', undefined],
] as const)('the number %s with %s is %s', (cell, decimal, number) => {
  expect(numberOf(cell, decimal)).toBe(number)
})

test.each([
  ['90', 'seconds', 90],
  ['1,5', 'minutes', 90],
  ['1:30', 'seconds', 90],
  ['00:01:30', 'minutes', 90],
  ['2 min 5 sek', 'seconds', 125],
  ['1 t 2 min', 'seconds', 3720],
  ['45 s', 'minutes', 45],
  ['90000', 'milliseconds', 90],
  ['-1', 'seconds', undefined],
  ['lenge', 'seconds', undefined],
  ['', 'seconds', undefined],
] as const)('the duration %s in %s is %s seconds', (cell, unit, seconds) => {
  expect(secondsOf(cell, unit, ',')).toBe(seconds)
})

test.each([
  ['03.03.2025 10:15', '2025-03-03T09:15:00.000Z'],
  ['3.3.2025 kl. 10.15', '2025-03-03T09:15:00.000Z'],
  ['03.07.25 10:15:30', '2025-07-03T08:15:30.000Z'],
  ['2025-03-03', '2025-03-02T23:00:00.000Z'],
  ['2025-03-03T10:15:00+01:00', '2025-03-03T09:15:00.000Z'],
  ['2025-03-03 09:15:00 UTC', '2025-03-03T09:15:00.000Z'],
  ['45719.427083', '2025-03-03T09:15:00.000Z'],
  ['45719,427083', '2025-03-03T09:15:00.000Z'],
  ['1740993300', '2025-03-03T09:15:00.000Z'],
  ['1740993300000', '2025-03-03T09:15:00.000Z'],
  ['31.02.2025', undefined],
  ['25:61', undefined],
  ['13.13.2025', undefined],
] as const)('the moment %s is %s', (cell, moment) => {
  expect(momentOfCell(cell, oslo)).toBe(moment)
})

test('month first, with the halves of the day, where somebody says so', () => {
  const american = { ...oslo, dateOrder: 'month-first' } as const
  expect(momentOfCell('06/26/2018 12:05:54 AM', american)).toBe('2018-06-25T22:05:54.000Z')
  expect(momentOfCell('06/26/2018 01:05:54 PM', american)).toBe('2018-06-26T11:05:54.000Z')
})

describe('a table by its mapping', () => {
  const mapping: ColumnMapping = {
    ...oslo,
    columns: {
      sourceId: 'Id',
      channel: 'Kanal',
      startedAt: 'Dato',
      startedTime: 'Kl',
      text: 'Tekst',
      waitSeconds: 'Ventetid',
      csat: 'Karakter',
      weight: 'Antall',
      resolved: 'Løst',
      direction: 'Retning',
    },
    values: { channel: { 'tlf-kø 1': 'phone' } },
    units: { waitSeconds: 'minutes' },
    csatScale: { worst: 1, best: 6 },
  }
  const header = [
    '\ufeffId',
    'Kanal',
    'Dato',
    'Kl',
    'Tekst',
    'Ventetid',
    'Karakter',
    'Antall',
    'Løst',
    'Retning',
  ]

  test('cells become fields, and empty ones are absent', async () => {
    const rows = [
      header,
      ['1', 'Tlf-kø 1', '03.03.2025', '10:15', 'Hvor er pakken?', '1,5', '6', '', 'Ja', 'Inngående'],
      ['2', 'E-post', '04.03.2025', '', '', '', '-', '12', 'Nei', 'ut'],
      ['3', 'Skranke', '04.03.2025'],
    ]
    expect(await recordsOf(readMappedRows(batchesOf(rows), mapping))).toEqual([
      {
        sourceId: '1',
        channel: 'phone',
        direction: 'in',
        startedAt: '2025-03-03T09:15:00.000Z',
        text: 'Hvor er pakken?',
        waitSeconds: 90,
        resolved: true,
        csat: 1,
      },
      {
        sourceId: '2',
        channel: 'email',
        direction: 'out',
        startedAt: '2025-03-03T23:00:00.000Z',
        resolved: false,
        weight: 12,
      },
      { sourceId: '3', channel: 'counter', startedAt: '2025-03-03T23:00:00.000Z' },
    ])
  })
  test('a row that is wrong is refused with its line, and the others land', async () => {
    const rows = [
      header,
      ['', 'Chat', '03.03.2025'],
      ['2', 'Røyksignal', '03.03.2025'],
      ['3', 'Chat', ''],
      ['4', 'Chat', 'i går'],
      ['5', 'Chat', '03.03.2025', '', '', 'lenge'],
      ['6', 'Chat', '03.03.2025', '', '', '', '7'],
      ['7', 'Chat', '03.03.2025', '', '', '', '', '0,5'],
      ['8', 'Chat', '03.03.2025', '', '', '', '', '', 'kanskje'],
      ['9', 'Chat', '03.03.2025', '', '', '', '', '', '', '', 'for mye'],
      ['10', 'Chat', '03.03.2025'],
    ]
    const items = await itemsOf(readMappedRows(batchesOf(rows), mapping))
    expect(items.map((item) => (item.ok ? 'ok' : `${item.at.line} ${item.reason}`))).toEqual([
      '2 missing-id',
      '3 bad-channel',
      '4 missing-time',
      '5 bad-time',
      '6 bad-number',
      '7 bad-number',
      '8 bad-number',
      '9 bad-value',
      '10 too-many-cells',
      'ok',
    ])
    expect(items[1]).toMatchObject({ params: { column: 'Kanal', value: 'Røyksignal' } })
  })
  test('a column that is missing is refused before any row', async () => {
    const items = await itemsOf(
      readMappedRows(
        batchesOf([
          ['Id', 'Tekst'],
          ['1', 'Hei'],
        ]),
        mapping,
      ),
    )
    expect(items.every((item) => !item.ok && item.reason === 'column-missing')).toBe(true)
    expect(items).toHaveLength(8)
  })
  test('rows without an id of their own have the same id each time, and equal rows are told apart', async () => {
    const plain: ColumnMapping = { ...oslo, columns: { text: 'Tekst' }, values: {}, units: {} }
    const rows = [['Tekst'], ['Hei'], ['Hopp'], ['Hei']]
    const first = await recordsOf(readMappedRows(batchesOf(rows), plain))
    expect(await recordsOf(readMappedRows(batchesOf(rows), plain))).toEqual(first)
    expect(new Set(first.map(({ sourceId }) => sourceId)).size).toBe(3)
    expect(first[2]?.sourceId).toBe(`${first[0]?.sourceId}-2`)
  })
})

describe('the mapping is guessed', () => {
  test('from Norwegian headings', () => {
    const header = [
      'Saksnr',
      'Dato',
      'Klokkeslett',
      'Kanal',
      'Kategori',
      'Henvendelse',
      'Ventetid (min)',
      'Behandlingstid (sek)',
      'Løst',
      'Kundetilfredshet',
      'Kø',
    ]
    const rows = [
      [
        '17',
        '03.03.2025',
        '10:15',
        'Telefon',
        'Faktura',
        'Hvor er pakken min?',
        '1,5',
        '320',
        'Ja',
        '5',
        'Privat',
      ],
      [
        '18',
        '24.03.2025',
        '11:15',
        'Brevdue',
        'Levering',
        'Hei, jeg lurer på noe',
        '0,5',
        '120',
        'Nei',
        '2',
        'Bedrift',
      ],
    ]
    const { mapping, unread } = guessMapping(header, rows, 'Europe/Oslo')
    expect(mapping.columns).toEqual({
      sourceId: 'Saksnr',
      startedAt: 'Dato',
      startedTime: 'Klokkeslett',
      channel: 'Kanal',
      reasonCode: 'Kategori',
      text: 'Henvendelse',
      waitSeconds: 'Ventetid (min)',
      handleSeconds: 'Behandlingstid (sek)',
      resolved: 'Løst',
      csat: 'Kundetilfredshet',
      queue: 'Kø',
    })
    expect(mapping).toMatchObject({
      units: { waitSeconds: 'minutes', handleSeconds: 'seconds' },
      csatScale: { worst: 1, best: 5 },
      decimal: ',',
      dateOrder: 'day-first',
    })
    expect(unread).toEqual({ channel: [{ value: 'Brevdue', count: 1 }] })
  })
  test('from English headings, month first', () => {
    const header = [
      'Unique Key',
      'Created Date',
      'Complaint Type',
      'Resolution Description',
      'Open Data Channel Type',
    ]
    const rows = [['1', '06/26/2018 10:58:54 AM', 'Noise', 'The Police Department responded.', 'PHONE']]
    expect(guessMapping(header, rows, 'America/New_York').mapping).toMatchObject({
      columns: {
        sourceId: 'Unique Key',
        startedAt: 'Created Date',
        reasonCode: 'Complaint Type',
        channel: 'Open Data Channel Type',
      },
      dateOrder: 'month-first',
    })
  })
  test('from one word of several, with the scale that the heading says', () => {
    const header = [
      'Samtale-ID',
      'Mottatt dato',
      'Saksbehandlers svar',
      'Ventetid i kø (sekunder)',
      'Tilfredshet (1-6)',
      'Antall søk',
      'customer_email',
    ]
    const rows = [['77', '2024-02-01', 'Den er sendt', '30', '5', '12', 'a@kunde.example']]
    const { mapping } = guessMapping(header, rows, 'Europe/Oslo')
    expect(mapping.columns).toEqual({
      sourceId: 'Samtale-ID',
      startedAt: 'Mottatt dato',
      agentText: 'Saksbehandlers svar',
      waitSeconds: 'Ventetid i kø (sekunder)',
      csat: 'Tilfredshet (1-6)',
      weight: 'Antall søk',
      customer: 'customer_email',
    })
    expect(mapping.csatScale).toEqual({ worst: 1, best: 6 })
  })
  test('from what the cells hold where the headings say nothing', () => {
    const rows = [
      ['telefon', '2025-03-03 10:15', 'Hvor er pakken min?'],
      ['chat', '2025-03-03 11:15', 'Kan jeg bytte dag?'],
    ]
    expect(guessMapping(['A', 'B', 'C'], rows, 'Europe/Oslo').mapping.columns).toEqual({
      channel: 'A',
      startedAt: 'B',
      text: 'C',
    })
  })
  test('what is guessed of any table can read it without throwing', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'Kanal',
        'telefon',
        '03.03.2025',
        '1,5',
        '10:15',
        'ja',
        'Hei du der',
        '1e999',
        '__proto__',
      ),
    )
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, async ([header = [], ...rows]) => {
        const { mapping } = guessMapping(header, rows, 'Europe/Oslo')
        const items = await itemsOf(readMappedRows(batchesOf([header, ...rows]), mapping))
        expect(items.length).toBeGreaterThanOrEqual(rows.length)
      }),
      { numRuns: 500 },
    )
  })
})
