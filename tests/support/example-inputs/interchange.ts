import { referenceMethod } from '../../../src/measure/edition/rules/reference/reference-method.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

/** An edition in preparation of the first organisation, new for each call, for a form and results are taken once. */
async function preparing({ server, unique }: ExampleWorld): Promise<string> {
  const { client } = await server.signIn('organiser')
  const name = `Hentet ${unique()}`
  const { editionId } = await client.edition.create({
    name,
    source: { kind: 'builtIn', method: 'reference' },
  })
  return editionId
}

const formFile = () => new File(['question,answer,points\nClear?,Yes;No,1;0\n'], 'form.csv')

/** One answered phone call with the best answer to every question. */
export function historyFile(): File {
  const asked = referenceMethod.questions.filter(({ channels }) => channels.includes('phone'))
  const best = asked.map(({ options }) => [...options].sort((a, b) => b.points - a.points)[0]!.id)
  const header = ['participant', 'channel', 'date', 'answered', ...asked.map(({ id }) => id)]
  const others = referenceMethod.questions.filter((question) => !asked.includes(question)).map(({ id }) => id)
  const cells = ['Bussen', 'phone', '2025-12-01', 'yes', ...best, ...others.map(() => '')]
  return new File([`${[...header, ...others].join(',')}\n${cells.join(',')}\n`], 'results.csv')
}

export const interchangeInputs: ExampleInputs = {
  'interchange.exportForm': async (world) => ({ editionId: await preparing(world) }),
  'interchange.readForm': async (world) => ({ editionId: await preparing(world), file: formFile() }),
  'interchange.takeForm': async (world) => ({
    editionId: await preparing(world),
    file: formFile(),
    revision: 1,
  }),
  'interchange.readResults': async (world) => ({ editionId: await preparing(world), file: historyFile() }),
  'interchange.importResults': async (world) => {
    const { client } = await world.server.signIn('organiser')
    const editionId = await preparing(world)
    const { mapping } = await client.interchange.readResults({ editionId, file: historyFile() })
    return { editionId, file: historyFile(), mapping: JSON.stringify(mapping) }
  },
}
