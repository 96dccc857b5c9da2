/** Results are computed when somebody asks and something has changed since they were stored. */
import type { Context } from '../../../organisation/index.ts'
import { runInThread } from '../../../platform/jobs/index.ts'
import type { Edition } from '../../edition/index.ts'
import type { ComputeInput } from '../compute-thread.ts'
import type { EditionResults } from '../contract.ts'
import { resultsVersion } from '../rules/results.ts'
import {
  findResults,
  readScoredState,
  type ScoredState,
  type StoredResults,
  saveResults,
} from '../store/result-store.ts'
import { listScored } from '../store/scored-store.ts'

export type CurrentResults = StoredResults & ScoredState

/** Being computed now, by edition: whoever asks meanwhile waits for the same figures. */
const computing = new Map<string, Promise<StoredResults>>()

/** The stored results where they are still true, else new ones, stored with the method's version. */
export async function currentResults(context: Context, edition: Edition): Promise<CurrentResults> {
  const { scope, db } = context
  const state = await readScoredState(scope, db, edition.editionId)
  const stored = await findResults(scope, db, edition.editionId)
  if (stored && isCurrent(stored, state, edition)) return { ...stored, ...state }
  const running = computing.get(edition.editionId)
  if (running) return { ...(await running), ...state }
  const started = compute(context, edition).finally(() => computing.delete(edition.editionId))
  computing.set(edition.editionId, started)
  return { ...(await started), ...state }
}

function isCurrent(stored: StoredResults, { counted, changedAt }: ScoredState, edition: Edition): boolean {
  return (
    stored.results.resultsVersion === resultsVersion &&
    stored.contacts === counted &&
    stored.results.methodVersion === edition.methodVersion &&
    stored.results.changedAt === isoOf(changedAt)
  )
}

const isoOf = (moment: Date | null): string | null => moment?.toISOString() ?? null

async function compute({ scope, db, now }: Context, edition: Edition): Promise<StoredResults> {
  const { editionId, method, methodVersion } = edition
  // Read before the contacts: a change in between makes the results old at once, never wrongly current.
  const { changedAt } = await readScoredState(scope, db, editionId)
  const contacts = await listScored(scope, db, { editionId })
  const input: ComputeInput = { method: { ...method, methodVersion }, contacts }
  const results = await runInThread<EditionResults>(new URL('../compute-thread.ts', import.meta.url), input)
  const kept = { ...results, resultsVersion, changedAt: isoOf(changedAt) }
  const stored = { computedAt: now, contacts: contacts.length, results: kept }
  await saveResults(scope, db, { editionId, ...stored })
  return stored
}
