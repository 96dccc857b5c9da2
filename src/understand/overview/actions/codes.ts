/** What reason codes without text stand for: estimated from records with text, or said by a person. */
import { addDays } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { seededRandom } from '../../../kernel/random.ts'
import { wilsonInterval } from '../../../kernel/statistics.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { CodeRow, CodesView } from '../contract.ts'
import { type CodeSplit, fewestNoted, splitByDays, splitByRecords } from '../rules/split-code.ts'
import {
  countCodeDays,
  countNoted,
  countTextDays,
  type DayCount,
  listShares,
  listUsedCodes,
  type NotedCount,
  saveShares,
  type UsedCode,
} from '../store/code-store.ts'
import { listTopics } from '../store/topic-store.ts'

export async function readCodes({ scope, db }: Context): Promise<CodesView> {
  const used = await listUsedCodes(scope, db)
  const shares = Map.groupBy(await listShares(scope, db), ({ sourceId, code }) => `${sourceId} ${code}`)
  const noted = notedByCode(await countNoted(scope, db))
  const topics = await listTopics(scope, db)
  return {
    rows: used.map((code) => codeRow(code, shares.get(`${code.sourceId} ${code.code}`) ?? [], noted)),
    topics: topics
      .filter(({ state, unexplained }) => state !== 'gone' && !unexplained)
      .map(({ topicId, name }) => ({ topicId, name })),
  }
}

function codeRow(
  { sourceId, source, code, contacts }: UsedCode,
  shares: Awaited<ReturnType<typeof listShares>>,
  noted: ReadonlyMap<string, ReadonlyMap<string, number>>,
): CodeRow {
  const n = [...(noted.get(code)?.values() ?? [])].reduce((sum, count) => sum + count, 0)
  const byRecords = n >= fewestNoted
  const origin = shares[0]?.origin ?? null
  return {
    sourceId,
    source,
    code,
    contacts,
    origin,
    way: origin === 'estimate' ? (byRecords ? 'records' : 'days') : null,
    n,
    shares: shares.map(({ topicId, name, share }) => {
      const [low, high] = origin === 'estimate' && byRecords ? wilsonInterval(share, n, 0.95) : [null, null]
      return { topicId, name, share, low, high }
    }),
  }
}

function notedByCode(counts: readonly NotedCount[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    [...Map.groupBy(counts, ({ code }) => code)].map(([code, rows]) => [
      code,
      new Map(rows.map(({ topicId, count }) => [topicId, count])),
    ]),
  )
}

/** Estimates every code that no person has explained, anew. */
export async function estimateCodes(context: Context): Promise<CodesView> {
  const { scope, db, now } = context
  const used = await listUsedCodes(scope, db)
  const said = new Set(
    (await listShares(scope, db))
      .filter(({ origin }) => origin === 'person')
      .map(({ sourceId, code }) => `${sourceId} ${code}`),
  )
  const noted = notedByCode(await countNoted(scope, db))
  const textDays = await countTextDays(scope, db)
  const splits: { readonly code: UsedCode; readonly split: CodeSplit }[] = []
  for (const code of used.filter((each) => !said.has(`${each.sourceId} ${each.code}`))) {
    splits.push({ code, split: await splitOne(context, code, { noted, textDays }) })
  }
  await inTransaction(db, async (trx) => {
    for (const { code, split } of splits) {
      await saveShares(scope, trx, { ...code, origin: 'estimate', shares: split.shares, at: now })
    }
    const subject = { kind: 'organisation', id: scope.organisationId }
    await recordAudit(context, { action: 'codes.estimated', subject, detail: { codes: splits.length } }, trx)
  })
  return readCodes(context)
}

type Known = {
  readonly noted: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly textDays: readonly DayCount[]
}

async function splitOne(
  { scope, db }: Context,
  code: UsedCode,
  { noted, textDays }: Known,
): Promise<CodeSplit> {
  const own = noted.get(code.code)
  if (own && [...own.values()].reduce((sum, count) => sum + count, 0) >= fewestNoted)
    return splitByRecords(own)
  const days = await countCodeDays(scope, db, code)
  return splitByDays(dailyCounts(days, textDays), seededRandom(`${code.sourceId} ${code.code}`))
}

/** Both as one number for each day from the code's first to its last. */
function dailyCounts(days: readonly DayCount[], textDays: readonly DayCount[]) {
  const sorted = days.map(({ day }) => day).sort()
  const dates: string[] = []
  for (let date = sorted[0]!; date <= sorted.at(-1)!; date = addDays(date, 1)) dates.push(date)
  const place = new Map(dates.map((date, at) => [date, at]))
  const series = (rows: readonly DayCount[]) => {
    const counts = dates.map(() => 0)
    for (const { day, count } of rows) {
      const at = place.get(day)
      if (at !== undefined) counts[at]! += count
    }
    return counts
  }
  return {
    code: series(days),
    topics: new Map(
      [...Map.groupBy(textDays, ({ key }) => key)].map(([topicId, rows]) => [topicId, series(rows)]),
    ),
  }
}

type Said = {
  readonly sourceId: string
  readonly code: string
  readonly shares: readonly { readonly topicId: string; readonly share: number }[]
}

/** What a person says; no shares at all takes the explanation back. @throws AppError not-found · invalid-input when the shares do not sum to 1 */
export async function setCode(context: Context, { sourceId, code, shares }: Said): Promise<CodesView> {
  const { scope, db, now } = context
  const used = await listUsedCodes(scope, db)
  if (!used.some((each) => each.sourceId === sourceId && each.code === code)) throw new AppError('not-found')
  const sum = shares.reduce((total, { share }) => total + share, 0)
  const distinct = new Set(shares.map(({ topicId }) => topicId))
  if (shares.length > 0 && (Math.abs(sum - 1) > 0.005 || distinct.size !== shares.length)) {
    throw new AppError('invalid-input', {}, [{ code: 'sum', path: 'shares' }])
  }
  const known = new Set(
    (await listTopics(scope, db)).filter(({ state }) => state !== 'gone').map(({ topicId }) => topicId),
  )
  if ([...distinct].some((topicId) => !known.has(topicId))) throw new AppError('not-found')
  await inTransaction(db, async (trx) => {
    const exact = shares.map(({ topicId, share }) => ({ topicId, share: share / sum }))
    await saveShares(scope, trx, { sourceId, code, origin: 'person', shares: exact, at: now })
    const detail = { sourceId, code, topics: shares.length }
    await recordAudit(
      context,
      { action: 'code.explained', subject: { kind: 'organisation', id: scope.organisationId }, detail },
      trx,
    )
  })
  return readCodes(context)
}
