/** An expectation survey as far as a test wants it: made, opened, or closed with answers of invented observers. */
import { seededRandom, shuffled } from '../../src/kernel/random.ts'
import type { SurveyMode } from '../../src/measure/expectations/contract.ts'
import type { TestServer } from './server.ts'

export type SurveyPlan = {
  readonly editionId: string
  readonly phase?: 'draft' | 'open' | 'closed'
  readonly mode?: SurveyMode
  /** Answers besides those that the test gives itself. */
  readonly answers?: number
}

/** What is asked first is expected most: the earlier an item stands in the questionnaire, the oftener it is put first. */
export async function makeSurvey(
  server: TestServer,
  { editionId, phase = 'open', mode = 'rank', answers = 0 }: SurveyPlan,
) {
  const { client } = await server.signIn('organiser')
  const { personId } = await server.person('observer')
  const { start } = await client.expectations.get({ editionId })
  await client.expectations.save({ editionId, ...start, mode })
  if (phase === 'draft') return { editionId, start, personId }
  await client.expectations.open({ editionId, observers: [personId] })
  const random = seededRandom('answers')
  for (let at = 0; at < answers; at++) {
    const order = shuffled(start.items, random).map(({ id }) => id)
    const favourites = ['solution', 'need'].slice(0, 1 + (at % 2))
    const first = [...favourites, ...order.filter((id) => !favourites.includes(id))].slice(0, start.depth)
    const answer =
      mode === 'bestWorst'
        ? chosenOf(await drawnSets(server, { editionId, at }), favourites)
        : mode === 'rank'
          ? Object.fromEntries(first.map((id, index) => [id, index + 1]))
          : Object.fromEntries(order.map((id, index) => [id, Math.max(1, 7 - index)]))
    await server.database.pool.query(
      `insert into expectation_answer (organisation_id, edition_id, answer_key, answer, background)
       values ($1, $2, $3, $4, $5)`,
      [
        server.organisations[0].organisationId,
        editionId,
        `test ${at}`,
        JSON.stringify(answer),
        JSON.stringify({ age: at % 2 ? 'from30' : 'from60' }),
      ],
    )
  }
  if (phase === 'closed') await client.expectations.close({ editionId })
  return { editionId, start, personId }
}

async function drawnSets(server: TestServer, { editionId, at }: { editionId: string; at: number }) {
  const query = 'select choice_sets as versions from expectation_survey where edition_id = $1'
  const versions: string[][][] = (await server.database.pool.query(query, [editionId])).rows[0].versions
  return versions[at % versions.length]!
}

/** A favourite wherever it is shown, else what is shown first; the least important is shown last, or last but one. */
function chosenOf(sets: readonly (readonly string[])[], favourites: readonly string[]) {
  return sets.map((items) => {
    const best = favourites.find((id) => items.includes(id)) ?? items[0]!
    return { items, best, worst: items.filter((id) => id !== best).at(-1)! }
  })
}
