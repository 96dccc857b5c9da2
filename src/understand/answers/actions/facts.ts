/** Facts that are kept in one place: a new price is written once, and every answer that refers to it has it. */

import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { SharedFactLine } from '../contract.ts'
import type { FactKind } from '../rules/answer-words.ts'
import { type CoreContent, referencesIn, textIn } from '../rules/core-content.ts'
import { bodiesOf } from '../rules/shared-facts.ts'
import { factName } from '../rules/text/fact-mark.ts'
import {
  changeAnswer,
  insertRevision,
  listAnswers,
  lockAnswer,
  type StoredAnswer,
} from '../store/answer-store.ts'
import { listFacts, loadShared, upsertFact } from '../store/fact-store.ts'
import { nextStamp } from '../store/settings-store.ts'

export async function readFacts({ scope, db }: Context): Promise<{ items: SharedFactLine[] }> {
  const answers = await listAnswers(scope, db, {})
  const facts = await listFacts(scope, db)
  return {
    items: facts.map(({ changedAt, ...fact }) => ({
      ...fact,
      changedAt: changedAt.toISOString(),
      usedBy: answers
        .filter((answer) => refersTo(answer, fact.name))
        .map(({ answerId, content }) => ({ answerId, title: textIn(content, content.source).title })),
    })),
  }
}

function refersTo({ content, agreed }: StoredAnswer, name: string): boolean {
  return referencesIn(content).includes(name) || (agreed !== undefined && referencesIn(agreed).includes(name))
}

type Setting = { readonly name: string; readonly kind: FactKind; readonly value: string }

/** @throws AppError invalid-input for a name or value that could not be read back out of a text */
export async function saveFact(context: Context, { name: given, kind, value }: Setting) {
  const name = factName(given)
  if (/[{}=:]/.test(name)) throw new AppError('invalid-input', {}, [{ code: 'fact-name', path: 'name' }])
  if (/[{}]/.test(value)) throw new AppError('invalid-input', {}, [{ code: 'fact-value', path: 'value' }])
  const changed = await inTransaction(context.db, (trx) => setFact(context, trx, { name, kind, value }))
  return { ...(await readFacts(context)), changed }
}

/** @returns how many answers got a new revision */
async function setFact(context: Context, trx: Db, { name, kind, value }: Setting): Promise<number> {
  const { scope, now: at } = context
  const before = (await loadShared(scope, trx)).get(name)
  await upsertFact(scope, trx, { factId: newId(at.getTime()), name, kind, value, at })
  const detail = { name, from: before?.value ?? null, to: value }
  await recordAudit(
    context,
    { action: 'answer-fact.set', subject: { kind: 'answer-fact', id: name }, detail },
    trx,
  )
  if (before?.value === value && before.kind === kind) return 0
  const note = `${name}: ${before?.value ?? '–'} → ${value}`
  const answers = (await listAnswers(scope, trx, {})).filter((answer) => refersTo(answer, name))
  const ids = answers.map(({ answerId }) => answerId).sort()
  for (const answerId of ids) await writeAnew(context, trx, { answerId, note })
  // Last, as everywhere: whoever holds the stamp waits for nobody.
  const stamp = await nextStamp(scope, trx, at)
  for (const answerId of ids) await changeAnswer(scope, trx, { answerId, stamp, at })
  return ids.length
}

type Anew = { readonly answerId: string; readonly note: string }

/** What was agreed stays agreed with the new fact; a draft under way goes on from there. */
async function writeAnew({ scope, now: at }: Context, trx: Db, { answerId, note }: Anew): Promise<void> {
  await lockAnswer(scope, trx, answerId)
  const [answer] = await listAnswers(scope, trx, { answerId })
  if (!answer) return
  const shared = await loadShared(scope, trx)
  let { revision } = answer
  const add = async (content: CoreContent) => {
    revision += 1
    const facts = bodiesOf(shared, referencesIn(content))
    await insertRevision(scope, trx, { answerId, revision, kind: 'fact', note, content, facts, at })
    return revision
  }
  const agreedRevision = answer.agreed ? await add(answer.agreed) : undefined
  if (answer.revision !== answer.agreedRevision) await add(answer.content)
  await changeAnswer(scope, trx, {
    answerId,
    revision,
    at,
    ...(agreedRevision !== undefined && { agreedRevision }),
  })
}
