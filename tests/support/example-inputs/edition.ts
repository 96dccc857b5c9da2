import { referenceMethod } from '../../../src/measure/edition/rules/reference/reference-method.ts'
import { planningWorld } from '../planning-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

/** A new edition of the first organisation, so that a call may change it. */
async function anEdition({ server }: ExampleWorld) {
  const { client } = await server.signIn('organiser')
  const source = { kind: 'builtIn', method: 'reference' } as const
  const { editionId } = await client.edition.create({ name: 'Kundemøtet', source })
  return { editionId }
}

export const editionInputs: ExampleInputs = {
  'edition.create': async (world) => ({
    name: 'I år',
    source: { kind: 'copy', ...(await anEdition(world)) },
  }),
  'edition.get': anEdition,
  'edition.rename': async (world) => ({ ...(await anEdition(world)), name: 'Kundemøtet 2027' }),
  'edition.method': anEdition,
  'edition.save': async (world) => ({ ...(await anEdition(world)), revision: 1, method: referenceMethod }),
  'edition.revisions': anEdition,
  'edition.diff': anEdition,
  'edition.move': async ({ server, unique }) => {
    const { editionId } = await planningWorld(server, {
      participants: 1,
      observers: 2,
      names: `${unique()}-`,
    })
    return { editionId, state: 'fieldwork' }
  },
  'edition.remove': anEdition,
}
