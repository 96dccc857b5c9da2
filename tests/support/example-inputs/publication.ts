import type { ExampleInputs, ExampleWorld } from './index.ts'
import { worldOf } from './results.ts'

const edition = async (world: ExampleWorld) => ({ editionId: (await worldOf(world)).editionId })

export const publicationInputs: ExampleInputs = {
  'publication.get': edition,
  'publication.set': async (world) => ({
    ...(await edition(world)),
    listing: 'winners',
    namesAll: false,
    licence: null,
    opensAt: null,
  }),
  'publication.press': async (world) => ({ ...(await edition(world)), format: 'txt' }),
  'publication.openData': edition,
}
