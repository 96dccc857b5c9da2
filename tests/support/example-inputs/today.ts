import { makeStaffingWorld } from '../staffing-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

/** One queue for each server is enough: nothing here uses it up. */
const made = new WeakMap<object, Promise<string>>()

function queueOf({ server }: ExampleWorld): Promise<string> {
  const known = made.get(server) ?? makeStaffingWorld(server).then((world) => world.addQueue())
  made.set(server, known)
  return known
}

export const noted = {
  kind: 'callIn',
  people: 2,
  minutes: 90,
  from: '10:00',
  to: '11:30',
  note: '',
  riskBefore: 0.8,
  riskAfter: 0.2,
  waitBefore: 240,
  waitAfter: 18,
  changes: [] as never[],
  acceptFindings: false,
} as const

export const todayInputs: ExampleInputs = {
  'today.plan': async (example) => ({ queueId: await queueOf(example) }),
  'today.note': async (example) => ({ queueId: await queueOf(example), ...noted }),
  'today.remove': async (example) => {
    const { client } = await example.server.signIn('planner')
    return client.today.note({ queueId: await queueOf(example), ...noted })
  },
}
