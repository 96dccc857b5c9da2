import { addDays } from '../../../src/kernel/calendar.ts'
import { agentFields, makeShiftsWorld, shiftOn } from '../shifts-world.ts'
import { makeStaffingWorld } from '../staffing-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'
import { exampleQueue } from './traffic.ts'

/** A week far ahead for each call, so that none finds what another has left. */
async function freshWeek(example: ExampleWorld) {
  const world = await makeShiftsWorld(example.server)
  const weekStart = addDays(world.weekStart, 7 * (10 + example.unique()))
  return { ...world, weekStart }
}

/** A published shift of the agent that the caller is, and one of a colleague. */
async function withShift(example: ExampleWorld) {
  const world = await freshWeek(example)
  const { weekStart, caller } = { ...world, caller: example.caller }
  const own = await agentOfCaller(example)
  const shift = shiftOn(weekStart, own)
  await world.put([shift], weekStart)
  await world.publish(weekStart)
  return { ...world, caller, own, shift }
}

/** The caller of the first organisation becomes an agent; a stranger names what is Sara’s. */
async function agentOfCaller({ server, caller, unique }: ExampleWorld): Promise<string> {
  const world = await makeShiftsWorld(server)
  if (caller?.organisation.organisationId !== server.organisations[0].organisationId) return world.sara
  const { items } = await world.client.shifts.agents.list({})
  const known = items.find(({ personId }) => personId === caller.personId)
  if (known) return known.agentId
  const fields = { ...agentFields, agentId: null, name: `Agent ${unique()}`, personId: caller.personId }
  return (await world.client.shifts.agents.save(fields)).agentId
}

const wish = { kind: 'free', date: null, weekday: 5, from: null, to: null, weight: 2 } as const
const away = {
  kind: 'leave',
  startsAt: '2030-01-07T07:00:00.000Z',
  endsAt: '2030-01-07T15:00:00.000Z',
} as const
const template = {
  name: 'Dagvakt',
  weekdays: [1, 2, 3],
  earliestStart: '08:00',
  latestStart: '09:00',
  startEvery: 30 as const,
  lengths: [480],
  breaks: [{ minutes: 30, earliest: 180, latest: 300 }],
}
const agentsFile = () => new File(['name,weeklyHours\nPer Fil,30\n'], 'agents.csv', { type: 'text/csv' })

const presentFile = () =>
  new File(['timestamp,present\n2026-03-02 08:00,12\n'], 'present.csv', { type: 'text/csv' })

async function withWish(example: ExampleWorld) {
  const agentId = await agentOfCaller(example)
  const world = await makeShiftsWorld(example.server)
  return { wishId: (await world.client.shifts.wishes.add({ ...wish, agentId })).wishId }
}

async function withAbsence(example: ExampleWorld, agentId?: string) {
  const world = await makeShiftsWorld(example.server)
  const owner = agentId ?? world.sara
  return { absenceId: (await world.client.shifts.absences.report({ ...away, agentId: owner })).absenceId }
}

/** Offered by Sara to anybody, or by the caller. */
async function withSwap(example: ExampleWorld, by: 'sara' | 'caller') {
  const world = await freshWeek(example)
  const from = by === 'sara' ? world.sara : await agentOfCaller(example)
  const shift = shiftOn(world.weekStart, from)
  await world.put([shift], world.weekStart)
  await world.publish(world.weekStart)
  const asker = by === 'sara' ? await example.server.signIn('agent') : example.caller
  const stranger = asker?.organisation.organisationId !== example.server.organisations[0].organisationId
  const { client } = asker && !stranger ? asker : await example.server.signIn('agent')
  return {
    ...(await client.shifts.own.askSwap({ shiftId: shift.id, toAgentId: null, returnShiftId: null })),
    world,
  }
}

async function withQueue({ server, unique }: ExampleWorld): Promise<string> {
  const { client } = await server.signIn('planner')
  return (await client.traffic.queues.create({ ...exampleQueue, name: `Kø ${unique()} vakt` })).queueId
}

export const shiftsInputs: ExampleInputs = {
  'shifts.agents.export': () => ({ format: 'csv' }),
  'shifts.agents.previewImport': () => ({ file: agentsFile() }),
  'shifts.agents.import': () => ({ file: agentsFile() }),
  'shifts.agents.save': ({ unique }) => ({ ...agentFields, agentId: null, name: `Agent ${unique()}` }),
  'shifts.wishes.add': async (example) => ({
    ...wish,
    agentId: (await makeShiftsWorld(example.server)).sara,
  }),
  'shifts.wishes.remove': withWish,
  'shifts.absences.report': async (example) => ({
    ...away,
    agentId: (await makeShiftsWorld(example.server)).sara,
  }),
  'shifts.absences.decide': async (example) => ({
    ...(await withAbsence(example)),
    state: 'withdrawn',
    openShifts: false,
  }),
  'shifts.templates.save': () => ({ ...template, templateId: null }),
  'shifts.templates.remove': async (example) => {
    const { client } = await makeShiftsWorld(example.server)
    return client.shifts.templates.save({ ...template, templateId: null })
  },
  'shifts.week.get': async (example) => ({ weekStart: (await freshWeek(example)).weekStart }),
  'shifts.week.save': async (example) => ({
    weekStart: (await freshWeek(example)).weekStart,
    revision: 0,
    put: [],
    remove: [],
  }),
  'shifts.week.publish': async (example) => {
    const world = await freshWeek(example)
    const { revision } = await world.put([shiftOn(world.weekStart, world.kari)], world.weekStart)
    return { weekStart: world.weekStart, revision, note: '', acceptFindings: true }
  },
  'shifts.week.changes': async (example) => ({ weekStart: (await freshWeek(example)).weekStart }),
  'shifts.week.history': async (example) => ({ weekStart: (await freshWeek(example)).weekStart }),
  'shifts.week.restore': async (example) => ({ weekStart: (await withShift(example)).weekStart, version: 1 }),
  'shifts.week.copy': async (example) => {
    const { weekStart } = await withShift(example)
    return { weekStart: addDays(weekStart, 7), from: weekStart }
  },
  'shifts.week.solve': async ({ server }) => {
    const { client } = await makeShiftsWorld(server)
    const staffing = await makeStaffingWorld(server)
    await staffing.addQueue()
    const weekStart = staffing.monday
    return { weekStart, revision: (await client.shifts.week.get({ weekStart })).revision, seconds: 1 }
  },
  'shifts.week.export': async (example) => ({
    weekStart: (await freshWeek(example)).weekStart,
    format: 'csv',
  }),
  'shifts.swaps.decide': async (example) => ({
    swapId: (await withSwap(example, 'sara')).swapId,
    state: 'refused',
    acceptFindings: false,
  }),
  'shifts.requests.absence': async (example) => withAbsence(example),
  'shifts.requests.swap': async (example) => ({ swapId: (await withSwap(example, 'sara')).swapId }),
  'shifts.actual.get': async (example) => ({ day: '2026-03-02', queueId: await withQueue(example) }),
  'shifts.actual.previewImport': async (example) => ({
    queueId: await withQueue(example),
    file: presentFile(),
  }),
  'shifts.actual.import': async (example) => ({
    queueId: await withQueue(example),
    file: presentFile(),
  }),
  'shifts.actual.report': async (example) => ({
    rows: [
      { queueId: await withQueue(example), startsAt: '2026-03-02T07:00:00.000Z', minutes: 15, present: 12 },
    ],
  }),
  'shifts.own.get': async (example) => {
    await agentOfCaller(example)
    return {}
  },
  'shifts.own.file': async (example) => {
    await agentOfCaller(example)
    return {}
  },
  'shifts.own.addWish': async (example) => {
    await agentOfCaller(example)
    return wish
  },
  'shifts.own.removeWish': withWish,
  'shifts.own.reportAbsence': async (example) => {
    await agentOfCaller(example)
    return away
  },
  'shifts.own.withdrawAbsence': async (example) => withAbsence(example, await agentOfCaller(example)),
  'shifts.own.takers': async (example) => ({ shiftId: (await withShift(example)).shift.id }),
  'shifts.own.askSwap': async (example) => ({
    shiftId: (await withShift(example)).shift.id,
    toAgentId: null,
    returnShiftId: null,
  }),
  'shifts.own.answerSwap': async (example) => {
    const { world, swapId } = await withSwap(example, 'sara')
    const callerId = await agentOfCaller(example)
    if (callerId !== world.sara) return { swapId, accept: true }
    const shift = shiftOn(addDays(world.weekStart, 1), world.ola)
    await world.put([shift], world.weekStart)
    await world.publish(world.weekStart)
    const { client } = await example.server.signIn('editor')
    const asked = { shiftId: shift.id, toAgentId: world.sara, returnShiftId: null }
    return { ...(await client.shifts.own.askSwap(asked)), accept: true }
  },
  'shifts.own.withdrawSwap': async (example) => ({ swapId: (await withSwap(example, 'caller')).swapId }),
  'shifts.own.makeCalendar': async (example) => {
    await agentOfCaller(example)
    return {}
  },
  'shifts.own.endCalendar': async (example) => {
    await agentOfCaller(example)
    return {}
  },
  'shifts.calendar.read': async (example) => {
    await makeShiftsWorld(example.server)
    const { client } = await example.server.signIn('agent')
    const { address } = await client.shifts.own.makeCalendar({})
    return { token: address.split('/').at(-1) }
  },
}
