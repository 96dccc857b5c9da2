import { planningWorld } from '../planning-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const observer = {
  contactsPerWeek: 5,
  active: true,
  personId: null,
  customerOf: ['Nordlys Kraft'],
  absences: [{ from: '2027-02-15', to: '2027-02-19', reason: 'Vinterferie' }],
}
const file = () => new File(['observer,contactsPerWeek\nEline,5\n'], 'observatører.csv', { type: 'text/csv' })

/** An edition of its own with a participant, two observers and a plan. */
async function planned({ server, unique }: ExampleWorld) {
  return planningWorld(server, { participants: 1, observers: 2, names: `${unique()}-` })
}

async function anEdition(world: ExampleWorld) {
  return { editionId: (await planned(world)).editionId }
}

export const planningInputs: ExampleInputs = {
  'planning.get': anEdition,
  'planning.make': anEdition,
  'planning.contacts': anEdition,
  'planning.counts': anEdition,
  'planning.preview': async (world) => ({ ...(await anEdition(world)), changes: {} }),
  'planning.apply': async (world) => {
    const { editionId, client } = await planned(world)
    const { token } = await client.planning.preview({ editionId, changes: {} })
    return { editionId, changes: {}, reason: 'Prøve', token }
  },
  'planning.revision': async (world) => ({ ...(await anEdition(world)), revision: 1 }),
  'planning.observers.add': ({ unique }) => ({ ...observer, name: `Eline ${unique()}` }),
  'planning.observers.edit': async (world) => {
    const { observerIds } = await planned(world)
    return { ...observer, observerId: observerIds[0], name: `Eline ${world.unique()}` }
  },
  'planning.observers.previewImport': async () => ({ file: file() }),
  'planning.observers.import': async () => ({ file: file() }),
}
