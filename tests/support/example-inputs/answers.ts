import { contentOf, makeAnswersWorld, moveBody } from '../answers-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const worldOf = async ({ server }: ExampleWorld) => {
  await server.database.pool.query('delete from sign_in_guard')
  await server.database.pool.query('delete from answer_channel_owner')
  return makeAnswersWorld(server)
}

const draft = async (world: ExampleWorld) => ({ answerId: await (await worldOf(world)).answer() })
const agreed = async (world: ExampleWorld) => ({ answerId: await (await worldOf(world)).agreed() })

/** An agreed answer with a chat version that can be approved. */
async function withVersion(world: ExampleWorld) {
  const made = await worldOf(world)
  const answerId = await made.agreed()
  await made.client.answers.versions.draft({ answerId, channel: 'chat', language: 'nb' })
  return { answerId, channel: 'chat', language: 'nb' } as const
}

/** In review, with the caller as the owner of chat, where the caller is one of ours who may be. */
async function toSignOff(world: ExampleWorld) {
  const { client, organisationId, answer } = await worldOf(world)
  const answerId = await answer()
  await client.answers.move({ answerId, move: 'submit' })
  const { server, caller } = world
  if (caller?.organisation.organisationId === organisationId)
    await server.database.pool.query(
      `insert into answer_channel_owner (organisation_id, channel, person_id) values ($1, 'chat', $2)`,
      [organisationId, caller.personId],
    )
  return { answerId, channel: 'chat', revision: 2 }
}

async function withComment(world: ExampleWorld) {
  const { client, answer } = await worldOf(world)
  const answerId = await answer()
  const { comments } = await client.answers.comment({
    answerId,
    channel: null,
    quote: null,
    text: 'Stemmer prisen?',
  })
  return { answerId, commentId: comments[0]!.commentId }
}

/** The first organisation's answers, open to everybody. */
async function open(world: ExampleWorld) {
  const { client, organisationId, agreed: make } = await worldOf(world)
  await client.answers.settings.save({ open: true, origins: [], owners: [] })
  return { organisation: organisationId, answerId: await make() }
}

const openTo = async (world: ExampleWorld) => ({
  organisation: (await open(world)).organisation,
  language: 'nb',
})

export const answersInputs: ExampleInputs = {
  'answers.create': async (world) => ({
    topicId:
      world.caller?.organisation.organisationId === world.server.organisations[0].organisationId
        ? null
        : await (await worldOf(world)).topic('Flytting'),
    title: 'Flytte',
    language: 'nb',
  }),
  'answers.get': draft,
  'answers.save': async (world) => ({
    ...(await draft(world)),
    baseRevision: 2,
    content: contentOf('Flytte avtalen', moveBody),
  }),
  'answers.setTopic': async (world) => ({ ...(await draft(world)), topicId: null, ownerId: null }),
  'answers.move': async (world) => ({ ...(await draft(world)), move: 'submit' }),
  'answers.signOff': toSignOff,
  'answers.history': draft,
  'answers.revision': async (world) => ({ ...(await draft(world)), revision: 1 }),
  'answers.restore': async (world) => ({ ...(await draft(world)), revision: 1 }),
  'answers.comment': async (world) => ({
    ...(await draft(world)),
    channel: null,
    quote: null,
    text: 'Stemmer prisen?',
  }),
  'answers.resolve': withComment,
  'answers.versions.draft': async (world) => ({ ...(await draft(world)), channel: 'email', language: 'nb' }),
  'answers.versions.save': async (world) => ({ ...(await withVersion(world)), baseEdit: 1, body: 'Hei!' }),
  'answers.versions.approve': async (world) => ({ ...(await withVersion(world)), editNumber: 1 }),
  'answers.versions.history': withVersion,
  'answers.facts.save': async ({ unique }) => ({ name: `gebyr ${unique()}`, kind: 'price', value: '35 kr' }),
  'answers.find.read': agreed,
  'answers.find.note': async (world) => ({
    query: 'flytte',
    found: 1,
    ...(await agreed(world)),
    act: 'copied',
  }),
  'answers.find.settle': async (world) => ({ words: 'varmepumpe', ...(await draft(world)) }),
  'answers.consistency': draft,
  'answers.replies': draft,
  'answers.sheet': async (world) => ({ ...(await draft(world)), language: 'nb' }),
  'answers.settings.save': async () => ({
    open: false,
    origins: ['https://www.kraft.example.no'],
    owners: [],
  }),
  'answers.open.list': openTo,
  'answers.open.search': async (world) => ({ ...(await openTo(world)), q: 'flytte' }),
  'answers.open.export': async (world) => ({ ...(await openTo(world)), format: 'csv' }),
  'answers.open.get': async (world) => ({ ...(await open(world)), language: 'nb' }),
  'answers.open.note': async (world) => ({ ...(await open(world)), act: 'helped' }),
}
