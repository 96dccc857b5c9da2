import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { EnquiryDetail, EnquiryFilter, EnquiryLine } from '../contract.ts'
import {
  conversationOf,
  countEnquiries,
  enquiryCursor,
  findEnquiry,
  listEnquiries,
  othersOf,
  type StoredEnquiry,
  topicsOf,
} from '../store/enquiry-read-store.ts'

type Query = EnquiryFilter & { readonly cursor?: string | undefined; readonly limit: number }

export async function readEnquiries(context: Context, { cursor, limit, ...filter }: Query) {
  const found = await listEnquiries(context.scope, context.db, { filter, before: cursor, limit: limit + 1 })
  const page = found.slice(0, limit)
  const items = await linesOf(context, page)
  return found.length > limit ? { items, next: enquiryCursor(page.at(-1)!) } : { items }
}

export function countFiltered({ scope, db }: Context, filter: EnquiryFilter) {
  return countEnquiries(scope, db, filter)
}

/** @throws AppError not-found */
export async function readEnquiry(context: Context, { enquiryId }: { readonly enquiryId: string }) {
  const { scope, db } = context
  const found = await findEnquiry(scope, db, enquiryId)
  if (!found) throw new AppError('not-found')
  const parts = await conversationOf(scope, db, found)
  const others = await othersOf(scope, db, found)
  const [enquiry] = await detailsOf(context, [found])
  return {
    enquiry: enquiry!,
    conversation: await detailsOf(context, parts),
    others: await linesOf(context, others),
  }
}

async function linesOf(context: Context, rows: readonly StoredEnquiry[]): Promise<EnquiryLine[]> {
  const topics = await topicFinder(context, rows)
  return rows.map((row) => lineOf(row, topics(row)))
}

async function detailsOf(context: Context, rows: readonly StoredEnquiry[]): Promise<EnquiryDetail[]> {
  const topics = await topicFinder(context, rows)
  return rows.map((row) => {
    const { startedOn: _day, textKey: _key, textRemovedAt: _removed, ...rest } = row
    return { ...rest, ...lineOf(row, topics(row)) }
  })
}

function lineOf(row: StoredEnquiry, topics: EnquiryLine['topics']): EnquiryLine {
  const { enquiryId, sourceId, sourceName, channel, direction, text, reasonCode, weight, customerKey } = row
  return {
    enquiryId,
    sourceId,
    sourceName,
    channel,
    direction,
    startedAt: row.startedAt.toISOString(),
    text,
    reasonCode,
    weight,
    customerKey,
    textRemoved: row.textRemovedAt !== null,
    topics,
  }
}

/** What each row is about: by its text, or as the estimate of its reason code. */
async function topicFinder({ scope, db }: Context, rows: readonly StoredEnquiry[]) {
  const { ofTexts, ofCodes } = await topicsOf(scope, db, rows)
  return (row: StoredEnquiry): EnquiryLine['topics'] => {
    if (row.textKey !== null) {
      return ofTexts
        .filter(({ textKey }) => textKey === row.textKey)
        .map(({ topicId, name, share, certainty, unsure }) => ({ topicId, name, share, certainty, unsure }))
    }
    return ofCodes
      .filter(({ sourceId, reasonCode }) => sourceId === row.sourceId && reasonCode === row.reasonCode)
      .map(({ topicId, name, share }) => ({ topicId, name, share, certainty: share, unsure: false }))
  }
}
