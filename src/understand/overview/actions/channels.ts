/** Which channel settles each topic best, what could move to self-service, and what must not. */
import { addDays } from '../../../kernel/calendar.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { ChannelStrategy, PeriodQuery, StrategyRow, TopicLine } from '../contract.ts'
import { bestChannel, selfServiceVerdict } from '../rules/channel-strategy.ts'
import { homesOf, sumCaseParts } from '../rules/compose.ts'
import { sumFollowUps } from '../store/figures-store.ts'
import { type ChannelCosts, readSettings, saveSettings } from '../store/setting-store.ts'
import { type ChannelParts, figuresByChannel } from './channel-figures.ts'
import { readPeriod } from './period.ts'
import { gather, linesOf } from './read-overview.ts'

/** So much is needed before channels can be told apart: half a year, unless the page asks for other days. */
const usualDays = 182
const daysInMonth = 30.44

export async function readStrategy(context: Context, query: PeriodQuery): Promise<ChannelStrategy> {
  const { scope, db } = context
  const { channelCosts: costs } = await readSettings(scope, db)
  const recent = await readPeriod(context, query)
  if (!recent) return { period: null, rows: [], costs, channels: [] }
  const from = query.from ?? addDays(recent.view.to, 1 - usualDays)
  const period = (await readPeriod(context, { from, to: recent.view.to }))!
  const gathered = await gather(context, period)
  const home = homesOf(gathered.topics)
  const followUps = await sumFollowUps(scope, db, period.reading)
  const mustStay = new Map(gathered.topics.map(({ topicId, profile }) => [topicId, profile.mustStay]))
  const ofTopic = <T extends { readonly topicId: string }>(rows: readonly T[], topicId: string) =>
    rows.filter((row) => home(row.topicId) === topicId)
  const lines = linesOf(gathered, period).filter(({ state }) => state === 'confirmed' || state === 'proposed')
  const rows = lines.map((line) =>
    strategyRow(line, {
      days: ofTopic(gathered.days, line.topicId),
      cases: ofTopic(gathered.cases, line.topicId),
      followUps: ofTopic(followUps, line.topicId),
      costs,
      mustStay: mustStay.get(line.topicId) ?? '',
      months: period.view.days / daysInMonth,
    }),
  )
  const seen = new Set(gathered.days.map(({ channel }) => channel))
  return { period: period.view, rows, costs, channels: [...seen].sort() }
}

type Facts = ChannelParts & { readonly mustStay: string; readonly months: number }

function strategyRow(line: TopicLine, facts: Facts): StrategyRow {
  const { views, figures } = figuresByChannel(facts)
  const all = sumCaseParts(facts.cases)
  const machine = sumCaseParts(facts.cases.filter(({ channel }) => channel === 'chatbot'))
  const asked = line.selfService?.n ?? 0
  const verdict = selfServiceVerdict({
    mustStay: facts.mustStay,
    tried: asked * (line.selfService?.value ?? 0),
    asked,
    minutes: line.handleSeconds === null ? null : line.handleSeconds / 60,
    cases: all.cases_7,
    once: all.once_7,
    machineCases: machine.cases_7,
    machineOnce: machine.once_7,
    failureLow: line.failure?.low ?? null,
  })
  return {
    topicId: line.topicId,
    name: line.name,
    contacts: line.contacts,
    channels: figures,
    best: bestChannel(views),
    verdict: verdict.verdict,
    reasons: [...verdict.reasons],
    mustStay: facts.mustStay,
    selfService: line.selfService,
    atMost: verdict.verdict === 'move' ? savedAtMost(line, facts) : null,
  }
}

/** Staffed contacts a month by those who tried the web first, at what such a contact costs here less the machine's. */
function savedAtMost({ selfService }: TopicLine, { days, costs, months }: Facts): number | null {
  const staffed = days.filter(({ channel }) => channel !== 'chatbot')
  if (selfService === null || staffed.some(({ channel }) => costs[channel] === undefined)) return null
  const machine = costs.chatbot ?? 0
  const spent = staffed.reduce(
    (sum, { channel, contacts }) => sum + contacts * (costs[channel]! - machine),
    0,
  )
  return Math.max(0, (spent * selfService.value) / months)
}

export async function saveCosts(
  context: Context,
  { costs }: { readonly costs: ChannelCosts },
): Promise<{ costs: ChannelCosts }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const { weights } = await readSettings(scope, trx)
    await saveSettings(scope, trx, { weights, channelCosts: costs, now })
    const subject = { kind: 'organisation', id: scope.organisationId }
    await recordAudit(context, { action: 'channel.costed', subject, detail: { ...costs } }, trx)
    return { costs }
  })
}
