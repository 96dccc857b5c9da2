import { newId } from '../../../src/kernel/ids.ts'
import { type AppealsWorld, logsOf, makeAppealsWorld } from '../appeals-world.ts'
import { readsFor } from '../results-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const worlds = new WeakMap<ExampleWorld['server'], Promise<AppealsWorld>>()
const grounds = 'Svaret vårt ble sendt samme dag, se loggen.'

/** One edition for all calls, each time without appeals and with an open window. */
async function worldOf({ server, caller }: ExampleWorld) {
  const making = worlds.get(server) ?? makeAppealsWorld(server, 99)
  worlds.set(server, making)
  const world = await making
  const { organisationId } = server.organisations[0]
  const { editionId, run } = world
  for (const table of [
    'result_change',
    'appeal_file',
    'appeal_event',
    'appeal',
    'second_coding_version',
    'second_coding',
  ])
    await run(`delete from ${table} where organisation_id = $1 and edition_id = $2`, [
      organisationId,
      editionId,
    ])
  const where = [organisationId, editionId]
  await run(`update contact set state = 'approved' where organisation_id = $1 and edition_id = $2`, where)
  await run(`update edition set state = 'review' where organisation_id = $1 and edition_id = $2`, where)
  await run('delete from contact_event where organisation_id = $1 and edition_id = $2', where)
  await run('delete from appeal_window where organisation_id = $1 and edition_id = $2', where)
  await logsOf(run, organisationId, editionId)
  const organiser = await server.signIn('organiser')
  await organiser.client.appeals.openWindow({ editionId, workingDays: 10 })
  const isOurs = caller?.organisation.organisationId === organisationId
  if (caller && isOurs && caller.scope.roles.includes('participant'))
    await readsFor(server, world, caller.personId, { name: 'Fjordlinja' })
  const contactId = world.own.find(({ channel, answered }) => channel !== 'phone' && answered)!.contactId
  return { ...world, contactId, organisationId, organiser: organiser.client }
}

/** An appeal by the participant who signs in, decided where that is asked for. */
async function appealed(example: ExampleWorld, { decided = false, coded = false } = {}) {
  const world = await worldOf(example)
  const { editionId, contactId, organiser, participant } = world
  const appealId = newId()
  await participant.client.appeals.make({ editionId, contactId, appealId, questions: [], grounds })
  if (decided) await organiser.appeals.decide({ editionId, appealId, ...rejection })
  if (coded) await organiser.appeals.askForCoding({ editionId, appealId })
  return { ...world, appealId }
}

const rejection = {
  outcome: 'rejected',
  reasons: 'Loggen viser at svaret kom etter fristen.',
  answers: {},
  exclude: false,
} as const

const edition = async (example: ExampleWorld) => ({ editionId: (await worldOf(example)).editionId })
const oneAppeal = async (example: ExampleWorld, how?: { decided?: boolean; coded?: boolean }) => {
  const { editionId, appealId } = await appealed(example, how)
  return { editionId, appealId }
}
const oneContact = async (example: ExampleWorld) => {
  const { editionId, contactId } = await worldOf(example)
  return { editionId, contactId }
}
const evidence = () => new File(['10.15 svar sendt\n'], 'logg.txt')

async function coding(example: ExampleWorld) {
  const { editionId, contactId, organiser } = await appealed(example, { coded: true })
  const { items } = await organiser.coding.list({ editionId })
  return { editionId, codingId: items.find((one) => one.contactId === contactId)!.codingId }
}

async function filled(example: ExampleWorld) {
  const { codingId } = await coding(example)
  const { client } = await example.server.signIn('observer')
  const { form } = await client.coding.open({ codingId })
  const answers = Object.fromEntries(form.questions.map(({ id, options }) => [id, options[0]!.id]))
  return { codingId, answers, note: '' }
}

export const appealsInputs: ExampleInputs = {
  'coding.open': async (example) => ({ codingId: (await coding(example)).codingId }),
  'coding.saveDraft': filled,
  'coding.handIn': async (example) => ({ ...(await filled(example)), handInId: newId() }),
  'coding.list': edition,
  'coding.sample': async (example) => ({ ...(await edition(example)), percent: 10, seed: 'kontroll-1' }),
  'coding.withdraw': coding,
  'masking.get': oneContact,
  'masking.set': async (example) => ({
    ...(await oneContact(example)),
    version: 1,
    field: 'commentAgent',
    from: 0,
    to: 4,
    verdict: 'mask',
  }),
  'appeals.list': edition,
  'appeals.openWindow': async (example) => ({ ...(await edition(example)), workingDays: 12 }),
  'appeals.get': oneAppeal,
  'appeals.askForCoding': oneAppeal,
  'appeals.preview': async (example) => ({ ...(await oneAppeal(example)), answers: {}, exclude: true }),
  'appeals.decide': async (example) => ({ ...(await oneAppeal(example)), ...rejection }),
  'appeals.mine': edition,
  'appeals.own': oneContact,
  'appeals.make': async (example) => ({
    ...(await oneContact(example)),
    appealId: newId(),
    questions: [],
    grounds,
  }),
  'appeals.addFile': async (example) => ({ ...(await oneAppeal(example)), file: evidence() }),
  'appeals.file': async (example) => {
    const { editionId, appealId, participant } = await appealed(example)
    const { files } = await participant.client.appeals.addFile({ editionId, appealId, file: evidence() })
    return { editionId, appealId, fileId: files[0]!.fileId }
  },
  'appeals.acknowledge': (example) => oneAppeal(example, { decided: true }),
  'appeals.changes': async (example) => {
    const { editionId, organisationId, run } = await worldOf(example)
    await run(`update edition set state = 'published' where organisation_id = $1 and edition_id = $2`, [
      organisationId,
      editionId,
    ])
    return { editionId }
  },
  'appeals.correctable': oneContact,
  'appeals.previewCorrection': async (example) => ({ ...(await oneContact(example)), answers: {} }),
  'appeals.correct': async (example) => {
    const { editionId, contactId, organisationId, run } = await worldOf(example)
    await run(
      `insert into contact_event (organisation_id, edition_id, contact_id, event_id, kind, at, recorded_at, detail)
       values ($1, $2, $3, $4, 'finalised', now(), now(), '{}')`,
      [organisationId, editionId, contactId, newId()],
    )
    const { rows } = await run(
      `select answers->>'valued' as valued from submission where organisation_id = $1 and contact_id = $2
       order by version desc limit 1`,
      [organisationId, contactId],
    )
    const valued = rows[0]?.valued === 'd4' ? 'd3' : 'd4'
    return { editionId, contactId, answers: { valued }, reason: 'Svaret var ført på feil spørsmål.' }
  },
}
