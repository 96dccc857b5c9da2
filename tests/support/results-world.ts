/** An edition whose fieldwork is over: participants in two classes, and every contact approved with its score. */
import { newId } from '../../src/kernel/ids.ts'
import { seededRandom } from '../../src/kernel/random.ts'
import type { ChannelId, EditionMethod } from '../../src/measure/edition/contract.ts'
import { referenceMethod } from '../../src/measure/edition/rules/reference/reference-method.ts'
import { compileMethod } from '../../src/measure/results/rules/compiled-form.ts'
import { scoreSubmission } from '../../src/measure/results/rules/score-submission.ts'
import type { TestServer } from './server.ts'

export type ResultsWorld = {
  readonly editionId: string
  readonly method: EditionMethod
  /** By name. */
  readonly participants: ReadonlyMap<string, string>
  readonly contacts: readonly {
    readonly contactId: string
    readonly participant: string
    readonly channel: ChannelId
  }[]
}

const names = ['Fjordlinja', 'Havblikk', 'Kystbuss', 'Nordlys', 'Tindheim', 'Vidde']
/** Five transport companies and one bank alone in its class. */
const classOf = (name: string) => (name === 'Tindheim' ? 'Bank' : 'Reise')
const channels: readonly ChannelId[] = ['phone', 'phone', 'phone', 'email', 'email', 'chat', 'chat']

export async function makeResultsWorld(server: TestServer, seed = 1): Promise<ResultsWorld> {
  const { organisationId } = server.organisations[0]
  const editionId = newId()
  const run = (text: string, values: readonly unknown[]) => server.database.pool.query(text, [...values])
  const now = new Date('2026-04-01T10:00:00Z')
  const method = referenceMethod
  await run(
    `insert into edition (organisation_id, edition_id, name, state, method, method_version, frozen_at, created_at, changed_at)
     values ($1, $2, $3, 'review', $4, '1', $5, $5, $5)`,
    [organisationId, editionId, `Utgaven ${seed}`, JSON.stringify(method), now],
  )
  const participants = new Map(names.map((name) => [name, newId()]))
  for (const [name, participantId] of participants) {
    await run(
      `insert into participant (organisation_id, edition_id, participant_id, name, class, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [organisationId, editionId, participantId, name, classOf(name), now],
    )
  }
  const compiled = compileMethod(method)
  const random = seededRandom(seed)
  const made: { contactId: string; participant: string; channel: ChannelId }[] = []
  for (const [at, [participant, participantId]] of [...participants].entries()) {
    for (const channel of channels) {
      const contactId = newId()
      const answered = random() > 0.15
      const form = compiled.forms.get(channel)!
      const answers = Object.fromEntries(
        form.questions.map(({ id, points, optionIds }) => {
          const best = points.indexOf(Math.max(...points))
          const other = Math.floor(random() * optionIds.length)
          return [id, optionIds[random() < 0.45 + at * 0.08 ? best : other]!]
        }),
      )
      const outcome = scoreSubmission(form, { answered, answers })
      if (outcome.kind !== 'scored') throw new Error('a whole form has a score')
      made.push({ contactId, participant, channel })
      await run(
        `insert into contact (organisation_id, edition_id, contact_id, number, participant_id, channel, date, from_time,
           to_time, scenario, state, changed_at)
         values ($1, $2, $3, $4, $5, $6, '2026-01-13', '09:00', '11:00', $7, 'approved', $8)`,
        [
          organisationId,
          editionId,
          contactId,
          made.length,
          participantId,
          channel,
          method.scenarios[0]!.id,
          now,
        ],
      )
      await run(
        `insert into submission (organisation_id, edition_id, contact_id, version, submission_id, answered, answers,
           comments, submitted_at, submitted_by, method_version)
         values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $4, '1')`,
        [
          organisationId,
          editionId,
          contactId,
          newId(),
          answered,
          JSON.stringify(answered ? answers : {}),
          JSON.stringify(answered ? { commentAgent: 'Rolig og grundig.' } : {}),
          now,
        ],
      )
      await run(
        `insert into submission_score (organisation_id, edition_id, contact_id, method_version, answered, points,
           possible, score, areas, scored_at)
         values ($1, $2, $3, '1', $4, $5, $6, $7, $8, $9)`,
        [
          organisationId,
          editionId,
          contactId,
          outcome.answered,
          outcome.points,
          outcome.possible,
          outcome.score,
          JSON.stringify(outcome.areas),
          now,
        ],
      )
    }
  }
  return { editionId, method, participants, contacts: made }
}

/** Lets a person read for a participant; with `chosen`, as one of the variant that sees competitors. */
export async function readsFor(
  server: TestServer,
  { editionId, participants }: ResultsWorld,
  personId: string,
  { name, chosen = [] }: { readonly name: string; readonly chosen?: readonly string[] },
): Promise<void> {
  const { organisationId } = server.organisations[0]
  const { pool } = server.database
  const participantId = participants.get(name)
  await pool.query(
    `insert into participant_person (organisation_id, edition_id, participant_id, person_id)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [organisationId, editionId, participantId, personId],
  )
  if (chosen.length === 0) return
  await pool.query(
    `update participant set variant = 'competitor' where organisation_id = $1 and participant_id = $2`,
    [organisationId, participantId],
  )
  for (const competitor of chosen)
    await pool.query(
      `insert into competitor_choice (organisation_id, edition_id, participant_id, competitor_id)
       values ($1, $2, $3, $4)`,
      [organisationId, editionId, participantId, participants.get(competitor)],
    )
}
