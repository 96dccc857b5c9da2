/** What is really said: replies in the log against the facts of the core (U4.4). */
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Consistency, ReplyLine } from '../contract.ts'
import { languagesOf, textIn } from '../rules/core-content.ts'
import { type CoreFact, coreFacts } from '../rules/facts/core-fact.ts'
import { joinFacts } from '../rules/facts/join-facts.ts'
import { type JudgedReply, judgeAgainst, type ReplyVerdict } from '../rules/facts/judge-reply.ts'
import { valuesIn } from '../rules/facts/values.ts'
import { plainOf } from '../rules/text/rich-text.ts'
import { listReplies, type StoredReply } from '../store/enquiry-store.ts'
import { loadShared } from '../store/fact-store.ts'
import { periodOf, shareOf } from './find.ts'
import { findAnswer, type OfAnswer } from './load-answer.ts'

type Asking = OfAnswer & { readonly from?: string | undefined; readonly to?: string | undefined }
type Judged = StoredReply & JudgedReply

/** Replies read at a time: the newest. */
const most = 5000
/** Others are let in after so many. */
const batch = 200

async function judge(context: Context, asking: Asking) {
  const { scope, db } = context
  const answer = await findAnswer(context, db, asking.answerId)
  const shared = await loadShared(scope, db)
  const core = answer.agreed ?? answer.content
  const bodies = languagesOf(core).map((language) => textIn(core, language).body)
  const facts = joinFacts(bodies.map((body) => coreFacts(body, shared)))
  const own = bodies.flatMap((body) => valuesIn(plainOf(body, shared)))
  const period = periodOf(context, asking)
  const replies =
    answer.topicId === null ? [] : await listReplies(scope, db, { topicId: answer.topicId, ...period, most })
  const judged: Judged[] = []
  for (const [at, reply] of replies.entries()) {
    if (at % batch === batch - 1) await setImmediate()
    judged.push({ ...reply, ...judgeAgainst(facts, own, reply.reply) })
  }
  return { facts, judged, period }
}

/** @throws AppError not-found */
export async function readConsistency(context: Context, asking: Asking): Promise<Consistency> {
  const { facts, judged, period } = await judge(context, asking)
  const byChannel = Map.groupBy(judged, ({ channel }) => channel)
  const channels = [...byChannel].toSorted(([, a], [, b]) => b.length - a.length)
  return {
    ...period,
    replies: judged.length,
    most,
    facts: facts.map(({ fact }, number) => factLine(fact, number, judged)),
    channels: [['all', judged] as const, ...channels]
      .filter(([, replies]) => replies.length > 0)
      .map(([channel, replies]) => ({ channel, n: replies.length, ...sharesOf(replies) })),
  }
}

function sharesOf(replies: readonly Judged[]) {
  const share = (verdict: ReplyVerdict) =>
    shareOf(replies.filter((reply) => reply.verdict === verdict).length, replies.length)
  return { agrees: share('agrees'), contradicts: share('contradicts'), lacks: share('lacks') }
}

function factLine(
  { name, kind, value }: CoreFact['fact'],
  number: number,
  judged: readonly Judged[],
): Consistency['facts'][number] {
  const verdicts = judged.map(({ facts }) => facts[number])
  const others = Map.groupBy(
    verdicts.flatMap((verdict) => verdict?.found ?? []),
    (found) => found,
  )
  return {
    number,
    name,
    kind,
    value,
    told: verdicts.filter((verdict) => verdict?.is === 'agrees').length,
    contradicted: verdicts.filter((verdict) => verdict?.is === 'contradicts').length,
    others: [...others]
      .map(([other, all]) => ({ value: other, times: all.length }))
      .toSorted((a, b) => b.times - a.times)
      .slice(0, 5),
  }
}

type AskingReplies = Asking & {
  readonly channel?: string | undefined
  readonly verdict?: ReplyVerdict | undefined
  readonly fact?: number | undefined
  readonly offset: number
}

const pageSize = 50

/** The records behind a share. With a fact: those that tell (agrees) or contradict it. @throws AppError not-found */
export async function readReplies(
  context: Context,
  asking: AskingReplies,
): Promise<{ items: ReplyLine[]; total: number }> {
  const { channel, verdict, fact, offset } = asking
  const { facts, judged } = await judge(context, asking)
  if (fact !== undefined && fact >= facts.length) throw new AppError('not-found')
  const chosen = judged.filter(
    (reply) =>
      (channel === undefined || channel === 'all' || reply.channel === channel) &&
      (verdict === undefined || (fact === undefined ? reply.verdict : verdictOn(reply, fact)) === verdict),
  )
  return {
    total: chosen.length,
    items: chosen.slice(offset, offset + pageSize).map((reply) => ({
      enquiryId: reply.enquiryId,
      channel: reply.channel,
      startedAt: reply.startedAt.toISOString(),
      question: reply.question,
      reply: reply.reply,
      verdict: reply.verdict,
      found: reply.facts.flatMap(({ found }, at) =>
        found.map((other) => ({
          fact: facts[at]?.fact.name ?? '',
          value: facts[at]?.fact.value ?? '',
          other,
        })),
      ),
    })),
  }
}

function verdictOn({ facts }: Judged, fact: number): ReplyVerdict {
  const is = facts[fact]?.is
  return is === 'agrees' || is === 'contradicts' ? is : 'lacks'
}
