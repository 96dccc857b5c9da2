import { usualSettings } from '../../../src/plan/staffing/rules/settings.ts'
import { makeStaffingWorld, type StaffingWorld } from '../staffing-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

/** One queue for each server is enough: nothing here uses it up. */
const made = new WeakMap<object, Promise<{ queueId: string; world: StaffingWorld }>>()

function queueOf({ server }: ExampleWorld) {
  const known = made.get(server) ?? makeQueue(server)
  made.set(server, known)
  return known
}

async function makeQueue(server: ExampleWorld['server']) {
  const world = await makeStaffingWorld(server)
  return { world, queueId: await world.addQueue({ counted: false }) }
}

export const staffingInputs: ExampleInputs = {
  'staffing.overview': async (world) => ({ queueId: (await queueOf(world)).queueId }),
  'staffing.week': async (world) => ({ queueId: (await queueOf(world)).queueId }),
  'staffing.rules.list': async (world) => ({ queueId: (await queueOf(world)).queueId }),
  'staffing.rules.save': async (example) => {
    const { queueId, world } = await queueOf(example)
    return { queueId, validFrom: world.today, settings: usualSettings('calls') }
  },
  'staffing.rules.preview': async (world) => ({
    queueId: (await queueOf(world)).queueId,
    settings: usualSettings('calls'),
  }),
  'staffing.scheduled.save': async (example) => {
    const { queueId, world } = await queueOf(example)
    return { queueId, rows: [{ startsAt: world.startsOf(world.monday)[0]!.toISOString(), people: 14 }] }
  },
  'staffing.scheduled.import': async (example) => {
    const { queueId, world } = await queueOf(example)
    return { queueId, file: new File([`timestamp,people\n${world.monday} 08:00,14\n`], 'vakter.csv') }
  },
}
