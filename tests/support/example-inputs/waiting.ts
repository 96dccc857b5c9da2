import { makeStaffingWorld } from '../staffing-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

/** One queue for each server is enough: nothing here uses it up. */
const made = new WeakMap<object, Promise<string>>()

function queueOf({ server }: ExampleWorld): Promise<string> {
  const known = made.get(server) ?? makeStaffingWorld(server).then((world) => world.addQueue())
  made.set(server, known)
  return known
}

export const waitingInputs: ExampleInputs = {
  'waiting.get': async (example) => ({ queueId: await queueOf(example) }),
  'waiting.patience': async (example) => ({ queueId: await queueOf(example) }),
  'waiting.after': async (example) => ({ queueId: await queueOf(example) }),
  'waiting.measured': async (example) => ({ queueId: await queueOf(example) }),
  'waiting.takePatience': async (example) => ({ queueId: await queueOf(example), seconds: 300 }),
}
