/** A person's decision about topics: carried out at once, kept with what it changed, taken back when asked. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { Decision, StepResult } from '../contract.ts'
import { takeDecision } from '../rules/curation/take-decision.ts'
import type { Assignment, TopicRecord } from '../rules/curation/topic-state.ts'
import { codesOfTopics, type KeptCode, redirectCodes, setCode } from '../store/code-store.ts'
import {
  changedSince,
  findDecision,
  insertDecision,
  keepTexts,
  keepTopics,
  keptOf,
  latestStanding,
  nextNumber,
} from '../store/decision-store.ts'
import { reopenSuggestion, settleSuggestion } from '../store/suggestion-store.ts'
import { assignments, countUnsure, replaceAssignments, textsInTopics } from '../store/text-store.ts'
import { countTopics, findTopics, insertTopics, saveTopics, topicLines } from '../store/topic-store.ts'
import { learnLater } from './learn-later.ts'

type Request = { readonly decision: Decision; readonly suggestionId?: string | undefined }

/** @throws AppError not-found for a text or topic that is not there · topic-gone · topic-tree · topic-step */
export async function decide(context: Context, { decision, suggestionId }: Request): Promise<StepResult> {
  const result = await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const number = await nextNumber(scope, trx)
    const topics = new Map((await findTopics(scope, trx)).map((topic) => [topic.topicId, topic]))
    const assigned = await touched(context, trx, decision)
    const newTopicId = newId(now.getTime())
    const after = takeDecision(decision, { topics, assigned, newTopicId })
    if (!after.ok) throw refused(after.why)
    const codes = decision.kind === 'merge' ? await codesOfTopics(scope, trx, decision.topicIds) : []
    await insertDecision(scope, trx, {
      number,
      kind: decision.kind,
      body: { ...decision, codes, ...(suggestionId !== undefined && { suggestionId }) },
      undoes: null,
      now,
    })
    if (decision.kind === 'merge')
      await redirectCodes(scope, trx, { codes, from: decision.topicIds, into: decision.into, now })
    const change = { number, before: topics, ...after, assignedBefore: assigned }
    await carryOut(context, trx, change)
    if (suggestionId !== undefined) await settleSuggestion(scope, trx, { suggestionId, state: 'taken', now })
    await recordAudit(
      context,
      {
        action: `topics.${decision.kind}`,
        subject: { kind: 'topic-decision', id: String(number) },
        detail: {
          topics: after.topics.length,
          texts: new Set(after.assigned.map((row) => row.textKey)).size,
        },
      },
      trx,
    )
    const made =
      topics.has(newTopicId) || !after.topics.some(({ topicId }) => topicId === newTopicId)
        ? null
        : newTopicId
    return resultOf(context, trx, { ...change, made, left: 0 })
  })
  if (decision.kind === 'place' || decision.kind === 'split') await learnLater(context)
  return result
}

function refused(why: Extract<ReturnType<typeof takeDecision>, { ok: false }>['why']): AppError {
  switch (why) {
    case 'topic-gone':
      return new AppError('topic-gone')
    case 'topic-circle':
      return new AppError('topic-tree')
    case 'text-not-there':
      return new AppError('not-found')
    case 'topic-empty':
    case 'topic-itself':
      return new AppError('topic-step', { why })
  }
}

/** All rows of every text that the decision may change. */
async function touched({ scope }: Context, trx: Db, decision: Decision): Promise<readonly Assignment[]> {
  switch (decision.kind) {
    case 'place':
    case 'refuse':
      return assignments(scope, trx, decision.textKeys)
    case 'split':
      return assignments(scope, trx, await textsInTopics(scope, trx, [decision.topicId]))
    case 'merge':
      return assignments(scope, trx, await textsInTopics(scope, trx, decision.topicIds))
    default:
      return []
  }
}

type Change = {
  readonly number: number
  readonly before: ReadonlyMap<string, TopicRecord>
  readonly topics: readonly TopicRecord[]
  readonly assigned: readonly Assignment[]
  readonly assignedBefore: readonly Assignment[]
}

async function carryOut({ scope, now }: Context, trx: Db, change: Change): Promise<void> {
  const { number, before, topics, assigned } = change
  await keepTexts(scope, trx, { number, textKeys: [...new Set(assigned.map((row) => row.textKey))] })
  const made = topics.filter(({ topicId }) => !before.has(topicId))
  await insertTopics(scope, trx, { topics: made, now, by: scope.personId })
  await saveTopics(scope, trx, { topics: topics.filter(({ topicId }) => before.has(topicId)), now })
  await replaceAssignments(scope, trx, { now, assigned })
  await keepTopics(scope, trx, { number, before, changed: topics })
  await countTopics(scope, trx, affected(change))
}

/** The topics whose content or lines may differ after the change. */
function affected({ topics, assigned, assignedBefore }: Change): string[] {
  const leaving = new Set(assigned.map(({ textKey }) => textKey))
  const from = assignedBefore.filter(({ textKey }) => leaving.has(textKey)).map(({ topicId }) => topicId)
  return [
    ...new Set([...topics.map(({ topicId }) => topicId), ...assigned.map(({ topicId }) => topicId), ...from]),
  ]
}

async function resultOf(
  { scope }: Context,
  trx: Db,
  { number, made, left, ...change }: Change & Pick<StepResult, 'made' | 'left'>,
): Promise<StepResult> {
  const ids = affected({ number, ...change })
  const changed = await topicLines(scope, trx, ids)
  const live = new Set(changed.map(({ topicId }) => topicId))
  const unsure = await countUnsure(scope, trx)
  const undo = await latestStanding(scope, trx)
  return { decision: number, changed, gone: ids.filter((id) => !live.has(id)), unsure, undo, made, left }
}

/**
 * Takes a decision back: texts that nobody has moved since return to where they were; the others stay, and are
 * counted. A topic that a later decision has changed keeps it from being taken back at all.
 *
 * @throws AppError not-found · decision-undone · decision-built-upon
 */
export async function undoDecision(
  context: Context,
  { decision }: { readonly decision: number },
): Promise<StepResult> {
  return inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const number = await nextNumber(scope, trx)
    const found = await findDecision(scope, trx, decision)
    if (!found || found.kind === 'undo') throw new AppError('not-found')
    if (found.undone) throw new AppError('decision-undone')
    const since = await changedSince(scope, trx, decision)
    if (since.topicIds.size > 0) throw new AppError('decision-built-upon', { topics: since.topicIds.size })
    const kept = await keptOf(scope, trx, decision)
    const change = await goingBack(context, trx, { number, kept, since: since.textKeys })
    await insertDecision(scope, trx, { number, kind: 'undo', body: {}, undoes: decision, now })
    await carryOut(context, trx, change)
    const { codes = [], suggestionId } = found.body as KeptBeside
    for (const code of codes) await setCode(scope, trx, { ...code, now })
    if (suggestionId !== undefined) await reopenSuggestion(scope, trx, suggestionId)
    const subject = { kind: 'topic-decision', id: String(number) }
    await recordAudit(context, { action: 'topics.undo', subject, detail: { undoes: decision } }, trx)
    return resultOf(context, trx, { ...change, made: null })
  })
}

/** What a decision's body holds beside the decision. */
type KeptBeside = { readonly codes?: readonly KeptCode[]; readonly suggestionId?: string }

type GoingBack = {
  readonly number: number
  readonly kept: Awaited<ReturnType<typeof keptOf>>
  readonly since: ReadonlySet<string>
}

async function goingBack(
  { scope }: Context,
  trx: Db,
  { number, kept, since }: GoingBack,
): Promise<Change & { left: number }> {
  const before = new Map((await findTopics(scope, trx)).map((topic) => [topic.topicId, topic]))
  const topics = [...kept.topics].map(([topicId, was]) => was ?? withoutMaking(before.get(topicId)!))
  const after = new Map([...before, ...topics.map((topic) => [topic.topicId, topic] as const)])
  const textKeys = [...new Set(kept.texts.map(({ textKey }) => textKey))]
  const assignedBefore = await assignments(scope, trx, textKeys)
  // A grouping made since may have let the old topic go; then the text stays where it is.
  const homeless = new Set(
    kept.texts
      .filter(({ topicId }) => (after.get(topicId)?.state ?? 'gone') === 'gone')
      .map((row) => row.textKey),
  )
  const stays = (textKey: string) => since.has(textKey) || homeless.has(textKey)
  const assigned = kept.texts.filter(({ textKey }) => !stays(textKey))
  return { number, before, topics, assigned, assignedBefore, left: textKeys.filter(stays).length }
}

/** A topic that the decision made is gone again, into nothing: what was in it returns. */
function withoutMaking(topic: TopicRecord): TopicRecord {
  return { ...topic, state: 'gone', goneInto: null }
}
