import { newId } from '../../../src/kernel/ids.ts'
import { worldOf } from './fieldwork.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const availability = {
  contactsPerWeek: 6,
  hours: [{ weekday: 1, from: '09:00', to: '15:00' }],
  absences: [{ from: '2027-02-15', to: '2027-02-19', reason: 'Vinterferie' }],
}
const conflict = { kind: 'work', note: 'Var ansatt til i fjor' } as const
const question = {
  id: 'ett',
  text: { nb: 'Når?', nn: 'Når?', en: 'When?' },
  options: ['nå', 'aldri'].map((text, index) => ({
    id: `ett${index}`,
    text: { nb: text, nn: text, en: text },
    isRight: index === 0,
  })),
  why: { nb: 'Fordi.', nn: 'Fordi.', en: 'Because.' },
}

async function inEdition(world: ExampleWorld) {
  const { editionId, observerId } = await worldOf(world)
  return { editionId, observerId }
}

/** An attempt that is begun, whoever is going to call. */
async function begun(world: ExampleWorld) {
  const { editionId } = await worldOf(world)
  const { client } = await world.server.signIn('observer')
  const { attemptId, questions } = await client.observers.mine.startBriefing({
    editionId,
    attemptId: newId(),
  })
  const [first] = questions
  return { editionId, attemptId, questionId: first!.id, optionId: first!.options[0]!.id }
}

async function declared(world: ExampleWorld) {
  const { observerId } = await worldOf(world)
  const { client } = await world.server.signIn('organiser')
  const given = { observerId, ...conflict, participant: `Kystbuss ${world.unique()}` }
  return { observerId, ...(await client.observers.declareConflict(given)) }
}

const rate = { answered: 9500, unanswered: 4000 }

/** With rates and something to pay. */
async function earned(world: ExampleWorld) {
  const { editionId, observerId } = await worldOf(world)
  const { client } = await world.server.signIn('organiser')
  await client.observers.payments.saveRates({ editionId, rates: { phone: rate } })
  const extra = {
    observerId,
    kind: 'extra',
    amountOre: 10_000,
    text: 'Opplæringsdag',
    on: '2027-01-04',
  } as const
  await client.observers.payments.addExtra({ editionId, extraId: newId(), ...extra })
  return { editionId, until: '2027-12-31', paidOn: '2027-02-01', note: '' }
}

export const observersInputs: ExampleInputs = {
  'observers.pool': inEdition,
  'observers.get': inEdition,
  'observers.saveProfile': async (world) => ({
    ...(await inEdition(world)),
    region: 'Vestland',
    languages: ['nb', 'en'],
    channels: ['phone'],
  }),
  'observers.saveAvailability': async (world) => ({ ...(await inEdition(world)), ...availability }),
  'observers.qualify': async (world) => ({
    ...(await inEdition(world)),
    status: 'qualified',
    since: '2027-01-04',
    note: 'Kurs og prøvesamtale',
  }),
  'observers.declareConflict': async (world) => ({
    ...(await inEdition(world)),
    ...conflict,
    participant: `Nordlys ${world.unique()}`,
  }),
  'observers.endConflict': declared,
  'observers.briefing.get': inEdition,
  'observers.briefing.save': async (world) => {
    const { editionId } = await worldOf(world)
    const { client } = await world.server.signIn('organiser')
    const { revision } = await client.observers.briefing.get({ editionId })
    return { editionId, questions: [question], passMark: 80, required: false, revision }
  },
  'observers.payments.get': inEdition,
  'observers.payments.saveRates': async (world) => ({ ...(await inEdition(world)), rates: { phone: rate } }),
  'observers.payments.addExtra': async (world) => ({
    ...(await inEdition(world)),
    extraId: newId(),
    kind: 'extra',
    amountOre: 5000,
    text: 'Parkering',
    on: '2027-01-04',
  }),
  'observers.payments.pay': earned,
  'observers.payments.export': async (world) => ({ ...(await inEdition(world)), format: 'csv' }),
  'observers.mine.get': async (world) => {
    await worldOf(world)
    return undefined
  },
  'observers.mine.saveAvailability': async (world) => {
    await worldOf(world)
    return availability
  },
  'observers.mine.declareConflict': async (world) => {
    await worldOf(world)
    return { ...conflict, participant: `Tindenett ${world.unique()}` }
  },
  'observers.mine.briefing': inEdition,
  'observers.mine.startBriefing': async (world) => ({ ...(await inEdition(world)), attemptId: newId() }),
  'observers.mine.answerBriefing': begun,
}
