import { makeResultsWorld, type ResultsWorld, readsFor } from '../results-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const worlds = new WeakMap<ExampleWorld['server'], Promise<ResultsWorld>>()

/** One finished edition for all calls; a participant who calls reads for the first of its companies. */
export async function worldOf({ server, caller }: ExampleWorld): Promise<ResultsWorld> {
  const making = worlds.get(server) ?? makeResultsWorld(server)
  worlds.set(server, making)
  const world = await making
  const isOurs = caller?.organisation.organisationId === server.organisations[0].organisationId
  if (caller && isOurs && caller.scope.roles.includes('participant'))
    await readsFor(server, world, caller.personId, { name: 'Fjordlinja' })
  return world
}

export const resultsInputs: ExampleInputs = {
  'results.get': async (world) => ({ editionId: (await worldOf(world)).editionId }),
  'results.participant': async (world) => {
    const { editionId, participants } = await worldOf(world)
    return { editionId, participantId: participants.get('Fjordlinja') }
  },
  'results.certainty': async (world) => ({ editionId: (await worldOf(world)).editionId }),
  'results.submissions': async (world) => ({ editionId: (await worldOf(world)).editionId }),
  'results.submission': async (world) => {
    const { editionId, contacts } = await worldOf(world)
    return {
      editionId,
      contactId: contacts.find(({ participant }) => participant === 'Fjordlinja')!.contactId,
    }
  },
  'quality.get': async (world) => ({ editionId: (await worldOf(world)).editionId }),
  'results.export': async (world) => ({ editionId: (await worldOf(world)).editionId }),
  'results.publish': async (world) => ({ editionId: (await worldOf(world)).editionId, published: true }),
}
