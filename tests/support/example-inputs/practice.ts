import { makeResultsWorld, type ResultsWorld, readsFor } from '../results-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const worlds = new WeakMap<ExampleWorld['server'], Promise<ResultsWorld>>()

/** One finished edition for all calls; a participant who calls reads for the centre. */
async function centre({ server, caller }: ExampleWorld) {
  const making = worlds.get(server) ?? makeResultsWorld(server, 70)
  worlds.set(server, making)
  const world = await making
  const isOurs = caller?.organisation.organisationId === server.organisations[0].organisationId
  if (caller && isOurs && caller.scope.roles.includes('participant'))
    await readsFor(server, world, caller.personId, { name: 'Fjordlinja' })
  const contact = world.contacts.find(({ participant }) => participant === 'Fjordlinja')!
  return {
    inCentre: { editionId: world.editionId, participantId: world.participants.get('Fjordlinja')! },
    contactId: contact.contactId,
  }
}

const standard = {
  question: 'listened',
  channel: 'all',
  good: 'Vi lar kunden snakke ferdig.',
  dos: [],
  donts: [],
}
const training = {
  title: 'Lytt ferdig',
  what: 'Ti minutter hver fredag',
  questions: ['listened'],
  channels: [],
  startsOn: '2026-02-01',
  ownerRole: 'teamleder',
  status: 'running',
}

/** The centre's address with what the call wants beside it. */
const inCentre =
  (rest: Readonly<Record<string, unknown>> = {}) =>
  async (world: ExampleWorld) => ({ ...(await centre(world)).inCentre, ...rest })

export const practiceInputs: ExampleInputs = {
  'practice.get': inCentre(),
  'practice.season': inCentre({ figure: 'total' }),
  'practice.trend': inCentre(),
  'practice.setTarget': inCentre({ figure: 'total', level: 80 }),
  'practice.setEssentials': inCentre({ questions: ['listened'] }),
  'practice.standards.list': inCentre(),
  'practice.standards.save': inCentre(standard),
  'practice.training.list': inCentre(),
  'practice.training.add': inCentre(training),
  'practice.training.edit': async (world) => {
    const own = await inCentre()(world)
    const isWriter = world.caller?.scope.roles.includes('participant') ?? false
    const isOurs = world.caller?.organisation.organisationId === world.server.organisations[0].organisationId
    const made =
      isWriter && isOurs
        ? await world.caller!.client.practice.training.add({ ...own, ...training } as never)
        : undefined
    const trainingId = made?.trainingId ?? own.editionId
    return { ...own, ...training, trainingId }
  },
  'practice.material.list': inCentre(),
  'practice.material.share': inCentre({ shared: true }),
  'practice.material.note': async (world) => {
    const { inCentre: own, contactId } = await centre(world)
    return { ...own, contactId, note: 'Slik vil vi ha det.' }
  },
}
