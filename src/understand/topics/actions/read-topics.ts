/** What people see of topics: the list, the texts of one, the tray, suggestions, decisions and codes. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { CodeLine, DecisionLine, Suggestion, TextLine, TextOrder, TopicList } from '../contract.ts'
import { listCodes, setCode } from '../store/code-store.ts'
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

export async function readCodes({ scope, db }: Context): Promise<{ items: CodeLine[] }> {
  return { items: await listCodes(scope, db) }
}

type CodeRequest = {
  readonly sourceId: string
  readonly reasonCode: string
  readonly topics: readonly { readonly topicId: string; readonly share: number }[]
}

/** @throws AppError not-found for a code that no row carries · topic-gone · invalid-input when shares do not sum to 1 */
export async function explainCode(context: Context, request: CodeRequest): Promise<CodeLine> {
  const { scope, db, now } = context
  const { topics } = request
  const sum = topics.reduce((total, { share }) => total + share, 0)
  if (topics.length > 0 && Math.abs(sum - 1) > 1e-6)
    throw new AppError('invalid-input', {}, [{ code: 'shares-sum', path: 'topics', value: String(sum) }])
  const found = await findTopics(
    scope,
    db,
    topics.map(({ topicId }) => topicId),
  )
  if (found.length !== topics.length || found.some(({ state }) => state === 'gone'))
    throw new AppError('topic-gone')
  return inTransaction(db, async (trx) => {
    if ((await listCodes(scope, trx, request)).length === 0) throw new AppError('not-found')
    await setCode(scope, trx, { ...request, origin: 'person', now })
    const subject = { kind: 'reason-code', id: request.reasonCode.slice(0, 200) }
    await recordAudit(context, { action: 'topics.code', subject, detail: { topics: topics.length } }, trx)
    return (await listCodes(scope, trx, request))[0]!
  })
}
