/** A channel's own text: drafted from the core by rules, edited by people, approved against the agreed core. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { AnswerDetail } from '../contract.ts'
import { draftVersion } from '../rules/channels/draft-version.ts'
import { coreStamp } from '../rules/core-content.ts'
import { mergedText, mergeTexts } from '../rules/merge/merge-texts.ts'
import { changeAnswer } from '../store/answer-store.ts'
import { loadShared } from '../store/fact-store.ts'
import { nextStamp } from '../store/settings-store.ts'
import {
  approveVersion,
  listEdits,
  listVersions,
  type StoredVersion,
  saveVersionText,
  type VersionKey,
} from '../store/version-store.ts'
import { examined } from './examine.ts'
import { findAnswer, readAnswer } from './load-answer.ts'
import { takeAnswer } from './write-core.ts'

/** Over what is there, which stays in the history. @throws AppError not-found · answer-state for a retired one */
export async function draft(context: Context, key: VersionKey): Promise<AnswerDetail> {
  const { scope, now: at } = context
  await inTransaction(context.db, async (trx) => {
    const answer = await takeAnswer(context, trx, key.answerId)
    if (answer.state === 'retired') throw new AppError('answer-state')
    const shared = await loadShared(scope, trx)
    const { channel, language } = key
    const body = draftVersion(answer.agreed ?? answer.content, { channel, language, shared })
    const editNumber = ((await findVersion(context, trx, key))?.editNumber ?? 0) + 1
    await saveVersionText(scope, trx, { ...key, editNumber, body, at, kind: 'generated' })
    await audit(context, trx, key, 'answer.version-drafted')
  })
  return readAnswer(context, key)
}

async function findVersion(
  { scope }: Context,
  db: Db,
  { answerId, channel, language }: VersionKey,
): Promise<StoredVersion | undefined> {
  const versions = await listVersions(scope, db, [answerId])
  return versions.find((version) => version.channel === channel && version.language === language)
}

async function audit(
  context: Context,
  trx: Db,
  { answerId, channel, language }: VersionKey,
  action: string,
): Promise<void> {
  await recordAudit(
    context,
    { action, subject: { kind: 'answer', id: answerId }, detail: { channel, language } },
    trx,
  )
}

type Saving = VersionKey & { readonly baseEdit: number; readonly body: string }

/** @throws AppError not-found · answer-state for a retired answer */
export async function saveVersion(context: Context, { baseEdit, body, ...key }: Saving) {
  const { scope, now: at } = context
  const met = await inTransaction(context.db, async (trx) => {
    const answer = await takeAnswer(context, trx, key.answerId)
    if (answer.state === 'retired') throw new AppError('answer-state')
    const version = await findVersion(context, trx, key)
    if ((version?.editNumber ?? 0) !== baseEdit) return meet(context, trx, { ...key, baseEdit, body })
    await saveVersionText(scope, trx, { ...key, editNumber: baseEdit + 1, body, at, kind: 'written' })
    await audit(context, trx, key, 'answer.version-written')
    return undefined
  })
  return met ?? { is: 'saved' as const, answer: await readAnswer(context, key) }
}

/** Somebody saved first: both texts brought together, where they cannot be one after the other. */
async function meet({ scope }: Context, trx: Db, { baseEdit, body, ...key }: Saving) {
  const edits = await listEdits(scope, trx, key)
  const newest = edits.find(({ kind }) => kind !== 'approved')
  const base = edits.find(({ editNumber, kind }) => editNumber === baseEdit && kind !== 'approved')
  const merged = mergedText(mergeTexts(base?.body ?? '', body, newest?.body ?? ''), 'both')
  return {
    is: 'met' as const,
    editNumber: newest?.editNumber ?? 0,
    theirs: newest?.body ?? '',
    merged,
    by: newest?.by ?? null,
  }
}

/**
 * @throws AppError not-found · answer-not-agreed while the core is not · answer-changed when it is another text by now ·
 *   version-refused for a text that breaks a rule which must be kept, such as a fact that differs
 */
export async function approve(
  context: Context,
  { editNumber, ...key }: VersionKey & { readonly editNumber: number },
): Promise<AnswerDetail> {
  const { scope, now: at } = context
  await inTransaction(context.db, async (trx) => {
    const answer = await takeAnswer(context, trx, key.answerId)
    const version = await findVersion(context, trx, key)
    if (!version) throw new AppError('not-found')
    if (!answer.agreed || answer.agreedRevision === null || answer.state === 'retired')
      throw new AppError('answer-not-agreed')
    if (version.editNumber !== editNumber) throw new AppError('answer-changed')
    const shared = await loadShared(scope, trx)
    const broken = examined(answer, version, shared).tone.filter(({ level }) => level === 'wrong')
    if (broken.length > 0)
      throw new AppError(
        'version-refused',
        {},
        broken.map(({ rule, params }) => ({ code: rule, params })),
      )
    const approval = {
      coreRevision: answer.agreedRevision,
      coreStamp: coreStamp(answer.agreed, shared, key.language),
    }
    await approveVersion(scope, trx, { ...key, ...approval, editNumber, body: version.body, at })
    await changeAnswer(scope, trx, { answerId: key.answerId, stamp: await nextStamp(scope, trx, at), at })
    await audit(context, trx, key, 'answer.version-approved')
  })
  return readAnswer(context, key)
}

/** @throws AppError not-found */
export async function readEdits(context: Context, key: VersionKey) {
  await findAnswer(context, context.db, key.answerId)
  const edits = await listEdits(context.scope, context.db, key)
  return { edits: edits.map((edit) => ({ ...edit, at: edit.at.toISOString() })) }
}
