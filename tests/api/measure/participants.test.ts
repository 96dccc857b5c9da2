import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PageSource, workOnDiscovery } from '../../../src/measure/participants/index.ts'
import { type Client, problemOf } from '../../support/client.ts'
import { planningWorld } from '../../support/planning-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let client: Client

/** Two rounds of made-up pages: in the second, one company has got a chat. */
let round = 1
const chat = '<script>window.intercomSettings={app_id:"x"}</script>'
const pages: Readonly<Record<string, () => string>> = {
  'https://www.fjord.example/': () =>
    '<html lang="nb"><p>Kundeservice: 22 33 44 55</p><p>kundeservice@fjord.example</p>',
  'https://www.bank.example/': () => `<html lang="nb"><p>Ring oss på 02000</p>${round === 2 ? chat : ''}`,
}
const source: PageSource = {
  open: async (url) => {
    const page = pages[url]
    return page
      ? { ok: true, url, html: page() }
      : { ok: false, url, reason: 'private-address', detail: '127.0.0.1' }
  },
  close: async () => {},
}

beforeAll(async () => {
  server = await startTestServer()
  await workOnDiscovery(server.jobs, { db: server.db, openSource: () => source })
  client = (await server.signIn('organiser')).client
})
afterAll(() => server.close())

const newEdition = async () =>
  (await client.edition.create({ name: 'Kundemøtet', source: { kind: 'builtIn', method: 'reference' } }))
    .editionId
const csv = (text: string | Buffer, name = 'deltakere.csv') =>
  new File([typeof text === 'string' ? text : new Uint8Array(text)], name, { type: 'text/csv' })
const fields = {
  class: 'Strøm',
  website: 'https://www.fjord.example/',
  variant: 'single',
  relationship: 'own',
  competitors: [] as string[],
} as const
const refusal = async (call: Promise<unknown>) =>
  problemOf(
    await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    ),
  )

async function discover(editionId: string, which: 1 | 2) {
  round = which
  const { jobId } = await client.participants.discover({ editionId, round: which })
  for (let tries = 0; tries < 200; tries++) {
    const { state } = await client.job.status({ jobId })
    if (state === 'done') return
    if (state === 'failed') throw new Error('the job failed')
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the job did not end')
}

describe('import', () => {
  test('columns are found by their names, and the same file twice adds nobody twice', async () => {
    const editionId = await newEdition()
    const file = csv(
      'Deltakar;Bransje;Nettside;Konkurrentar\nFjordstrøm;Strøm;www.fjord.example;\nBrevatn;Strøm;;Fjordstrøm\n',
    )
    const preview = await client.participants.previewImport({ editionId, file })
    expect(preview.mapping).toEqual({
      name: 'Deltakar',
      class: 'Bransje',
      website: 'Nettside',
      competitors: 'Konkurrentar',
    })
    expect(preview.rows.map((row) => row.change)).toEqual(['new', 'new'])
    expect(await client.participants.import({ editionId, file })).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
    })
    expect(await client.participants.import({ editionId, file })).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
    })
    const { items, classes } = await client.participants.list({ editionId })
    expect(items.map(({ name, variant, website }) => [name, variant, website])).toEqual([
      ['Brevatn', 'competitor', null],
      ['Fjordstrøm', 'single', 'https://www.fjord.example/'],
    ])
    expect(classes).toEqual([{ name: 'Strøm', count: 2 }])
  })

  test('a changed row is shown as changed, with what changes', async () => {
    const editionId = await newEdition()
    await client.participants.import({ editionId, file: csv('navn,klasse\nFjordstrøm,Strøm\n') })
    const preview = await client.participants.previewImport({
      editionId,
      file: csv('navn,klasse,telefon\nfjordstrøm,Energi,22 33 44 55\n'),
    })
    expect(preview.rows).toMatchObject([{ change: 'changed', fields: ['class', 'phone'] }])
  })

  test('letters of Windows-1252 are read as they were written', async () => {
    const editionId = await newEdition()
    await client.participants.import({
      editionId,
      file: csv(Buffer.from('Deltaker;Klasse\nØyvær Strøm på Ås;Strøm\n', 'latin1')),
    })
    expect((await client.participants.list({ editionId })).items[0]?.name).toBe('Øyvær Strøm på Ås')
  })

  test.each([
    [
      'a wrong header',
      'foo;bar\nx;y\n',
      [
        { code: 'missing-column', line: 1 },
        { code: 'missing-column', line: 1 },
      ],
    ],
    [
      'a doubled name',
      'navn;klasse\nFjord;Strøm\n FJORD ;Strøm\n',
      [{ code: 'doubled-name', line: 3, column: 'navn' }],
    ],
    [
      'an impossible class',
      'navn;klasse\nFjord;???\n',
      [{ code: 'impossible-class', line: 2, column: 'klasse', value: '???' }],
    ],
    [
      'an empty name',
      'navn;klasse\n;Strøm\nFjord;\n',
      [
        { code: 'required', line: 2, column: 'navn' },
        { code: 'required', line: 3, column: 'klasse' },
      ],
    ],
    [
      'an address that is none',
      'navn;klasse;nettside\nFjord;Strøm;ikke noe\n',
      [{ code: 'not-an-address', line: 2, column: 'nettside' }],
    ],
    [
      'a competitor that does not take part',
      'navn;klasse;konkurrenter\nFjord;Strøm;Ukjent\n',
      [{ code: 'unknown-competitor', line: 2, value: 'Ukjent' }],
    ],
  ])('%s is refused with line and column, and nothing is imported', async (_, text, issues) => {
    const editionId = await newEdition()
    const problem = await refusal(client.participants.import({ editionId, file: csv(`${text}`) }))
    expect(problem).toMatchObject({ code: 'invalid-input', issues })
    expect((await client.participants.list({ editionId })).items).toEqual([])
  })

  test('a good row beside a bad one is not imported either', async () => {
    const editionId = await newEdition()
    await refusal(client.participants.import({ editionId, file: csv('navn;klasse\nGod;Strøm\n;Strøm\n') }))
    expect((await client.participants.list({ editionId })).items).toEqual([])
  })

  test('a file of 25 MB is too large', async () => {
    const editionId = await newEdition()
    const problem = await refusal(
      client.participants.import({ editionId, file: csv(`navn;klasse\n${'x'.repeat(25_000_000)}`) }),
    )
    expect(problem).toMatchObject({ code: 'too-large', status: 413 })
  })

  test('a column that is mapped by hand is used', async () => {
    const editionId = await newEdition()
    const file = csv('A;B\nFjord;Strøm\n')
    expect((await client.participants.previewImport({ editionId, file })).issues).toHaveLength(2)
    expect(
      await client.participants.import({ editionId, file, mapping: { name: 'A', class: 'B' } }),
    ).toMatchObject({ added: 1 })
  })
})

describe('a participant', () => {
  test('is added, edited, withdrawn and taken in again', async () => {
    const editionId = await newEdition()
    const { participantId } = await client.participants.add({ editionId, name: 'Fjord', ...fields })
    await client.participants.edit({ editionId, participantId, name: 'Fjordstrøm', ...fields, website: null })
    expect(await client.participants.get({ editionId, participantId })).toMatchObject({
      name: 'Fjordstrøm',
      website: null,
      state: 'unchecked',
    })
    expect(await client.participants.withdraw({ editionId, participantId, reason: 'Sluttet' })).toMatchObject(
      { state: 'withdrawn' },
    )
    expect(await client.participants.reinstate({ editionId, participantId })).toMatchObject({
      state: 'unchecked',
    })
  })

  test('cannot have a name that is taken, whatever its case', async () => {
    const editionId = await newEdition()
    await client.participants.add({ editionId, name: 'Fjord', ...fields })
    expect(await refusal(client.participants.add({ editionId, name: ' fjord', ...fields }))).toMatchObject({
      code: 'invalid-input',
      issues: [{ code: 'doubled-name' }],
    })
  })

  test('chooses at most five competitors, among those who take part', async () => {
    const editionId = await newEdition()
    const { participantId } = await client.participants.add({ editionId, name: 'En', ...fields })
    const two = await client.participants.add({
      editionId,
      name: 'To',
      ...fields,
      variant: 'competitor',
      competitors: [participantId],
    })
    expect(two.competitors).toEqual([participantId])
    const own = {
      editionId,
      participantId,
      name: 'En',
      ...fields,
      variant: 'competitor' as const,
      competitors: [participantId],
    }
    expect(await refusal(client.participants.edit(own))).toMatchObject({
      issues: [{ code: 'unknown-competitor' }],
    })
  })
})

describe('channels that stand in the list', () => {
  test('are confirmed at once for all that nobody has checked, and not where there are none', async () => {
    const editionId = await newEdition()
    const file = new File(
      [
        'navn;klasse;nettside;telefon;chat\nSenter 10;Strøm;senter10.no;22 00 00 10;ja\nSenter 9;Strøm;;22 00 00 09;\nTom;Strøm;;;\n',
      ],
      'deltakere.csv',
    )
    await client.participants.import({ editionId, file })
    expect(await client.participants.confirmListed({ editionId })).toEqual({ confirmed: 2 })
    const { items } = await client.participants.list({ editionId })
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ['Senter 9', 'confirmed'],
      ['Senter 10', 'confirmed'],
      ['Tom', 'unchecked'],
    ])
    expect(items[1]!.channels).toMatchObject({ phone: '22 00 00 10', chat: 'https://senter10.no/' })
    expect(await client.participants.confirmListed({ editionId })).toEqual({ confirmed: 0 })
  })
})

describe('channel discovery', () => {
  test('two rounds are kept as evidence, a difference is flagged, and a person settles it', async () => {
    const editionId = await newEdition()
    const fjord = await client.participants.add({ editionId, name: 'Fjord', ...fields })
    const bank = await client.participants.add({
      editionId,
      name: 'Bank',
      ...fields,
      website: 'https://www.bank.example/',
    })
    await discover(editionId, 1)
    await discover(editionId, 2)
    const { items } = await client.participants.list({ editionId })
    expect(items.map(({ name, state, differences }) => [name, state, differences])).toEqual([
      ['Bank', 'different', ['chat']],
      ['Fjord', 'agreed', []],
    ])
    expect(await client.participants.confirmAgreed({ editionId })).toEqual({ confirmed: 1 })
    expect(await client.participants.get({ editionId, participantId: fjord.participantId })).toMatchObject({
      state: 'confirmed',
      channels: { phone: '22 33 44 55', email: 'kundeservice@fjord.example', chat: null },
      chosen: ['phone', 'email'],
    })
    const { checks, proposal } = await client.participants.get({
      editionId,
      participantId: bank.participantId,
    })
    expect(checks.map((check) => [check.round, check.found.chat.length])).toEqual([
      [1, 0],
      [2, 1],
    ])
    expect(checks[0]?.found.evidence[0]).toMatchObject({
      kind: 'phone',
      value: '02000',
      verdict: 'used',
      url: 'https://www.bank.example/',
    })
    expect(proposal).toMatchObject({ phone: '02000', chat: 'https://www.bank.example/' })
  })

  test('who decides otherwise than the checks says why', async () => {
    const editionId = await newEdition()
    const { participantId } = await client.participants.add({ editionId, name: 'Fjord', ...fields })
    await discover(editionId, 1)
    const channels = { phone: '22 33 44 99', email: null, contactForm: null, chat: null, messenger: null }
    expect(
      await refusal(client.participants.confirm({ editionId, participantId, channels, note: null })),
    ).toMatchObject({ issues: [{ code: 'reason-needed' }] })
    const confirmed = await client.participants.confirm({
      editionId,
      participantId,
      channels,
      note: 'Nytt nummer fra nyttår',
    })
    expect(confirmed).toMatchObject({ state: 'confirmed', note: 'Nytt nummer fra nyttår', chosen: ['phone'] })
    expect(confirmed.confirmed?.by).not.toBe('')
  })

  test('nobody is sent to a number or an address called ja', async () => {
    const editionId = await newEdition()
    const { participantId } = await client.participants.add({ editionId, name: 'Fjord', ...fields })
    const channels = { phone: 'ja', email: null, contactForm: null, chat: 'x', messenger: null }
    expect(
      await refusal(client.participants.confirm({ editionId, participantId, channels, note: null })),
    ).toMatchObject({
      issues: [
        { code: 'not-a-number', path: 'channels.phone' },
        { code: 'not-a-place', path: 'channels.chat' },
      ],
    })
  })

  test('an address inside a private network is refused, and the check says so', async () => {
    const editionId = await newEdition()
    const { participantId } = await client.participants.add({
      editionId,
      name: 'Lokal',
      ...fields,
      website: 'http://10.0.0.1/',
    })
    await discover(editionId, 1)
    expect(await client.participants.get({ editionId, participantId })).toMatchObject({
      state: 'failed',
      checks: [{ outcome: 'refused', reason: 'private-address' }],
    })
  })

  test('without a single web address there is nothing to read', async () => {
    const editionId = await newEdition()
    await client.participants.add({ editionId, name: 'Uten', ...fields, website: null })
    expect(await refusal(client.participants.discover({ editionId, round: 1 }))).toMatchObject({
      code: 'nothing-to-read',
    })
  })

  test('who has contacts in the plan is frozen: neither confirmed, checked nor changed by a file', async () => {
    const { client: organiser, editionId, participantIds } = await planningWorld(server, { names: 'frozen' })
    const [participantId] = participantIds as [string]
    const { channels } = await organiser.participants.get({ editionId, participantId })
    const { items } = await organiser.participants.list({ editionId })
    expect(items.map(({ frozen }) => frozen)).toEqual(items.map(() => true))
    const { participantId: _, ...own } = { ...items[0]!, website: 'https://www.fjord.example/' }
    await organiser.participants.edit({ ...own, editionId, participantId })
    expect(await refusal(organiser.participants.discover({ editionId, round: 1 }))).toMatchObject({
      code: 'channels-frozen',
    })
    const confirm = { editionId, participantId, channels: { ...channels, phone: '02000' }, note: null }
    expect(await refusal(organiser.participants.confirm(confirm))).toMatchObject({ code: 'channels-frozen' })
    const file = csv('navn;klasse;telefon\nDeltaker 1;Klasse 1;02000\n')
    expect(await refusal(organiser.participants.import({ editionId, file }))).toMatchObject({
      code: 'invalid-input',
      issues: [{ code: 'channels-frozen', line: 2, column: 'telefon', value: '02000' }],
    })
    expect((await organiser.participants.get({ editionId, participantId })).channels).toEqual(channels)
  })

  test('who comes after the plan is checked and confirmed like everybody before it', async () => {
    const { client: organiser, editionId } = await planningWorld(server, { names: 'late' })
    const late = await organiser.participants.add({ editionId, name: 'Sen', ...fields, class: 'Klasse 1' })
    expect(late.frozen).toBe(false)
    await discover(editionId, 1)
    await discover(editionId, 2)
    expect(await organiser.participants.confirmAgreed({ editionId })).toEqual({ confirmed: 1 })
    expect(await organiser.participants.get({ editionId, participantId: late.participantId })).toMatchObject({
      state: 'confirmed',
      channels: { phone: '22 33 44 55' },
      frozen: false,
    })
  })
})
