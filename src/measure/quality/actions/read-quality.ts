/** The quality of an edition's data: computed when somebody asks and something has changed since it was stored. */
import type { Context } from '../../../organisation/index.ts'
import { runInThread } from '../../../platform/jobs/index.ts'
import { listCodings } from '../../coding/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import { readScoredState } from '../../results/index.ts'
import type { QualityAnswer, QualityFigures } from '../contract.ts'
import { type QualityInput, qualityVersion } from '../rules/quality.ts'
import { findQuality, listQualityContacts, type StoredQuality, saveQuality } from '../store/quality-store.ts'

/** Being computed now, by edition: whoever asks meanwhile waits for the same figures. */
const computing = new Map<string, Promise<StoredQuality>>()

/** @throws AppError not-found */
export async function readQuality(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<QualityAnswer> {
  const edition = await loadEdition(context, editionId)
  const { computedAt, quality } = await currentQuality(context, edition)
  const { computedFrom: _, ...figures } = quality
  return {
    editionId,
    edition: edition.name,
    computedAt: computedAt.toISOString(),
    words: wordsOf(edition.method),
    ...figures,
  }
}

async function currentQuality(context: Context, edition: Edition): Promise<StoredQuality> {
  const { editionId } = edition
  const state = await sourceOf(context, edition)
  const stored = await findQuality(context.scope, context.db, editionId)
  if (stored?.quality.computedFrom === state) return stored
  const running = computing.get(editionId)
  if (running) return running
  const started = compute(context, edition, state).finally(() => computing.delete(editionId))
  computing.set(editionId, started)
  return started
}

/** Everything that the figures follow from, as one text. */
async function sourceOf({ scope, db }: Context, { editionId, methodVersion }: Edition): Promise<string> {
  const { counted, changedAt } = await readScoredState(scope, db, editionId)
  const codings = await listCodings(scope, db, editionId)
  const last = codings
    .map(({ handedInAt }) => handedInAt.toISOString())
    .sort()
    .at(-1)
  return [qualityVersion, methodVersion, counted, changedAt?.toISOString(), codings.length, last].join(' ')
}

async function compute(context: Context, edition: Edition, computedFrom: string): Promise<StoredQuality> {
  const { scope, db, now } = context
  const { editionId, method, methodVersion } = edition
  const contacts = await listQualityContacts(scope, db, editionId)
  const pairs = await listCodings(scope, db, editionId)
  const input: QualityInput = { method: { ...method, methodVersion }, contacts, pairs }
  const figures = await runInThread<QualityFigures>(new URL('../compute-thread.ts', import.meta.url), input)
  const stored = { computedAt: now, quality: { ...figures, computedFrom } }
  // An edition without contacts keeps nothing, so that it can still be deleted.
  if (contacts.length > 0) await saveQuality(scope, db, { editionId, ...stored })
  return stored
}

const wordsOf = ({ areas, channels, questions }: EditionMethod): QualityAnswer['words'] => ({
  areas: areas.map(({ id, name }) => ({ id, name })),
  channels: channels.map(({ id, name }) => ({ id, name })),
  questions: questions.map(({ id, text }) => ({ id, text })),
})
