import type { ExampleInputs } from './index.ts'
import { worldOf } from './results.ts'

export const insightInputs: ExampleInputs = {
  'insight.get': async (world) => ({ editionId: (await worldOf(world)).editionId }),
  'insight.participant': async (world) => {
    const { editionId, participants } = await worldOf(world)
    return { editionId, participantId: participants.get('Fjordlinja') }
  },
  'insight.target': async (world) => {
    const { editionId, participants } = await worldOf(world)
    return { editionId, participantId: participants.get('Fjordlinja'), total: 95 }
  },
}
