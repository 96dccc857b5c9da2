/** An edition under review whose contacts can be appealed: observers, transcripts that name people, an open window. */
import { newId } from '../../src/kernel/ids.ts'
import { makeResultsWorld, readsFor } from './results-world.ts'
import type { TestServer } from './server.ts'

export type AppealsWorld = Awaited<ReturnType<typeof makeAppealsWorld>>

export const namedComment = 'Kundebehandleren het Xhevahire. xhevahire var rolig, og Siri Hansen overtok.'
export const namedTranscript =
  'Hei, du snakker med Xhevahire.\nRing meg på 912 34 567.\nVennlig hilsen\nXhevahire'

/** `maker` made the contacts; the observer who signs in in tests is the only one who may code them. */
export async function makeAppealsWorld(server: TestServer, seed = 7) {
  const world = await makeResultsWorld(server, seed)
  const { organisationId } = server.organisations[0]
  const run = (text: string, values: readonly unknown[]) => server.database.pool.query(text, [...values])
  const observer = await server.signIn('observer')
  const maker = newId()
  await run(
    `insert into observer (organisation_id, observer_id, person_id, name, contacts_per_week, created_at)
     values ($1, $2, null, 'Mona Maker', 10, now())`,
    [organisationId, maker],
  )
  await run(
    `insert into observer (organisation_id, observer_id, person_id, name, contacts_per_week, created_at)
     select $1, $2, $3, 'Kai Koder', 10, now()
     where not exists (select from observer where organisation_id = $1 and person_id = $3)`,
    [organisationId, newId(), observer.personId],
  )
  await run('update contact set observer_id = $3 where organisation_id = $1 and edition_id = $2', [
    organisationId,
    world.editionId,
    maker,
  ])
  await run(
    `update submission set comments = $3, transcript = $4
     from contact where submission.organisation_id = $1 and submission.edition_id = $2 and submission.answered
       and contact.organisation_id = submission.organisation_id and contact.contact_id = submission.contact_id
       and contact.channel <> 'phone'`,
    [organisationId, world.editionId, JSON.stringify({ commentAgent: namedComment }), namedTranscript],
  )
  await logsOf(run, organisationId, world.editionId)
  const { rows } = await run(
    `select contact_id, participant_id, channel, answered from contact join submission using (organisation_id, edition_id, contact_id)
     where organisation_id = $1 and edition_id = $2 order by number`,
    [organisationId, world.editionId],
  )
  const forms = rows.map((row) => ({
    contactId: row.contact_id as string,
    participantId: row.participant_id as string,
    channel: row.channel as string,
    answered: row.answered as boolean,
  }))
  const participant = await server.signIn('participant')
  await readsFor(server, world, participant.personId, { name: 'Fjordlinja' })
  const own = forms.filter(({ participantId }) => participantId === world.participants.get('Fjordlinja'))
  return { ...world, own, participant, run }
}

type Run = (text: string, values: readonly unknown[]) => Promise<unknown>

/** What stands in the logs of answered contacts that have been approved. */
export async function logsOf(run: Run, organisationId: string, editionId: string): Promise<void> {
  await run(
    `insert into contact_event (organisation_id, edition_id, contact_id, event_id, kind, at, recorded_at, detail)
     select organisation_id, edition_id, contact_id, gen_random_uuid(), kind, at, at, '{}'
     from contact join submission using (organisation_id, edition_id, contact_id)
     cross join (values ('attemptStarted', timestamptz '2026-01-13T08:20Z'), ('humanReply', '2026-01-13T08:21Z'),
       ('submitted', '2026-01-13T08:40Z'), ('approved', '2026-01-14T08:00Z')) as log (kind, at)
     where organisation_id = $1 and edition_id = $2 and version = 1 and answered`,
    [organisationId, editionId],
  )
}
