import { makeOverviewWorld } from '../overview-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

/** A topic with one enquiry. */
async function withTopic({ server }: ExampleWorld) {
  const world = await makeOverviewWorld(server)
  const topicId = await world.addTopic('Når kommer montøren?')
  await world.add([
    { daysAgo: 2, topics: [{ topicId }] },
    { daysAgo: 3, reason_code: 'ANNET' },
  ])
  return { world, topicId }
}

async function withSample(example: ExampleWorld) {
  const { world } = await withTopic(example)
  const { client } = await example.server.signIn('manager')
  const { sampleId } = await client.overview.demand.draw({
    from: world.today.replace(/^\d+/, '2020'),
    to: world.today,
    topicId: null,
    size: 10,
  })
  return sampleId
}

export const overviewInputs: ExampleInputs = {
  'overview.topic': async (world) => ({ topicId: (await withTopic(world)).topicId }),
  'overview.saveProfile': async (world) => ({
    topicId: (await withTopic(world)).topicId,
    need: 'Slippe å vente',
    task: 'Vite tidspunktet',
    goal: '',
    ownerId: null,
    strategicWeight: 1,
    mustStay: '',
  }),
  'overview.priority.prioritise': async (world) => ({
    topicId: (await withTopic(world)).topicId,
    prioritised: false,
    reason: '',
  }),
  'overview.priority.place': async (world) => ({
    topicId: (await withTopic(world)).topicId,
    place: 1,
    reason: 'Haster',
  }),
  'overview.demand.draw': async (world) => {
    const { world: made } = await withTopic(world)
    return { from: made.today.replace(/^\d+/, '2020'), to: made.today, topicId: null, size: 10 }
  },
  'overview.demand.items': async (world) => ({ sampleId: await withSample(world) }),
  'overview.demand.code': async (world) => ({
    sampleId: await withSample(world),
    itemNumber: 1,
    code: 'value',
  }),
  'overview.codes.set': async (world) => {
    const { world: made, topicId } = await withTopic(world)
    return { sourceId: made.sourceId, code: 'ANNET', shares: [{ topicId, share: 1 }] }
  },
}
