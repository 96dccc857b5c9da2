import { toLocal } from '../../../src/kernel/zone.ts'
import type { QueueFieldsInput } from '../../../src/plan/traffic/queues/contract.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const hours = [{ from: '08:00', to: '16:00' }]
export const exampleQueue: QueueFieldsInput = {
  channel: 'phone',
  kind: 'calls',
  intervalMinutes: 15,
  opening: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] },
  name: 'Telefon',
  skill: 'telefon',
}

const table = (name: string, text: string) => new File([text], name, { type: 'text/csv' })
const traffic = () => table('trafikk.csv', 'Tidspunkt;Tilbudt\n2026-03-02 08:00;12\n2026-03-02 08:15;9\n')
const prices = () => table('pris.csv', 'Dato;Pris\n2026-03-02;81,5\n')

async function planner({ server }: ExampleWorld) {
  return (await server.signIn('planner')).client
}

/** One queue for each server is enough: nothing here uses it up, and what plans all queues reads each of them. */
const made = new WeakMap<object, Promise<string>>()

function withQueue(world: ExampleWorld): Promise<string> {
  const known = made.get(world.server) ?? makeQueue(world)
  made.set(world.server, known)
  return known
}

async function makeQueue(world: ExampleWorld): Promise<string> {
  const client = await planner(world)
  return (await client.traffic.queues.create({ ...exampleQueue, name: `Kø ${world.unique()}` })).queueId
}

async function withKind(world: ExampleWorld): Promise<string> {
  const client = await planner(world)
  const kind = { name: 'Faktura', category: 'invoice' as const, lagFrom: 0, queueIds: [] }
  return (await client.traffic.events.createKind(kind)).kindId
}

async function withEvent(world: ExampleWorld) {
  const kindId = await withKind(world)
  const fields = { kindId, day: '2026-03-02', size: 1, factor: null, note: '' }
  return { ...fields, eventId: (await (await planner(world)).traffic.events.add(fields)).eventId }
}

const shock = { name: 'Pris', multiplier: 1.3, halfLifeDays: 30 }
const day = '2026-03-02'

async function withDriver(world: ExampleWorld): Promise<string> {
  const client = await planner(world)
  return (await client.traffic.drivers.import({ file: prices(), name: 'Pris', unit: 'øre' })).driverId
}

export const trafficInputs: ExampleInputs = {
  'traffic.get': async (world) => ({ queueId: await withQueue(world) }),
  'traffic.day': async (world) => ({ queueId: await withQueue(world), day }),
  'traffic.markDay': async (world) => ({ queueId: await withQueue(world), day, reason: 'Streik' }),
  'traffic.makeForecast': async (world) => ({ queueId: await withQueue(world) }),
  'traffic.queues.create': ({ unique }) => ({ ...exampleQueue, name: `Kø ${unique()}` }),
  'traffic.queues.edit': async (world) => ({
    ...exampleQueue,
    queueId: await withQueue(world),
    name: `Kø ${world.unique()}`,
  }),
  'traffic.queues.close': async (world) => ({ queueId: await makeQueue(world), closed: true }),
  'traffic.queues.saveException': async (world) => ({
    queueId: await withQueue(world),
    day,
    spans: hours,
    reason: '',
  }),
  'traffic.queues.removeException': async (world) => {
    const queueId = await withQueue(world)
    await (await planner(world)).traffic.queues.saveException({ queueId, day, spans: [], reason: '' })
    return { queueId, day }
  },
  'traffic.imports.preview': async (world) => ({ queueId: await withQueue(world), file: traffic() }),
  'traffic.imports.run': async (world) => ({ queueId: await withQueue(world), file: traffic() }),
  'traffic.imports.fromEnquiries': async (world) => {
    const client = (await world.server.signIn('manager')).client
    const { sourceId } = await client.intake.sources.create({
      kind: 'tally',
      name: `Skranken ${world.unique()}`,
      contactDefinition: 'En kunde.',
      channel: 'inPerson',
      retentionMonths: null,
      profile: { reasons: ['Pris'] },
    })
    const at = new Date().toISOString()
    const presses = [{ pressId: crypto.randomUUID(), reason: 'Pris', at, undone: false }]
    await client.intake.tally.press({ sourceId, presses })
    const { queueId } = await client.traffic.queues.create({
      ...exampleQueue,
      channel: 'inPerson',
      name: `Kø ${world.unique()}`,
    })
    const today = toLocal(new Date()).date
    return { queueId, from: today, to: today }
  },
  'traffic.imports.undo': async (world) => {
    const client = await planner(world)
    const name = `Kø ${world.unique()}`
    const { queueId } = await client.traffic.queues.create({ ...exampleQueue, name })
    const { deliveryId } = await client.traffic.imports.run({ queueId, file: traffic() })
    return { deliveryId }
  },
  'traffic.imports.deliveries': async (world) => ({ queueId: await withQueue(world) }),
  'traffic.imports.export': async (world) => ({
    queueId: await withQueue(world),
    from: day,
    to: day,
    format: 'csv',
  }),
  'traffic.events.editKind': async (world) => ({
    kindId: await withKind(world),
    name: 'Faktura',
    category: 'invoice',
    lagFrom: 0,
    queueIds: [],
  }),
  'traffic.events.removeKind': async (world) => ({ kindId: await withKind(world) }),
  'traffic.events.add': async (world) => ({
    kindId: await withKind(world),
    day,
    size: 1,
    factor: null,
    note: '',
  }),
  'traffic.events.edit': async (world) => withEvent(world),
  'traffic.events.remove': async (world) => ({ eventId: (await withEvent(world)).eventId }),
  'traffic.shocks.add': async (world) => ({ queueId: await withQueue(world), day, ...shock }),
  'traffic.shocks.settle': async (world) => {
    const queueId = await withQueue(world)
    const { shockId } = await (await planner(world)).traffic.shocks.add({ queueId, day, ...shock })
    return { shockId, state: 'dismissed', ...shock }
  },
  'traffic.drivers.import': () => ({ file: prices(), name: 'Pris', unit: 'øre' }),
  'traffic.drivers.edit': async (world) => ({
    driverId: await withDriver(world),
    scenario: 'high',
    beyondSeen: true,
    lagDays: 2,
    queueIds: [],
  }),
  'traffic.drivers.remove': async (world) => ({ driverId: await withDriver(world) }),
  'traffic.receive': async (world) => ({
    queueId: await withQueue(world),
    intervals: [{ startsAt: '2026-03-02T08:15:00.000Z', offered: 5 }],
  }),
}
