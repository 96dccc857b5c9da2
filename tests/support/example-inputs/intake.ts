import { newId } from '../../../src/kernel/ids.ts'
import type { IntakeSource } from '../../../src/understand/intake/contract.ts'
import type { SourceKind } from '../../../src/understand/intake/rules/source-kinds.ts'
import { makeSource, upload } from '../intake-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

type World = Pick<ExampleWorld, 'server'>

/** One source of each kind for all calls; each call that changes something gets one of its own. */
const made = new WeakMap<World['server'], Map<SourceKind, Promise<IntakeSource>>>()

async function managerOf({ server }: World) {
  return (await server.signIn('manager')).client
}

async function sourceOf(world: World, kind: SourceKind): Promise<IntakeSource> {
  const known = made.get(world.server) ?? new Map<SourceKind, Promise<IntakeSource>>()
  made.set(world.server, known)
  const source = known.get(kind) ?? managerOf(world).then((client) => makeSource(client, kind))
  known.set(kind, source)
  return source
}

async function uploaded(world: World) {
  return { uploadId: await upload(await managerOf(world), 'fil.csv', 'id;tekst\n1;Hei\n') }
}

const record = { id: 'samtale-1', startedAt: '2026-03-02T08:30:00.000Z', text: 'Når kommer pakken?' }

async function received(world: World) {
  const source = await sourceOf(world, 'live')
  const client = await managerOf(world)
  const { batchId } = await client.intake.receive({ source: source.sourceId, records: [record] })
  const { items } = await client.intake.enquiries.list({ source: source.sourceId, limit: 1 })
  return { batchId, enquiryId: items[0]!.enquiryId }
}

async function started(world: World) {
  const { sourceId } = await sourceOf(world, 'table')
  const client = await managerOf(world)
  return client.intake.import({ sourceId, ...(await uploaded(world)) })
}

const fieldsOf = ({ name, contactDefinition, profile, channel, retentionMonths }: IntakeSource) => ({
  name,
  contactDefinition,
  profile,
  channel,
  retentionMonths,
})

const box = {
  host: '193.213.112.4',
  port: 993,
  security: 'tls',
  user: 'post',
  password: 'hemmelig',
  folder: 'INBOX',
  everyMinutes: 15,
} as const

async function mailboxOf(world: World) {
  const { sourceId } = await sourceOf(world, 'imap')
  return { ...box, sourceId }
}

export const intakeInputs: ExampleInputs = {
  'intake.sources.get': async (world) => ({ sourceId: (await sourceOf(world, 'table')).sourceId }),
  'intake.sources.create': ({ unique }) => ({
    name: `Ny kilde ${unique()}`,
    kind: 'table',
    contactDefinition: 'En rad er én henvendelse.',
    profile: {},
    channel: null,
    retentionMonths: null,
  }),
  'intake.sources.edit': async (world) => {
    const source = await sourceOf(world, 'table')
    return { sourceId: source.sourceId, ...fieldsOf(source) }
  },
  'intake.sources.retire': async (world) => ({
    sourceId: (await sourceOf(world, 'json')).sourceId,
    retired: world.unique() % 2 === 0,
  }),
  'intake.uploads.part': async (world) => {
    const { uploadId } = await (await managerOf(world)).intake.uploads.begin({
      fileName: 'a.csv',
      sizeBytes: 8,
    })
    return { uploadId, number: 0, part: new File(['a;b\n1;2\n'], 'a.csv') }
  },
  'intake.uploads.get': uploaded,
  'intake.uploads.discard': uploaded,
  'intake.uploads.preview': async (world) => ({
    ...(await uploaded(world)),
    kind: 'table',
    channel: 'phone',
    profile: {},
  }),
  'intake.import': async (world) => ({
    sourceId: (await sourceOf(world, 'table')).sourceId,
    ...(await uploaded(world)),
  }),
  'intake.batches.get': async (world) => ({ batchId: (await received(world)).batchId }),
  'intake.batches.refusals': async (world) => ({ batchId: (await received(world)).batchId }),
  'intake.batches.exportRefusals': async (world) => ({ batchId: (await received(world)).batchId }),
  'intake.batches.cancel': async (world) => ({ batchId: (await started(world)).batchId }),
  'intake.receive': async (world) => ({
    source: (await sourceOf(world, 'live')).sourceId,
    records: [record],
  }),
  'intake.enquiries.get': async (world) => ({ enquiryId: (await received(world)).enquiryId }),
  'intake.mailbox.save': mailboxOf,
  'intake.mailbox.fetch': async (world) => {
    const input = await mailboxOf(world)
    await (await managerOf(world)).intake.mailbox.save(input)
    return { sourceId: input.sourceId }
  },
  'intake.tally.get': async (world) => ({ sourceId: (await sourceOf(world, 'tally')).sourceId }),
  'intake.tally.press': async (world) => ({
    sourceId: (await sourceOf(world, 'tally')).sourceId,
    presses: [{ pressId: newId(), reason: 'Åpningstider', at: '2026-03-02T08:30:00.000Z', undone: false }],
  }),
}
