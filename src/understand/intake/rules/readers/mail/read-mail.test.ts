import { expect, test } from 'vitest'
import { bytesOf, itemsOf, recordsOf } from '../testing/bytes.ts'
import { readEml, readMbox } from './read-mail.ts'

const own = { own: ['firma.example'] }
const message = (id: string, body: string, more = '') =>
  `From: Kari <kari@kunde.example>\r\nTo: post@firma.example\r\nSubject: SV: Re: Pakke\r\nDate: Mon, 3 Mar 2025 10:15:00 +0100\r\nMessage-ID: <${id}@kunde.example>\r\n${more}\r\n${body}\r\n`

test('a message as a record', async () => {
  const mail = message('1', 'Hvor er pakken?')
  expect(await recordsOf(readEml(bytesOf(mail), own))).toEqual([
    {
      sourceId: '<1@kunde.example>',
      contactId: '<1@kunde.example>',
      channel: 'email',
      direction: 'in',
      startedAt: '2025-03-03T09:15:00.000Z',
      customer: 'kari@kunde.example',
      text: 'Pakke\n\nHvor er pakken?',
      queue: 'post@firma.example',
    },
  ])
})

test('HTML, encoded words and older alphabets become plain text', async () => {
  const mail =
    'From: a@kunde.example\r\nDate: Mon, 3 Mar 2025 10:15:00 +0100\r\nSubject: =?iso-8859-1?Q?P=E5minnelse?=\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Bl=E5 b=E6r</p><p>og r=F8d</p>\r\n'
  const [record] = await recordsOf(readEml(bytesOf(mail), { own: [] }))
  expect(record).toMatchObject({ text: 'Påminnelse\n\nBlå bær\nog rød', customer: 'a@kunde.example' })
  expect(record).not.toHaveProperty('direction')
  expect(record?.sourceId).toMatch(/^mail-[\da-f]{14}$/)
})

test('an answer from the organisation is its own text', async () => {
  const mail = message('2', 'På vei').replace(
    'kari@kunde.example>\r\nTo: post@firma.example',
    'post@firma.example>\r\nTo: kari@kunde.example',
  )
  const [record] = await recordsOf(readEml(bytesOf(mail), own))
  expect(record).toMatchObject({
    direction: 'out',
    customer: 'kari@kunde.example',
    agentText: 'Pakke\n\nPå vei',
  })
  expect(record).not.toHaveProperty('text')
})

test('an mbox file message by message, with its lines and its marks undone', async () => {
  const store = [
    'From kari@kunde.example Mon Mar  3 10:15:00 2025',
    message('1', '>From dagen av virker det ikke.\r\n>>From to.\r\nFrom her av er det brødtekst.'),
    'From MAILER-DAEMON Mon Mar  3 11:15:00 2025',
    message('2', 'Borte til mandag', 'Auto-Submitted: auto-replied\r\n'),
    'From kari@kunde.example Mon Mar  3 12:15:00 2025',
    message('3', 'Takk'),
  ].join('\n')
  const items = await itemsOf(readMbox(bytesOf(store, 11), own))
  expect(items.map((item) => (item.ok ? item.record.text : item.reason))).toEqual([
    'Pakke\n\nFrom dagen av virker det ikke.\n>From to.\nFrom her av er det brødtekst.',
    'nothing-asked',
    'Pakke\n\nTakk',
  ])
  expect(items.map(({ at }) => at)).toEqual([
    { line: 1, record: 1 },
    { line: 12, record: 2 },
    { line: 22, record: 3 },
  ])
})

test.each([
  ['', 'unreadable'],
  ['bare tekst', 'unreadable'],
  ['From: a@b.example\r\nSubject: x\r\n\r\nHei', 'missing-time'],
  ['From: a@b.example\r\nDate: i går\r\n\r\nHei', 'bad-time'],
])('%j is refused: %s', async (mail, reason) => {
  expect(await itemsOf(readEml(bytesOf(mail), own))).toMatchObject([{ ok: false, reason }])
})
