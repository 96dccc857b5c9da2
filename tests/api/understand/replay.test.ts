/** Whatever order files come in, however often, and wherever an import is killed: the same rows, and sums that add up. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/kernel/ids.ts'
import { carryOutImport } from '../../../src/understand/intake/actions/import-file.ts'
import { ensureBatch } from '../../../src/understand/intake/store/batch-store.ts'
import { intakeParts, makeSource, tableOf, upload } from '../../support/intake-world.ts'
import { type SignedIn, startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let manager: SignedIn
beforeAll(async () => {
  server = await startTestServer()
  manager = await server.signIn('manager')
})
afterAll(() => server.close())

type Row = Readonly<Record<string, string | number>>
type Delivery = { readonly rows: readonly Row[]; readonly crashes: readonly number[] }

const mapping = {
  columns: { sourceId: 'id', startedAt: 'tid', text: 'tekst', reasonCode: 'kode', weight: 'antall' },
  values: {},
  units: {},
  decimal: ',' as const,
  dateOrder: 'day-first' as const,
  timeZone: 'Europe/Oslo',
}

const makeRow = (id: number, text: string, code: string, count: number, bad: boolean): Row => ({
  id: `r${id}`,
  tid: bad ? 'i går' : '2027-03-01 09:30',
  tekst: text,
  kode: code,
  antall: count,
})
const rows = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom('', 'Hei', 'Hei igjen', 'Ring 912 34 567'),
      fc.constantFrom('', 'pris', 'levering'),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    )
    .map((parts) => makeRow(...parts)),
  { minLength: 1, maxLength: 25 },
)
const deliveries = fc.array(
  fc.record({ rows, crashes: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }) }),
  { minLength: 1, maxLength: 4 },
)

/** Brings a file in by steps of four rows; each crash stops the worker after so many steps, and another goes on. */
async function deliver(sourceId: string, { rows: written, crashes }: Delivery): Promise<string> {
  const { scope, client } = manager
  const uploadId = await upload(client, 'fil.csv', tableOf(written))
  const batchId = newId()
  const now = new Date()
  const context = { ...intakeParts(server), scope, jobs: server.jobs, now, requestId: 'test', stepRows: 4 }
  await ensureBatch(scope, server.db, {
    batchId,
    sourceId,
    uploadId,
    fileName: 'fil.csv',
    state: 'waiting',
    receivedAt: now,
  })
  for (const steps of [...crashes, undefined]) {
    let left = steps
    const progress = () => {
      if (left === 0) throw new Error('killed')
      if (left !== undefined) left -= 1
    }
    await carryOutImport(context, { batchId }, { signal: new AbortController().signal, progress }).catch(
      (error: Error) => expect(error.message).toBe('killed'),
    )
  }
  return batchId
}

async function stored(sourceId: string) {
  const found = await server.db
    .selectFrom('enquiry')
    .select(['source_record_id', 'text', 'reason_code', 'weight', 'record_state'])
    .where('source_id', '=', sourceId)
    .orderBy('source_record_id')
    .execute()
  return found
}

async function reconciled(sourceId: string) {
  const source = await manager.client.intake.sources.get({ sourceId })
  const { read, landed, known, changed, refused, contacts } = source.counts
  const weights = (await stored(sourceId)).reduce((all, { weight }) => all + weight, 0)
  expect(read).toBe(landed + known + changed + refused)
  expect(contacts).toBeCloseTo(weights)
  expect(source.reconciles).toBe(true)
  return source.counts
}

test('the same rows in the end, and sums that add up', async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, fc.infiniteStream(fc.nat()), async (all, order) => {
      const fresh = async () =>
        (await makeSource(manager.client, 'table', { name: newId(), profile: { reader: { mapping } } }))
          .sourceId
      const [one, other] = [await fresh(), await fresh()]
      for (const delivery of all) await deliver(one, delivery)
      const shuffled = [...all, all[0]!]
        .map((delivery) => ({ delivery, at: order.next().value }))
        .sort((first, second) => first.at - second.at)
      for (const { delivery } of shuffled) await deliver(other, { ...delivery, crashes: [] })
      expect(await stored(other)).toEqual(await stored(one))
      const counts = await reconciled(one)
      await reconciled(other)
      expect(counts.read).toBe(all.reduce((sum, { rows: written }) => sum + written.length, 0))
      const refusals = all.flatMap(({ rows: written }) => written.filter(({ tid }) => tid === 'i går')).length
      expect(counts.refused).toBe(refusals)
    }),
    { numRuns: 8 },
  )
})
