/** What people see of topics: the list, the texts of one, the tray, suggestions and decisions. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { DecisionLine, Suggestion, TextLine, TextOrder, TopicList } from '../contract.ts'
import { latestStanding, listDecisions } from '../store/decision-store.ts'
import { listFits } from '../store/fit-store.ts'
import { openSuggestions, settleSuggestion } from '../store/suggestion-store.ts'
import { listTexts, textTotals } from '../store/text-store.ts'
import { findTopics, topicLines } from '../store/topic-store.ts'

export async function readTopics({ scope, db }: Context): Promise<TopicList> {
  const [items, totals, [fit], undo] = [
    await topicLines(scope, db),
    await textTotals(scope, db),
    await listFits(scope, db, 1),
    await latestStanding(scope, db),
  ]
  return { items, ...totals, fit: fit ?? null, undo }
}

type Page = { readonly limit: number; readonly cursor?: string | undefined }
type PageOf<Item> = { items: Item[]; next?: string }

/** @throws AppError not-found */
export async function readTexts(
  { scope, db }: Context,
  input: Page & { readonly topicId: string; readonly order: TextOrder; readonly q?: string | undefined },
): Promise<PageOf<TextLine>> {
  const [topic] = await findTopics(scope, db, [input.topicId])
  if (topic === undefined) throw new AppError('not-found')
  return listTexts(scope, db, input)
}

/** What waits for a person: of one topic, or of all; the most asked first. */
export function readTray(
  { scope, db }: Context,
  input: Page & { readonly topicId?: string | undefined },
): Promise<PageOf<TextLine>> {
  return listTexts(scope, db, { ...input, order: 'many', onlyUnsure: true })
}

export async function readSuggestions({ scope, db }: Context): Promise<{ items: Suggestion[] }> {
  return { items: await openSuggestions(scope, db) }
}

/** @throws AppError not-found when it is not open any more */
export async function dismissSuggestion(
  context: Context,
  { suggestionId }: { readonly suggestionId: string },
): Promise<Record<string, never>> {
  const { scope, now } = context
  await inTransaction(context.db, async (trx) => {
    if (!(await settleSuggestion(scope, trx, { suggestionId, state: 'dismissed', now })))
      throw new AppError('not-found')
    const subject = { kind: 'topic-suggestion', id: suggestionId }
    await recordAudit(context, { action: 'topics.dismissed', subject }, trx)
  })
  return {}
}

export async function readDecisions({ scope, db }: Context, page: Page): Promise<PageOf<DecisionLine>> {
  const { items, ...rest } = await listDecisions(scope, db, page)
  return {
    items: items.map((row) => ({ ...row, topics: [...row.topics], at: row.at.toISOString() })),
    ...rest,
  }
}
