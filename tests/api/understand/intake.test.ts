import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../src/kernel/ids.ts'
import { forgetOldTexts } from '../../../src/understand/intake/index.ts'
import { createClient } from '../../support/client.ts'
import {
  bringIn,
  finished,
  makeSource,
  tableOf,
  upload,
  workOnTestIntake,
} from '../../support/intake-world.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
const told: { landed: number; changed: number }[] = []
beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  const listener = async (came: { landed: number; changed: number }) => void told.push(came)
  await workOnTestIntake(server, { intakeListeners: [listener] })
})
afterAll(() => server.close())

const manager = async () => (await server.signIn('manager')).client
const rows = [
  { id: 'a', tidspunkt: '2027-03-01 09:30', tekst: 'Når kommer pakken? Ring 912 34 567', kunde: '22225555' },
  { id: 'b', tidspunkt: '2027-03-01 10:30', tekst: 'Hva koster det?', kunde: 'kari@eksempel.no' },
  { id: 'c', tidspunkt: '2027-03-31 23:30', tekst: '', kunde: '' },
]
const table = tableOf(rows)

async function storedOf(sourceId: string) {
  return server.db
    .selectFrom('enquiry')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('source_record_id')
    .execute()
}

describe('a file', () => {
  test('comes in masked, with the day of the place and a key instead of the customer', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'table')
    const batch = await bringIn(client, sourceId, table)
    expect(batch).toMatchObject({
      state: 'done',
      counts: { read: 3, landed: 3, known: 0, changed: 0, refused: 0, contacts: 3 },
      masked: { phone: 1 },
    })
    const [first, second, third] = await storedOf(sourceId)
    expect(first).toMatchObject({ text: 'Når kommer pakken? Ring [telefon]', started_on: '2027-03-01' })
    expect(first?.started_at.toISOString()).toBe('2027-03-01T08:30:00.000Z')
    expect(first?.customer_key).toMatch(/^[\w-]{43}$/)
    expect(second?.customer_key).not.toBe(first?.customer_key)
    expect(third).toMatchObject({ text: null, text_key: null, customer_key: null, started_on: '2027-03-31' })
    expect(told.at(-1)).toMatchObject({ landed: 3, changed: 0 })
  })

  test('that comes twice is there once, and so is one whose rows come in another order', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'table')
    await bringIn(client, sourceId, table)
    const before = await storedOf(sourceId)
    const again = await bringIn(client, sourceId, table)
    expect(again.counts).toMatchObject({ read: 3, landed: 0, known: 3, contacts: 0 })
    expect(again.sameFileAs).not.toBeNull()
    await bringIn(client, sourceId, tableOf([...rows].reverse()))
    expect(await storedOf(sourceId)).toEqual(before)
  })

  test('with more told about a record changes it, whichever of the two files comes first', async () => {
    const client = await manager()
    const early = tableOf([{ id: 'a', tidspunkt: '2027-03-01 09:30', tekst: 'Hei' }])
    const late = tableOf([{ id: 'a', tidspunkt: '2027-03-01 09:30', tekst: 'Hei', kode: 'levering' }])
    const stored = []
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      const { sourceId } = await makeSource(client, 'table')
      for (const file of order) await bringIn(client, sourceId, file)
      const [row] = await storedOf(sourceId)
      stored.push({ text: row?.text, code: row?.reason_code, state: row?.record_state })
    }
    expect(stored[0]).toEqual(stored[1])
    expect(stored[0]).toMatchObject({ code: 'levering' })
  })

  test('whose rows have no ids keeps equal rows apart, and knows them again', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'table')
    const same = { tidspunkt: '2027-03-01 09:30', tekst: 'Åpningstider?' }
    const file = tableOf([same, same, { ...same, tekst: 'Pris?' }])
    expect((await bringIn(client, sourceId, file)).counts).toMatchObject({ landed: 3 })
    expect((await bringIn(client, sourceId, file)).counts).toMatchObject({ landed: 0, known: 3 })
    expect((await bringIn(client, sourceId, tableOf([same, same, same]))).counts).toMatchObject({
      landed: 1,
      known: 2,
    })
  })

  test('with bad rows lands the good ones and tells the others by line and reason', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'table')
    const good = Array.from({ length: 10 }, (_, index) => ({ ...rows[0]!, id: `god ${index}` }))
    const file = tableOf([rows[0]!, { ...rows[1]!, tidspunkt: 'i går' }, ...good])
    const { batchId, counts } = await bringIn(client, sourceId, file)
    expect(counts).toMatchObject({ read: 12, landed: 11, refused: 1 })
    const { items } = await client.intake.batches.refusals({ batchId })
    expect(items).toMatchObject([{ number: 1, line: 3, reason: 'bad-time' }])
    const csv = await (await client.intake.batches.exportRefusals({ batchId })).text()
    expect(csv.split('\r\n')[1]).toMatch(/^3,.*bad-time/)
    expect(await client.intake.batches.get({ batchId })).toMatchObject({
      reasons: [{ reason: 'bad-time', rows: 1 }],
    })
  })

  test('leaves nothing of itself behind', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'table')
    await bringIn(client, sourceId, table)
    expect(await server.db.selectFrom('intake_upload_part').select('upload_id').execute()).toEqual([])
  })

  test('is sealed while it waits', async () => {
    const client = await manager()
    const uploadId = await upload(client, 'a.csv', table)
    const part = await server.db
      .selectFrom('intake_upload_part')
      .select('bytes')
      .where('upload_id', '=', uploadId)
      .executeTakeFirstOrThrow()
    expect(part.bytes.includes('pakken')).toBe(false)
    await client.intake.uploads.discard({ uploadId })
  })

  test('that has not come whole is not read', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'table')
    const { uploadId } = await client.intake.uploads.begin({ fileName: 'a.csv', sizeBytes: 100 })
    await expect(client.intake.import({ sourceId, uploadId })).rejects.toMatchObject({
      code: 'upload-incomplete',
    })
    await expect(
      client.intake.uploads.part({ uploadId, number: 0, part: new File(['short'], 'a') }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('can be stopped; what has landed stays and stopping again is refused', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'table')
    const many = Array.from({ length: 30_000 }, (_, index) => ({
      id: `r${index}`,
      tidspunkt: '2027-03-01 09:30',
      tekst: `Spørsmål nummer ${index} om en faktura`,
    }))
    const uploadId = await upload(client, 'stor.csv', tableOf(many))
    const { batchId } = await client.intake.import({ sourceId, uploadId })
    const cancelled = await client.intake.batches.cancel({ batchId })
    expect(cancelled.state).toBe('cancelled')
    await expect(client.intake.batches.cancel({ batchId })).rejects.toMatchObject({ code: 'batch-finished' })
    await new Promise((next) => setTimeout(next, 1500))
    const after = await finished(client, batchId)
    expect(after.state).toBe('cancelled')
    expect((await storedOf(sourceId)).length).toBe(after.counts.landed)
    expect(after.counts.landed).toBeLessThan(many.length)
  })
})

test('the same customer has the same key in every source, and another in another organisation', async () => {
  const keys = []
  for (const organisation of server.organisations) {
    const { client } = await server.signIn('manager', organisation)
    for (const kunde of ['22 22 55 55', '+4722225555']) {
      const { sourceId } = await makeSource(client, 'table')
      await bringIn(client, sourceId, tableOf([{ ...rows[0]!, kunde }]))
      keys.push((await storedOf(sourceId))[0]!.customer_key)
    }
  }
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).toBe(keys[3])
  expect(keys[0]).not.toBe(keys[2])
})

describe('the live endpoint', () => {
  const record = { id: 's1', startedAt: '2026-03-02T09:30:00+01:00', text: 'Ring meg på 912 34 567' }

  test('takes records from a program with a key, once, and tells which were refused', async () => {
    const { client } = await server.signIn('admin')
    const { key } = await client.organisation.keys.create({ name: 'Sentral', scopes: ['enquiries:write'] })
    const program = createClient({ url: server.url, headers: () => ({ authorization: `Bearer ${key}` }) })
    const { sourceId } = await makeSource(client, 'live')
    const send = () =>
      program.intake.receive({
        source: sourceId,
        records: [
          record,
          { ...record, id: 's2', channel: 'fjernsyn' },
          'tull',
          { id: 's3' },
          { ...record, id: 's4', kanal: 'chat' },
          { ...record, id: 's5', startedAt: '2091-03-02T09:30:00+01:00' },
        ],
      })
    const first = await send()
    expect(first.counts).toMatchObject({ read: 6, landed: 1, refused: 5 })
    expect(first.refused).toEqual([
      { record: 2, reason: 'bad-value', path: 'channel' },
      { record: 3, reason: 'wrong-shape', path: null },
      { record: 4, reason: 'bad-value', path: 'startedAt' },
      { record: 5, reason: 'bad-value', path: 'kanal' },
      { record: 6, reason: 'future-time', path: 'startedAt' },
    ])
    expect((await send()).counts).toMatchObject({ landed: 0, known: 1, refused: 5 })
    expect(await storedOf(sourceId)).toMatchObject([
      { text: 'Ring meg på [telefon]', source_record_id: 's1' },
    ])
    const { sources } = await client.intake.summary()
    expect(sources.find((source) => source.sourceId === sourceId)).toMatchObject({
      counts: { read: 12, landed: 1, known: 1, refused: 10 },
      reconciles: true,
    })
  })

  test('takes a record from a clock that is ahead by hours, and none from one that is ahead by days', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'live')
    const inHours = (id: string, hours: number) => ({
      ...record,
      id,
      startedAt: new Date(Date.now() + hours * 3_600_000).toISOString(),
    })
    const records = [inHours('a', 3), inHours('b', 48)]
    expect(await client.intake.receive({ source: sourceId, records })).toMatchObject({
      counts: { landed: 1, refused: 1 },
      refused: [{ record: 2, reason: 'future-time', path: 'startedAt' }],
    })
  })

  test('refuses a source that is of another kind, retired, or of another organisation', async () => {
    const client = await manager()
    const file = await makeSource(client, 'table')
    const live = await makeSource(client, 'live')
    const to = (source: string, sender = client) => sender.intake.receive({ source, records: [record] })
    await expect(to(file.sourceId)).rejects.toMatchObject({ code: 'source-kind' })
    const foreign = (await server.signIn('manager', server.organisations[1])).client
    await expect(to(live.sourceId, foreign)).rejects.toMatchObject({ code: 'not-found' })
    await client.intake.sources.retire({ sourceId: live.sourceId, retired: true })
    await expect(to(live.sourceId)).rejects.toMatchObject({ code: 'source-retired' })
    await client.intake.sources.retire({ sourceId: live.sourceId, retired: false })
    expect((await to(live.sourceId)).counts.landed).toBe(1)
  })

  test('counts a contact with legs once', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'live')
    const legs = ['1', '2', '3'].map((leg) => ({ ...record, id: `k-${leg}`, contactId: 'k', legOf: 'k' }))
    const { counts } = await client.intake.receive({
      source: sourceId,
      records: [{ ...record, id: 'k', contactId: 'k' }, ...legs],
    })
    expect(counts).toMatchObject({ landed: 4, contacts: 1 })
    const { items } = await client.intake.enquiries.list({ source: sourceId, limit: 1 })
    const { conversation } = await client.intake.enquiries.get({ enquiryId: items[0]!.enquiryId })
    expect(conversation).toHaveLength(4)
    expect(await client.intake.enquiries.count({ source: sourceId })).toEqual({ rows: 4, contacts: 1 })
  })
})

describe('a tally', () => {
  const press = (reason: string, at: string, pressId = newId()) => ({ pressId, reason, at, undone: false })

  test('is one row a reason and an hour, counts a press once, and takes it back', async () => {
    const { client } = await server.signIn('agent')
    const { sourceId } = await makeSource(await manager(), 'tally', {
      profile: { reasons: ['Pris', 'Levering'] },
      channel: 'inPerson',
    })
    const presses = [
      press('Pris', '2026-03-02T08:05:00.000Z'),
      press('Pris', '2026-03-02T08:55:00.000Z'),
      press('Levering', '2026-03-02T08:59:00.000Z'),
      press('Pris', '2026-03-02T09:00:00.000Z'),
    ]
    await client.intake.tally.press({ sourceId, presses })
    await client.intake.tally.press({ sourceId, presses })
    const weights = async () =>
      (await storedOf(sourceId)).map((row) => [row.source_record_id, row.weight, row.channel])
    expect(await weights()).toEqual([
      ['2026-03-02T08 Levering', 1, 'inPerson'],
      ['2026-03-02T08 Pris', 2, 'inPerson'],
      ['2026-03-02T09 Pris', 1, 'inPerson'],
    ])
    const back = [presses[0]!, presses[3]!].map((one) => ({ ...one, undone: true }))
    await client.intake.tally.press({ sourceId, presses: back })
    await client.intake.tally.press({ sourceId, presses: back })
    expect(await weights()).toEqual([
      ['2026-03-02T08 Levering', 1, 'inPerson'],
      ['2026-03-02T08 Pris', 1, 'inPerson'],
    ])
    expect(await (await manager()).intake.sources.get({ sourceId })).toMatchObject({
      counts: { read: 12, landed: 4, changed: 2, known: 6, contacts: 2 },
      stored: { contacts: 2 },
      reconciles: true,
    })
  })

  test('shows what was counted today', async () => {
    const { client } = await server.signIn('agent')
    const { sourceId } = await makeSource(await manager(), 'tally', { profile: { reasons: ['Pris'] } })
    const now = new Date().toISOString()
    const shown = await client.intake.tally.press({
      sourceId,
      presses: [press('Pris', now), press('Pris', now)],
    })
    expect(shown).toMatchObject({ reasons: ['Pris'], today: [{ reason: 'Pris', count: 2 }] })
    expect(await client.intake.tally.get({ sourceId })).toEqual(shown)
  })
})

describe('personal data', () => {
  async function oneCustomer() {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'table')
    const kunde = `kunde${newId()}@eksempel.no`
    const file = tableOf([{ ...rows[0]!, kunde }])
    await bringIn(client, sourceId, file)
    return { client, sourceId, kunde, file }
  }

  test('of a customer is found, handed out and erased, and does not come back', async () => {
    const { client, sourceId, kunde, file } = await oneCustomer()
    const found = await client.intake.customer.find({ customer: kunde.toUpperCase() })
    expect(found).toMatchObject({ rows: 1, withText: 1 })
    const handed = JSON.parse(await (await client.intake.customer.export({ customer: kunde })).text())
    expect(handed.enquiries).toMatchObject([{ recordId: 'a', text: 'Når kommer pakken? Ring [telefon]' }])
    expect(await client.intake.customer.erase({ customer: kunde })).toEqual({ rows: 1 })
    const again = await bringIn(client, sourceId, file)
    expect(again.counts).toMatchObject({ landed: 0, known: 1 })
    expect(await storedOf(sourceId)).toMatchObject([
      { text: null, agent_text: null, customer_key: null, weight: 1 },
    ])
    expect(await client.intake.customer.find({ customer: kunde })).toMatchObject({ rows: 0 })
    const { items } = await (await server.signIn('admin')).client.organisation.audit({
      subjectKind: 'customer',
    })
    expect(items.map(({ action }) => action)).toEqual(['customer.erased', 'customer.exported'])
    expect(JSON.stringify(items)).not.toContain(kunde)
  })

  test('goes when its time is over; the counts stay', async () => {
    const client = await manager()
    const kept = await makeSource(client, 'table')
    const short = await makeSource(client, 'table', { retentionMonths: 12 })
    for (const { sourceId } of [kept, short]) await bringIn(client, sourceId, table)
    await forgetOldTexts(server.db, new Date('2028-02-28T00:00:00Z'))
    expect((await storedOf(short.sourceId)).map(({ text }) => text)).toEqual(
      [rows[0], rows[1], null].map((row) => row && expect.any(String)),
    )
    await forgetOldTexts(server.db, new Date('2028-03-02T00:00:00Z'))
    expect((await storedOf(short.sourceId)).map(({ text, weight }) => [text, weight])).toEqual([
      [null, 1],
      [null, 1],
      [null, 1],
    ])
    expect((await storedOf(short.sourceId))[0]!.text_key).not.toBeNull()
    expect((await storedOf(kept.sourceId))[0]!.text).not.toBeNull()
  })
})

describe('the list of enquiries', () => {
  test('is filtered by everything that its address can say, and read page by page', async () => {
    const client = await manager()
    const { sourceId } = await makeSource(client, 'live')
    const records = Array.from({ length: 7 }, (_, index) => ({
      id: `e${index}`,
      startedAt: `2026-05-0${index + 1}T10:00:00.000Z`,
      channel: index % 2 === 0 ? 'chat' : 'phone',
      text: index === 3 ? 'Rabatt på 100%_ for studenter' : `Spørsmål ${index}`,
      ...(index === 5 ? { reasonCode: 'retur' } : {}),
    }))
    const { batchId } = await client.intake.receive({ source: sourceId, records })
    const ids = async (filter: object) =>
      (await client.intake.enquiries.list({ source: sourceId, ...filter })).items.map(({ startedAt }) =>
        startedAt.slice(8, 10),
      )
    expect(await ids({})).toEqual(['07', '06', '05', '04', '03', '02', '01'])
    expect(await ids({ channel: 'chat' })).toEqual(['07', '05', '03', '01'])
    expect(await ids({ from: '2026-05-03', to: '2026-05-04' })).toEqual(['04', '03'])
    expect(await ids({ q: '100%_' })).toEqual(['04'])
    expect(await ids({ q: '100__' })).toEqual([])
    expect(await ids({ code: 'retur' })).toEqual(['06'])
    expect(await ids({ batch: batchId, channel: 'phone' })).toEqual(['06', '04', '02'])
    expect(await ids({ topic: newId() })).toEqual([])
    const seen: string[] = []
    for (let cursor: string | undefined, turn = 0; turn < 9; turn++) {
      const page = await client.intake.enquiries.list({
        source: sourceId,
        limit: 3,
        ...(cursor && { cursor }),
      })
      seen.push(...page.items.map(({ startedAt }) => startedAt.slice(8, 10)))
      if (page.next === undefined) break
      cursor = page.next
    }
    expect(seen).toEqual(['07', '06', '05', '04', '03', '02', '01'])
  })
})
