/** An edition with participants and observers, and a plan where one is wanted. */
import { newId } from '../../src/kernel/ids.ts'
import { insertParticipants, updateParticipant } from '../../src/measure/participants/index.ts'
import { carryOutPlan } from '../../src/measure/planning/actions/make-plan.ts'
import { saveObserver } from '../../src/measure/planning/index.ts'
import { run } from '../../src/measure/planning/plan-thread.ts'
import type { TestServer } from './server.ts'

const all = {
  phone: '22 00 00 00',
  email: 'hei@eksempel.no',
  contactForm: null,
  chat: 'https://eksempel.no',
  messenger: null,
}
const two = { ...all, chat: null }

export type PlanningWorld = Awaited<ReturnType<typeof planningWorld>>

/** `names` make the world's own ones different, where several share a server. */
export async function planningWorld(
  server: TestServer,
  { participants = 6, observers = 40, plan = true, names = '' } = {},
) {
  const { client, scope } = await server.signIn('organiser')
  const { editionId } = await client.edition.create({
    name: `Målingen ${names}`,
    source: { kind: 'builtIn', method: 'reference' },
  })
  const now = new Date()
  const rows = Array.from({ length: participants }, (_, index) => ({
    participantId: newId(),
    name: `Deltaker ${index + 1}`,
    class: `Klasse ${(index % 2) + 1}`,
    website: null,
    variant: 'single' as const,
    relationship: 'own' as const,
    channels: index % 2 ? all : two,
  }))
  await insertParticipants(scope, server.db, { editionId, now, participants: rows })
  for (const { participantId, channels } of rows)
    await updateParticipant(scope, server.db, {
      editionId,
      participantId,
      now,
      channels,
      confirmation: { by: scope.personId, note: null },
    })
  const observerIds: string[] = []
  for (let index = 0; index < observers; index++) {
    const observerId = newId()
    observerIds.push(observerId)
    await saveObserver(scope, server.db, {
      observerId,
      name: `Observatør ${names}${index + 1}`,
      contactsPerWeek: 5,
      active: true,
      personId: null,
      customerOf: [],
      absences: [],
      now,
    })
  }
  const makePlan = () =>
    carryOutPlan(
      { scope, db: server.db, now: new Date(), requestId: 'test' },
      { editionId, seed: '1' },
      { make: async (input) => run(input), progress: () => {} },
    )
  if (plan) await makePlan()
  return {
    client,
    scope,
    editionId,
    observerIds,
    participantIds: rows.map(({ participantId }) => participantId),
    makePlan,
  }
}
