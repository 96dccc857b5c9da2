import { makeFlowWorld } from '../flow-world.ts'
import { makeOverviewWorld } from '../overview-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const levers = {
  growth: 0.1,
  selfService: 0,
  shiftFrom: null,
  shiftTo: null,
  shiftShare: 0,
  returns: 0,
  openingHours: 0,
  openingContacts: 0,
  attrition: 1,
  leadTime: 1,
}
const ad = {
  title: 'Kundebehandler',
  channel: 'jobBoard',
  publishedOn: '2026-10-01',
  positions: 2,
  cost: 20_000,
  applicants: 40,
  interviewed: 10,
  offered: 3,
  hired: 2,
  here6: null,
  here12: null,
} as const

async function withAd({ server }: ExampleWorld) {
  const { client } = await server.signIn('planner')
  return client.headcount.recruitment.addAd(ad)
}

async function withImprovement({ server }: ExampleWorld) {
  const world = await makeOverviewWorld(server)
  const topicId = await world.addTopic('To fakturaer')
  const { client } = await server.signIn('manager')
  return client.improvements.create({
    title: 'Én faktura',
    cause: 'backend',
    hypothesis: '',
    ownerId: null,
    dueOn: null,
    expectedDrop: 0.3,
    topicIds: [topicId],
  })
}

/** A queue of which it is said that contacts return. */
async function withReturns({ server }: ExampleWorld) {
  const { phoneId } = await makeFlowWorld(server, { days: 28 })
  const { client } = await server.signIn('planner')
  const said = { queueId: phoneId, pReturn: 0.2, pRedial: 0, shiftTo: null, pShift: 0 }
  await client.flow.save({ queues: [said], selfService: null })
  return { phoneId, client }
}

export const headcountInputs: ExampleInputs = {
  'flow.save': async ({ server }) => {
    const { phoneId } = await makeFlowWorld(server, { days: 7 })
    return {
      queues: [{ queueId: phoneId, pReturn: 0.1, pRedial: 0.4, shiftTo: null, pShift: 0 }],
      selfService: null,
    }
  },
  'flow.count': async (world) => ({
    improvementId: (await withImprovement(world)).improvementId,
    counted: false,
  }),
  'flow.expect': async (world) => {
    const { phoneId, client } = await withReturns(world)
    return { queueId: phoneId, difference: -0.05, from: (await client.headcount.get()).today }
  },
  'flow.drop': async (world) => {
    const { phoneId, client } = await withReturns(world)
    const { today } = await client.headcount.get()
    return client.flow.expect({ queueId: phoneId, difference: -0.05, from: today })
  },
  'headcount.savePeople': () => ({
    cohorts: [{ startedOn: '2025-01-01', people: 20 }],
    hires: [{ startsOn: '2027-02-01', state: 'signed', people: 2 }],
  }),
  'headcount.saveNeeds': () => ({ needs: [{ month: '2027-02', people: 20, low: 18, high: 22 }] }),
  'headcount.scenarios.add': () => ({ name: 'Vekst', levers }),
  'headcount.scenarios.remove': async ({ server }) => {
    const { client } = await server.signIn('planner')
    return client.headcount.scenarios.add({ name: 'Vekst', levers })
  },
  'headcount.recruitment.setAttraction': () => ({ attraction: 'mentor', state: 'inPlace', note: '' }),
  'headcount.recruitment.addAd': () => ad,
  'headcount.recruitment.saveAd': async (world) => ({ ...ad, adId: (await withAd(world)).adId }),
  'headcount.recruitment.removeAd': async (world) => ({ adId: (await withAd(world)).adId }),
}
