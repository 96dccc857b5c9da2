import { makeFeedbackWorld } from '../feedback-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const fields = { title: 'Nytt rollespill', detail: '', ownerId: null, dueOn: '2026-12-01' }

async function forgetAttempts({ server }: ExampleWorld): Promise<void> {
  await server.database.pool.query('delete from sign_in_guard')
}

/** The caller takes part in it, if the caller is one of ours who could. */
async function worldOf(world: ExampleWorld) {
  const { server, caller } = world
  await forgetAttempts(world)
  const isOurs = caller?.organisation.organisationId === server.organisations[0].organisationId
  const part = caller && isOurs ? { reader: caller.personId, observer: caller.personId } : {}
  return makeFeedbackWorld(server, part)
}

async function withFeedback(world: ExampleWorld, wantsReply = false) {
  const { editionId, received } = await worldOf(world)
  return { editionId, feedbackId: (await received({ wantsReply })).feedbackId }
}

async function withItem(world: ExampleWorld) {
  const { client, editionId } = await worldOf(world)
  const { items } = await client.feedback.preparation.add({
    editionId,
    ...fields,
    source: 'own',
    sourceId: null,
  })
  return { editionId, itemId: items[0]!.itemId }
}

const inEdition = async (world: ExampleWorld) => ({ editionId: (await worldOf(world)).editionId })

export const feedbackInputs: ExampleInputs = {
  'feedback.list': inEdition,
  'feedback.reply': async (world) => ({ ...(await withFeedback(world, true)), text: 'Takk, vi ser på det.' }),
  'feedback.carry': async (world) => ({ ...(await withFeedback(world)), ...fields }),
  'feedback.close': async (world) => ({ ...(await withFeedback(world)), reason: 'Rettet.' }),
  'feedback.send': async (world) => ({
    ...(await inEdition(world)),
    topic: 'timing',
    text: 'For mange førespurnader i desember.',
    wantsReply: true,
  }),
  'feedback.links.list': inEdition,
  'feedback.links.make': async (world) => {
    const { editionId, participantId } = await worldOf(world)
    return { editionId, participantId }
  },
  'feedback.open.look': async (world) => ({ token: await (await worldOf(world)).token() }),
  'feedback.open.send': async (world) => ({
    token: await (await worldOf(world)).token(),
    topic: 'fairness',
    text: 'Er alle ringt like ofte?',
    wantsReply: false,
    language: 'nb',
  }),
  'feedback.open.read': async (world) => ({ receipt: (await (await worldOf(world)).received()).receipt }),
  'feedback.preparation.list': inEdition,
  'feedback.preparation.add': async (world) => ({
    ...(await inEdition(world)),
    ...fields,
    source: 'quality',
    sourceId: null,
  }),
  'feedback.preparation.edit': async (world) => ({
    ...(await withItem(world)),
    ...fields,
    title: 'To rollespill',
  }),
  'feedback.preparation.settle': async (world) => ({ ...(await withItem(world)), state: 'done' }),
}
