import { makeSurvey, type SurveyPlan } from '../survey-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

async function anEdition({ server }: ExampleWorld) {
  const { client } = await server.signIn('organiser')
  const source = { kind: 'builtIn', method: 'reference' } as const
  const { editionId } = await client.edition.create({ name: 'Kundemøtet', source })
  return { editionId }
}

async function withSurvey(world: ExampleWorld, plan: Omit<SurveyPlan, 'editionId'>) {
  return makeSurvey(world.server, { ...(await anEdition(world)), ...plan })
}

const closed = new WeakMap<ExampleWorld['server'], Promise<{ editionId: string; into: string }>>()

/** One closed survey and one edition to give points to, for all calls that only read. */
function readOnly(world: ExampleWorld): Promise<{ editionId: string; into: string }> {
  const made = closed.get(world.server) ?? makeClosed(world)
  closed.set(world.server, made)
  return made
}

async function makeClosed(world: ExampleWorld) {
  const { editionId } = await withSurvey(world, { phase: 'closed', answers: 6 })
  const { editionId: into } = await anEdition(world)
  return { editionId, into }
}

const history = () =>
  new File(['year,performance,score,n\n2021,listen,80,30\n'], 'år.csv', { type: 'text/csv' })

export const expectationsInputs: ExampleInputs = {
  'expectations.get': async (world) => ({ editionId: (await readOnly(world)).editionId }),
  'expectations.save': async (world) => {
    const { editionId, start } = await withSurvey(world, { phase: 'draft' })
    return { editionId, ...start }
  },
  'expectations.open': async (world) => {
    const { editionId, personId } = await withSurvey(world, { phase: 'draft' })
    return { editionId, observers: [personId] }
  },
  'expectations.remind': (world) => withSurvey(world, {}).then(({ editionId }) => ({ editionId })),
  'expectations.extend': async (world) => {
    const { editionId, start } = await withSurvey(world, {})
    return { editionId, closesOn: start.closesOn }
  },
  'expectations.close': (world) => withSurvey(world, {}).then(({ editionId }) => ({ editionId })),
  'expectations.results': async (world) => ({ editionId: (await readOnly(world)).editionId }),
  'expectations.history.preview': async (world) => ({ ...(await anEdition(world)), file: history() }),
  'expectations.history.import': async (world) => ({ ...(await anEdition(world)), file: history() }),
  'expectations.proposal': async (world) => ({ ...(await readOnly(world)), limit: 25 }),
  'expectations.accept': async (world) => {
    const { editionId } = await readOnly(world)
    const { editionId: into } = await anEdition(world)
    return { editionId, into, limit: 25, revision: 1 }
  },
  'expectations.mine.get': (world) => withSurvey(world, {}).then(({ editionId }) => ({ editionId })),
  'expectations.mine.answer': async (world) => {
    const { editionId, start } = await withSurvey(world, {})
    const first = start.items.slice(0, start.depth)
    const answer = Object.fromEntries(first.map(({ id }, index) => [id, index + 1]))
    return { editionId, answer, background: { age: 'from30' } }
  },
}
