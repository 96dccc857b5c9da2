import { newId } from '../../../src/kernel/ids.ts'
import '../../../src/understand/topics/tables.ts'
import type { TestServer } from '../server.ts'
import { makeTopicsWorld, type TopicsWorld } from '../topics-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const worlds = new WeakMap<TestServer, Promise<TopicsWorld>>()

/** One log for all calls on a server: only what a call uses up is made anew. */
function worldOf(server: TestServer): Promise<TopicsWorld> {
  const made = worlds.get(server) ?? makeTopicsWorld(server)
  worlds.set(server, made)
  return made
}

const ours = (server: TestServer) => server.organisations[0].organisationId

async function topic({ server, unique }: ExampleWorld): Promise<string> {
  await worldOf(server)
  const topicId = newId()
  const now = new Date()
  await server.db
    .insertInto('topic')
    .values({
      organisation_id: ours(server),
      topic_id: topicId,
      parent_id: null,
      name: `Tema ${unique()}`,
      name_given: true,
      state: 'proposed',
      gone_into: null,
      unexplained: false,
      created_at: now,
      created_by: null,
      changed_at: now,
    })
    .execute()
  return topicId
}

async function grouping({ server }: ExampleWorld): Promise<string> {
  const fitId = newId()
  const now = new Date()
  await server.db
    .insertInto('topic_fit')
    .values({
      organisation_id: ours(server),
      fit_id: fitId,
      job_id: null,
      state: 'done',
      settings: JSON.stringify({ fineness: 0.5, topics: null }),
      started_at: now,
      finished_at: now,
      person_id: null,
      figures: '{}',
      error: null,
    })
    .execute()
  return fitId
}

async function suggestion(world: ExampleWorld): Promise<string> {
  const suggestionId = newId()
  await world.server.db
    .insertInto('topic_suggestion')
    .values({
      organisation_id: ours(world.server),
      suggestion_id: suggestionId,
      fit_id: await grouping(world),
      kind: 'merge',
      topic_id: await topic(world),
      other_id: await topic(world),
      score: 0.9,
      reason: JSON.stringify({ words: ['regning'], neighbours: null }),
      state: 'open',
      settled_at: null,
      settled_by: null,
    })
    .execute()
  return suggestionId
}

async function decision(world: ExampleWorld): Promise<number> {
  const manager = await world.server.signIn('manager')
  const step = { kind: 'rename', topicId: await topic(world), name: `Navn ${world.unique()}` } as const
  return (await manager.client.topics.decide({ decision: step })).decision
}

export const topicsInputs: ExampleInputs = {
  'topics.texts': async (world) => ({ topicId: await topic(world) }),
  'topics.parts': async (world) => ({ topicId: await topic(world) }),
  'topics.dismiss': async (world) => ({ suggestionId: await suggestion(world) }),
  'topics.decide': async (world) => ({
    decision: { kind: 'rename', topicId: await topic(world), name: `Navn ${world.unique()}` },
  }),
  'topics.undo': async (world) => ({ decision: await decision(world) }),
  'topics.fit.start': async (world) => {
    await worldOf(world.server)
    await world.server.database.pool.query(`update topic_fit set state = 'done'`)
    return { fineness: 0.5, topics: null }
  },
  'topics.fit.moves': async (world) => ({ fitId: await grouping(world) }),
}
