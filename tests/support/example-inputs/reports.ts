import type { ExampleInputs, ExampleWorld } from './index.ts'
import { worldOf } from './results.ts'

const edition = async (world: ExampleWorld) => ({ editionId: (await worldOf(world)).editionId })

const ownReport = async (world: ExampleWorld) => {
  const { editionId, participants } = await worldOf(world)
  return { editionId, participantId: participants.get('Fjordlinja') }
}

export const reportsInputs: ExampleInputs = {
  'reports.list': edition,
  'reports.document': ownReport,
  // HTML: setting a PDF takes a thread of its own, which the tests of reports do once.
  'reports.file': async (world) => ({ ...(await ownReport(world)), format: 'html' }),
  'reports.classFile': async (world) => ({ ...(await edition(world)), class: 'Reise', format: 'html' }),
  'reports.makeAll': edition,
  'reports.bundle': edition,
}
