/** Feedback on an edition: by the open link of one of its participants, or signed in. */
import { newId } from '../../src/kernel/ids.ts'
import type { TestServer } from './server.ts'

export type FeedbackWorld = Awaited<ReturnType<typeof makeFeedbackWorld>>

/** An edition with a participant; `reader` and `observer` take part in it when they are given. */
export async function makeFeedbackWorld(
  server: TestServer,
  { reader, observer }: { readonly reader?: string; readonly observer?: string } = {},
) {
  const { client } = await server.signIn('organiser')
  const { organisationId } = server.organisations[0]
  const run = (text: string, values: readonly unknown[]) => server.database.pool.query(text, [...values])
  const source = { kind: 'builtIn', method: 'reference' } as const
  const { editionId } = await client.edition.create({ name: 'Kundemøtet', source })
  const participantId = newId()
  const own = [organisationId, editionId, participantId]
  await run(
    `insert into participant (organisation_id, edition_id, participant_id, name, class, created_at, changed_at)
     values ($1, $2, $3, 'Fjordlinja', 'Reise', now(), now())`,
    own,
  )
  if (reader)
    await run(
      'insert into participant_person (organisation_id, edition_id, participant_id, person_id) values ($1, $2, $3, $4)',
      [...own, reader],
    )
  if (observer) await observes(observer)

  async function observes(personId: string): Promise<void> {
    const known = await run(
      'select observer_id from observer where organisation_id = $1 and person_id = $2',
      [organisationId, personId],
    )
    const observerId = known.rows[0]?.observer_id ?? newId()
    if (known.rows.length === 0)
      await run(
        `insert into observer (organisation_id, observer_id, person_id, name, contacts_per_week, created_at)
         values ($1, $2, $3, 'Eline', 5, now())`,
        [organisationId, observerId, personId],
      )
    await run(
      `insert into contact (organisation_id, edition_id, contact_id, number, participant_id, channel, date, from_time,
         to_time, observer_id, scenario, state, changed_at)
       values ($1, $2, $4, 1, $3, 'phone', '2026-01-13', '09:00', '11:00', $5, 'move', 'assigned', now())`,
      [...own, newId(), observerId],
    )
  }

  /** The secret at the end of a new open link. */
  async function token(): Promise<string> {
    const { link } = await client.feedback.links.make({ editionId, participantId })
    return link.split('/').at(-1)!
  }
  const said = { topic: 'scenarios', text: 'Rollespillet passer ikke for oss.', language: 'nb' } as const
  async function received({ wantsReply = true } = {}) {
    const { receipt } = await server.anonymous.feedback.open.send({
      token: await token(),
      ...said,
      wantsReply,
    })
    const { items } = await client.feedback.list({ editionId })
    return { receipt, feedbackId: items[0]!.feedbackId }
  }
  return { client, editionId, participantId, token, received }
}
