import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noChannels } from '../settled-channels.ts'
import { mapColumns } from './columns.ts'
import { readImport } from './read-import.ts'

const header = ['Deltaker', 'Bransje', 'Tlf.']
const read = (rows: readonly (readonly string[])[], more: object = {}) =>
  readImport({
    header,
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
    mapping: mapColumns(header),
    classes: [],
    existing: [],
    ...more,
  })

test.each([
  [['Deltaker', 'Bransje', 'Nettsted'], { name: 'Deltaker', class: 'Bransje', website: 'Nettsted' }],
  [
    ['Namn', 'Klasse', 'Nettstad', 'E-post'],
    { name: 'Namn', class: 'Klasse', website: 'Nettstad', email: 'E-post' },
  ],
  [
    ['participant', 'class', 'website', 'phone', 'email', 'contactForm', 'chat', 'messenger'],
    {
      name: 'participant',
      class: 'class',
      website: 'website',
      phone: 'phone',
      email: 'email',
      contactForm: 'contactForm',
      chat: 'chat',
      messenger: 'messenger',
    },
  ],
])('the columns %j are found by their names', (columns, mapping) => {
  expect(mapColumns(columns)).toEqual(mapping)
})

test('a file repeats how a participant with planned contacts is reached, but does not change it', () => {
  const known = { name: 'Fjord', class: 'Strøm', website: null, variant: 'single', relationship: 'own' }
  const channels = { ...noChannels, phone: '02000' }
  const existing = [{ ...known, competitors: [], channels, frozen: true }]
  expect(read([['Fjord', 'Energi', '02000']], { existing }).issues).toEqual([])
  expect(read([['Fjord', 'Strøm', '02001']], { existing }).issues).toEqual([
    { code: 'channels-frozen', line: 2, column: 'Tlf.', path: 'phone', value: '02001' },
  ])
})

test('a row of an existing participant that says nothing new is unchanged', () => {
  const existing = [
    {
      name: 'Fjord',
      class: 'Strøm',
      website: null,
      variant: 'single',
      relationship: 'own',
      competitors: [],
      channels: { ...noChannels, phone: '02000' },
    },
  ]
  expect(read([['FJORD ', 'Strøm', '02000']], { existing }).rows).toMatchObject([
    { change: 'unchanged', fields: [] },
  ])
  for (const none of ['', 'nei', 'FALSE', '0'])
    expect(read([['Fjord', 'Strøm', none]], { existing }).rows).toMatchObject([
      { change: 'changed', fields: ['phone'] },
    ])
})

const ways = ['Deltaker', 'Bransje', 'Nettsted', 'Telefon', 'E-post', 'Kontaktskjema', 'Chat', 'Messenger']
const readWays = (...rows: readonly (readonly string[])[]) =>
  readImport({
    header: ways,
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
    mapping: mapColumns(ways),
    classes: [],
    existing: [],
  })

test('a channel that is only said to be there is on the participant’s own pages, never at an address called ja', () => {
  const { participants, issues } = readWays(['A', 'X', 'www.a.no', '02000', '-', 'ja', 'x', 'nei'])
  expect(issues).toEqual([])
  expect(participants[0]!.channels).toEqual({
    phone: '02000',
    email: null,
    contactForm: 'https://www.a.no/',
    chat: 'https://www.a.no/',
    messenger: null,
  })
})

test('it is where a participant that is known already has its pages', () => {
  const columns = ['Deltaker', 'Bransje', 'Chat']
  const known = {
    name: 'A',
    class: 'X',
    website: 'https://a.no/',
    variant: 'single',
    relationship: 'own',
  } as const
  const { participants } = readImport({
    header: columns,
    rows: [{ line: 2, cells: ['a', 'X', 'TRUE'] }],
    mapping: mapColumns(columns),
    classes: [],
    existing: [{ ...known, competitors: [], channels: noChannels }],
  })
  expect(participants[0]!.channels).toEqual({ chat: 'https://a.no/' })
})

test('what no observer could use is named by line and column', () => {
  const { issues } = readWays(
    ['A', 'X', '', 'ja', 'x', '', '1', ''],
    ['B', 'X', 'b.no', 'kommer', '', '', '', ''],
  )
  expect(issues).toMatchObject([
    { code: 'not-a-number', line: 2, column: 'Telefon', value: 'ja' },
    { code: 'not-an-email', line: 2, column: 'E-post', value: 'x' },
    { code: 'place-unknown', line: 2, column: 'Chat', value: '1' },
    { code: 'not-a-number', line: 3, column: 'Telefon', value: 'kommer' },
  ])
})

test('a class outside the method is refused; another case of a known one is not', () => {
  const { issues, participants } = read(
    [
      ['A', 'Bank', ''],
      ['B', 'strøm', ''],
    ],
    { classes: ['Strøm'] },
  )
  expect(issues).toMatchObject([{ code: 'unknown-class', line: 2, column: 'Bransje', value: 'Bank' }])
  expect(participants[1]?.class).toBe('Strøm')
})

test.each(['constructor', 'toString', 'kjede'])('a kind that is none is refused: %s', (variant) => {
  const columns = ['Deltaker', 'Bransje', 'Variant']
  const issues = readImport({
    header: columns,
    rows: [{ line: 2, cells: ['A', 'Bank', variant] }],
    mapping: mapColumns(columns),
    classes: [],
    existing: [],
  }).issues
  expect(issues).toMatchObject([{ line: 2, column: 'Variant', value: variant }])
})

test('a doubled name tells where it stood before', () => {
  expect(
    read([
      ['A', 'X', ''],
      ['a', 'X', ''],
    ]).issues,
  ).toMatchObject([{ code: 'doubled-name', line: 3, params: { before: 2 } }])
})

test('whatever stands in a file, every row is either read or named by its line', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', 'Strøm', ' ', '02000', 'nei'))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
      const { participants, rows: preview, issues } = read(rows)
      const wrong = new Set(issues.map((issue) => issue.line))
      return (
        preview.length === rows.length &&
        participants.every((row) => wrong.has(row.line) || (row.name !== '' && row.class !== ''))
      )
    }),
  )
})
