import { makeOverviewWorld } from '../overview-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const fields = {
  title: 'Én faktura',
  cause: 'backend',
  hypothesis: 'Da lurer ingen på hvorfor de får to.',
  ownerId: null,
  dueOn: null,
  expectedDrop: 0.3,
} as const

async function withImprovement({ server }: ExampleWorld) {
  const world = await makeOverviewWorld(server)
  const topicId = await world.addTopic('To fakturaer')
  const { client } = await server.signIn('manager')
  const { improvementId } = await client.improvements.create({ ...fields, topicIds: [topicId] })
  return { improvementId, topicId }
}

async function withSuggestion(example: ExampleWorld) {
  const { topicId } = await withImprovement(example)
  const { client } = await example.server.signIn('agent')
  const sent = { topicId, answerId: null, text: 'Slå dem sammen.' }
  return { suggestionId: (await client.improvements.suggestions.send(sent)).suggestionId, topicId }
}

export const improvementsInputs: ExampleInputs = {
  'improvements.get': async (world) => ({ improvementId: (await withImprovement(world)).improvementId }),
  'improvements.create': async (world) => ({ ...fields, topicIds: [(await withImprovement(world)).topicId] }),
  'improvements.save': async (world) => {
    const { improvementId, topicId } = await withImprovement(world)
    return { ...fields, improvementId, topicIds: [topicId] }
  },
  'improvements.move': async (world) => ({
    improvementId: (await withImprovement(world)).improvementId,
    state: 'decided',
    inEffectFrom: null,
    note: '',
  }),
  'improvements.note': async (world) => ({
    improvementId: (await withImprovement(world)).improvementId,
    text: 'Prøvd på ti kunder.',
  }),
  'improvements.suggestions.send': async (world) => ({
    topicId: (await withImprovement(world)).topicId,
    answerId: null,
    text: 'Slå dem sammen.',
  }),
  'improvements.suggestions.reply': async (world) => ({
    suggestionId: (await withSuggestion(world)).suggestionId,
    text: 'Takk.',
  }),
  'improvements.suggestions.carry': async (world) => ({
    suggestionId: (await withSuggestion(world)).suggestionId,
    to: 'improvement',
    text: 'Det blir et tiltak.',
  }),
  'improvements.suggestions.close': async (world) => {
    const { suggestionId } = await withSuggestion(world)
    const { client } = await world.server.signIn('manager')
    await client.improvements.suggestions.reply({ suggestionId, text: 'Takk.' })
    return { suggestionId }
  },
}
