import { saveCheck } from '../../../src/measure/participants/index.ts'
import { emptyFound } from '../../../src/measure/participants/rules/settled-channels.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

const fields = {
  class: 'Strøm',
  website: 'https://www.fjordstrom.example/',
  variant: 'single',
  relationship: 'own',
  competitors: [] as string[],
} as const
const file = () => new File(['Deltaker;Klasse\nFjordstrøm;Strøm\n'], 'deltakere.csv', { type: 'text/csv' })

/** A new edition with one participant in it, that has been checked once. */
async function oneParticipant({ server }: ExampleWorld) {
  const { client, scope } = await server.signIn('organiser')
  const { editionId } = await client.edition.create({
    name: 'Kundemøtet',
    source: { kind: 'builtIn', method: 'reference' },
  })
  const { participantId } = await client.participants.add({ editionId, name: 'Fjordstrøm', ...fields })
  await saveCheck(scope, server.db, {
    editionId,
    participantId,
    round: 1,
    checkedAt: new Date(),
    source: fields.website,
    outcome: 'read',
    reason: null,
    found: emptyFound,
    screenshot: Buffer.from('picture'),
  })
  return { editionId, participantId }
}

async function anEdition(world: ExampleWorld) {
  return { editionId: (await oneParticipant(world)).editionId }
}

export const participantsInputs: ExampleInputs = {
  'participants.list': anEdition,
  'participants.get': oneParticipant,
  'participants.add': async (world) => ({ ...(await anEdition(world)), name: 'Nordbanken', ...fields }),
  'participants.edit': async (world) => ({
    ...(await oneParticipant(world)),
    name: 'Fjordstrøm AS',
    ...fields,
  }),
  'participants.withdraw': async (world) => ({ ...(await oneParticipant(world)), reason: 'Trakk seg' }),
  'participants.reinstate': oneParticipant,
  'participants.confirm': async (world) => ({
    ...(await oneParticipant(world)),
    channels: { phone: '22 33 44 55', email: null, contactForm: null, chat: null, messenger: null },
    note: 'Ringt og bekreftet',
  }),
  'participants.confirmAgreed': anEdition,
  'participants.confirmListed': anEdition,
  'participants.discover': async (world) => ({ ...(await anEdition(world)), round: 1 }),
  'participants.screenshot': async (world) => ({ ...(await oneParticipant(world)), round: 1 }),
  'participants.previewImport': async (world) => ({ ...(await anEdition(world)), file: file() }),
  'participants.import': async (world) => ({ ...(await anEdition(world)), file: file() }),
}
