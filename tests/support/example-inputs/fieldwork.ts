import { newId } from '../../../src/kernel/ids.ts'
import { toInstant } from '../../../src/kernel/zone.ts'
import {
  bestAnswers,
  clockEvent,
  type FieldWorld,
  makeFieldWorld,
  someComments,
  workingDayBack,
} from '../fieldwork-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const worlds = new WeakMap<ExampleWorld['server'], Promise<FieldWorld>>()

/** One edition in the field for all calls. */
export async function worldOf({ server }: ExampleWorld): Promise<FieldWorld> {
  const making = worlds.get(server) ?? makeFieldWorld(server)
  worlds.set(server, making)
  return making
}

const day = workingDayBack(5)
const at = (time: string) => toInstant(day, time).toISOString()

/** A new call, as far as its form. */
async function answered(example: ExampleWorld): Promise<{ world: FieldWorld; contactId: string }> {
  const world = await worldOf(example)
  const contactId = await world.contact(world.observerId, 'phone', day)
  const { client } = await example.server.signIn('observer')
  const events = [clockEvent('attemptStarted', day, '09:10'), clockEvent('humanReply', day, '09:11')]
  await client.fieldwork.observe.log({ contactId, events })
  return { world, contactId }
}

function formOf({ world, contactId }: { world: FieldWorld; contactId: string }) {
  return {
    contactId,
    submissionId: newId(),
    answers: bestAnswers(world.method, 'phone'),
    comments: someComments(world.method),
    submittedAt: at('09:30'),
  }
}

async function submitted(example: ExampleWorld) {
  const made = await answered(example)
  const { client } = await example.server.signIn('observer')
  await client.fieldwork.observe.submit(formOf(made))
  return { editionId: made.world.editionId, contactId: made.contactId }
}

async function inState(example: ExampleWorld, state: 'fieldwork' | 'paused') {
  const { editionId, run } = await worldOf(example)
  await run('update edition set state = $1 where edition_id = $2', [state, editionId])
  return { editionId }
}

export const fieldworkInputs: ExampleInputs = {
  'fieldwork.observe.get': async (example) => ({ contactId: (await answered(example)).contactId }),
  'fieldwork.observe.log': async (example) => {
    const { contactId } = await answered(example)
    return { contactId, events: [clockEvent('formOpened', day, '09:20')] }
  },
  'fieldwork.observe.saveDraft': async (example) => {
    const { contactId } = await answered(example)
    return { contactId, answers: { callBack: 'yes' }, comments: {}, savedAt: at('09:20') }
  },
  'fieldwork.observe.submit': async (example) => formOf(await answered(example)),
  'fieldwork.review.queue': async (example) => ({ editionId: (await worldOf(example)).editionId }),
  'fieldwork.review.get': submitted,
  'fieldwork.review.approve': async (example) => ({ ...(await submitted(example)), version: 1 }),
  'fieldwork.review.reopen': async (example) => {
    const where = await submitted(example)
    const { client } = await example.server.signIn('organiser')
    await client.fieldwork.review.approve({ ...where, version: 1 })
    return { ...where, version: 1 }
  },
  'fieldwork.review.approveClean': async (example) => {
    const { editionId, contactId } = await submitted(example)
    return { editionId, items: [{ contactId, version: 1 }] }
  },
  'fieldwork.review.return': async (example) => ({
    ...(await submitted(example)),
    version: 1,
    note: 'Utdyp velkomsten.',
  }),
  'fieldwork.progress': async (example) => ({ editionId: (await worldOf(example)).editionId }),
  'fieldwork.pause': async (example) => ({ ...(await inState(example, 'fieldwork')), reason: 'Uvær' }),
  'fieldwork.resume': async (example) => inState(example, 'paused'),
  'fieldwork.importUnsent': async (example) => {
    const { editionId } = await worldOf(example)
    const { personId } = await example.server.signIn('observer')
    const head = { kind: 'lyttepost-unsent', version: 1, exportedAt: at('12:00'), name: 'Aud' }
    const file = new File([JSON.stringify({ ...head, personId, contacts: [] })], 'usendt.json')
    return { editionId, file }
  },
  'fieldwork.exclude': async (example) => ({ ...(await submitted(example)), reason: 'Meldt stengt' }),
}
