import { leversAtRest } from '../../../src/plan/simulation/rules/what-if/levers.ts'
import { usualAssumptions } from '../../../src/plan/simulation/rules/what-if/usual.ts'
import { makeStaffingWorld } from '../staffing-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

/** A new one each time: one of the calls removes it. */
async function whatIfOf({ server }: ExampleWorld): Promise<string> {
  const { client } = await server.signIn('planner')
  const { whatIfId } = await client.simulation.create({ name: 'Uke', from: '2027-03-01', days: 5 })
  return whatIfId
}

/** What can be run has a queue with a forecast. */
const queues = new WeakMap<object, Promise<string>>()
async function monday(example: ExampleWorld): Promise<string> {
  const { server } = example
  const world = await makeStaffingWorld(server)
  const made = queues.get(server) ?? world.addQueue({ counted: false })
  queues.set(server, made)
  await made
  return world.monday
}

export const simulationInputs: ExampleInputs = {
  'simulation.get': async (example) => ({ whatIfId: await whatIfOf(example) }),
  'simulation.save': async (example) => ({
    whatIfId: await whatIfOf(example),
    name: 'Uke',
    from: '2027-03-01',
    days: 5,
    seed: 1,
    replications: 10,
    assumptions: usualAssumptions,
    plans: [
      { name: 'A', ...leversAtRest },
      { name: 'B', ...leversAtRest },
    ],
  }),
  'simulation.run': async (example) => {
    const from = await monday(example)
    const { client } = await example.server.signIn('planner')
    return client.simulation.create({ name: 'Uke', from, days: 1 })
  },
  'simulation.remove': async (example) => ({ whatIfId: await whatIfOf(example) }),
}
