/** What an agent sees and asks for. Everything here is of the agent that the caller's account is, and of nobody else. */
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/localized.ts'
import {
  type Context,
  makeInvitationToken,
  type PublicContext,
  readInvitationToken,
  recordAudit,
} from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { type CalendarWords, writeCalendar } from '../calendar/rules/i-calendar.ts'
import type { OwnView } from '../own/contract.ts'
import { changeOf } from '../own/rules/shift-change.ts'
import type { AbsenceFields, WishFields } from '../people/contract.ts'
import { maySwapGo } from '../people/rules/words.ts'
import { overlap } from '../rules/local-days.ts'
import type { Agent, Span } from '../rules/types.ts'
import { agentOfPerson } from '../store/agent-store.ts'
import {
  findShiftBefore,
  firstPublications,
  listPublished,
  type PublishedShift,
} from '../store/plan-store.ts'
import { listAbsences, listWishes } from '../store/request-store.ts'
import {
  answerSwap,
  endCalendarLinks,
  hasCalendarLink,
  insertCalendarLink,
  listSwaps,
  lockSwap,
  openCalendarLink,
  type StoredSwap,
} from '../store/swap-store.ts'
import type { PlanShift } from '../week/rules/plan-shift.ts'
import { findingsByChange } from '../week/rules/week-findings.ts'
import { loadAgents } from './load-agents.ts'
import { loadChecked } from './read-week.ts'
import { absenceShown, addAbsence, addWish, decideAbsence, removeWish } from './requests.ts'
import { askSwap, findingsOfSwap, ownShift, partiesOf, shiftsOfSwaps, swapShown } from './swaps.ts'

type Self = { readonly agentId: string; readonly name: string }
const dayMs = 86_400_000

/** @throws AppError no-agent while nobody has said which agent the account is */
async function selfOf({ scope, db }: Pick<Context, 'scope' | 'db'>): Promise<Self> {
  const agent = await agentOfPerson(scope, db, scope.personId)
  if (!agent) throw new AppError('no-agent')
  return agent
}

const nothing: OwnView = {
  agent: null,
  shifts: [],
  cancelled: [],
  contract: null,
  absences: [],
  wishes: [],
  swaps: [],
  offered: [],
  calendar: false,
}

export async function readOwn(context: Context): Promise<OwnView> {
  const { scope, db, now } = context
  const agent = await agentOfPerson(scope, db, scope.personId)
  if (!agent) return nothing
  const { agentId } = agent
  const shifts = await listPublished(scope, db, { agentId, endsAfter: new Date(now.getTime() - 14 * dayMs) })
  const absences = await listAbsences(scope, db, { agentId, endsAfter: new Date(now.getTime() - 90 * dayMs) })
  const wishes = await listWishes(scope, db, agentId)
  const swaps = (await listSwaps(scope, db)).filter((swap) => concerns(swap, agentId))
  const ofSwaps = await shiftsOfSwaps(context, swaps)
  const shown = await shiftsShown(context, shifts)
  const { contract, ...self } = agent
  return {
    agent: self,
    contract: { weeklyHours: contract.weeklyHours, paidBreaks: contract.paidBreaks },
    shifts: shown.filter(({ change }) => change !== 'cancelled'),
    cancelled: shown.filter(({ change, to }) => change === 'cancelled' && to * 60_000 > now.getTime()),
    absences: absences.map((absence) => {
      const { agentId: _, agent: __, shifts: ___, ...shown } = absenceShown(absence)
      return shown
    }),
    wishes: wishes.map(({ agentId: _, agent: __, ...wish }) => wish),
    swaps: swaps
      .filter(({ toAgentId, fromAgentId }) => fromAgentId === agentId || toAgentId === agentId)
      .slice(0, 20)
      .map((swap) => ({ ...swapShown(swap, ofSwaps), mine: swap.fromAgentId === agentId })),
    offered: await offeredTo(context, { agentId, swaps, ofSwaps }),
    calendar: await hasCalendarLink(scope, db, agentId),
  }
}

/** Each with what has become of it since its week was first published. */
async function shiftsShown(
  { scope, db }: Context,
  shifts: readonly PublishedShift[],
): Promise<OwnView['shifts']> {
  const first = await firstPublications(scope, db, [...new Set(shifts.map(({ weekStart }) => weekStart))])
  const shown: OwnView['shifts'] = []
  for (const shift of shifts) {
    const { id, agentId, from, to, breaks, skill, weekStart, changedAt } = shift
    const change = shift.cancelled ? 'cancelled' : changeOf(shift, first.get(weekStart))
    const before =
      change === 'changed'
        ? await findShiftBefore(scope, db, { weekStart, shiftId: id, at: changedAt })
        : undefined
    const isOther = before?.agentId === agentId && (before.from !== from || before.to !== to)
    shown.push({
      shiftId: id,
      from,
      to,
      breaks: [...breaks],
      skill,
      change,
      changedAt: changedAt.toISOString(),
      was: isOther ? { from: before.from, to: before.to } : null,
    })
  }
  return shown
}

function concerns({ fromAgentId, toAgentId, state }: StoredSwap, agentId: string): boolean {
  return fromAgentId === agentId || toAgentId === agentId || (toAgentId === null && state === 'asked')
}

type Offering = {
  readonly agentId: string
  readonly swaps: readonly StoredSwap[]
  readonly ofSwaps: ReadonlyMap<string, PublishedShift>
}

/** Shifts that colleagues would give to anybody, and that the agent can take without passing a limit. */
async function offeredTo(
  context: Context,
  { agentId, swaps, ofSwaps }: Offering,
): Promise<OwnView['offered']> {
  const open = swaps.filter(
    ({ toAgentId, fromAgentId, state }) => toAgentId === null && fromAgentId !== agentId && state === 'asked',
  )
  const offered: OwnView['offered'] = []
  for (const swap of open.slice(0, 20)) {
    const shift = ofSwaps.get(swap.shiftId)
    if (!shift || shift.from * 60_000 <= context.now.getTime()) continue
    if (await canTake(context, { agentId, shift })) offered.push(swapShown(swap, ofSwaps))
  }
  return offered
}

type Taking = { readonly agentId: string; readonly shift: PublishedShift }

async function canTake(context: Context, { agentId, shift }: Taking): Promise<boolean> {
  const agent = (await loadAgents(context, shift.weekStart)).find(({ id }) => id === agentId)
  if (!agent) return false
  const checked = await loadChecked(context, shift.weekStart, 'published')
  return findingsByChange(agent, checked, { take: [shift], give: [] }).length === 0
}

export async function addOwnWish(context: Context, wish: WishFields) {
  return addWish(context, { ...wish, agentId: (await selfOf(context)).agentId, byAgent: true })
}

export async function removeOwnWish(context: Context, { wishId }: { readonly wishId: string }) {
  return removeWish(context, { wishId, agentId: (await selfOf(context)).agentId })
}

export async function reportOwnAbsence(context: Context, absence: AbsenceFields) {
  return addAbsence(context, { ...absence, agentId: (await selfOf(context)).agentId, byAgent: true })
}

export async function withdrawOwnAbsence(context: Context, { absenceId }: { readonly absenceId: string }) {
  const { agentId } = await selfOf(context)
  await decideAbsence(context, { absenceId, state: 'withdrawn', openShifts: false, agentId })
  return {}
}

/**
 * Colleagues who can take the shift without passing a limit, those with most left of their agreed hours first, and
 * which of their shifts that week the agent could take in return. Nothing else of their shifts is told.
 */
export async function readTakers(context: Context, { shiftId }: { readonly shiftId: string }) {
  const self = await selfOf(context)
  const shift = await ownShift(context, { id: shiftId, agentId: self.agentId })
  const { weekStart } = shift
  const agents = await loadAgents(context, weekStart)
  const checked = await loadChecked(context, weekStart, 'published')
  const me = agents.find(({ id }) => id === self.agentId)
  const mine = checked.shifts.filter(({ agentId, id }) => agentId === self.agentId && id !== shiftId)
  const hoursOf = (id: string) =>
    checked.shifts
      .filter(({ agentId }) => agentId === id)
      .reduce((sum, each) => sum + each.to - each.from, 0) / 60
  const found: { agent: Agent; alone: boolean; returns: PlanShift[]; left: number }[] = []
  for (const agent of agents.filter(({ id }) => id !== self.agentId)) {
    const own = checked.shifts.filter(
      (each) => each.agentId === agent.id && each.from * 60_000 > context.now.getTime(),
    )
    const passes = (who: Agent, take: PlanShift, give: readonly string[]) =>
      findingsByChange(who, checked, { take: [take], give }).length > 0
    // Two shifts at once are cheap to see, and most that cannot be are that.
    const alone = isFreeFor(shift, own) && !passes(agent, shift, [])
    const returns = own.filter(
      (back) =>
        me !== undefined &&
        isFreeFor(back, mine) &&
        isFreeFor(
          shift,
          own.filter(({ id }) => id !== back.id),
        ) &&
        !passes(agent, shift, [back.id]) &&
        !passes(me, back, [shift.id]),
    )
    const left = agent.contract.weeklyHours - hoursOf(agent.id)
    if (alone || returns.length > 0) found.push({ agent, alone, returns, left })
    // The limits of everybody take a while; others are let in between.
    await setImmediate()
  }
  const items = found.toSorted(
    (one, other) => Number(other.alone) - Number(one.alone) || other.left - one.left,
  )
  return {
    items: items.slice(0, 30).map(({ agent, alone, returns }) => ({
      agentId: agent.id,
      name: agent.name,
      alone,
      returns: returns.map(({ id, from, to }) => ({ shiftId: id, from, to })),
    })),
  }
}

const isFreeFor = (span: Span, shifts: readonly Span[]) => shifts.every((each) => overlap(each, span) === 0)

type OwnAsking = {
  readonly shiftId: string
  readonly toAgentId: string | null
  readonly returnShiftId: string | null
}

export async function askOwnSwap(context: Context, asked: OwnAsking) {
  return askSwap(context, { ...asked, fromAgentId: (await selfOf(context)).agentId })
}

/** @throws AppError not-found unless it is asked of the agent, or of anybody · swap-step · swap-outdated */
export async function answerOwnSwap(
  context: Context,
  { swapId, accept }: { readonly swapId: string; readonly accept: boolean },
) {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const within = { scope, db: trx }
    const { agentId } = await selfOf(within)
    const swap = await lockSwap(scope, trx, swapId)
    const asked = swap?.toAgentId === agentId || (swap?.toAgentId === null && accept)
    if (!swap || !asked || swap.fromAgentId === agentId) throw new AppError('not-found')
    const state = accept ? 'accepted' : 'declined'
    if (!maySwapGo(swap.state, state)) throw new AppError('swap-step')
    const taken = { ...swap, toAgentId: agentId }
    const parties = partiesOf(taken, await shiftsOfSwaps(within, [swap]))
    if (accept && !parties) throw new AppError('swap-outdated')
    if (accept && swap.toAgentId === null && (await findingsOfSwap(within, parties!)).length > 0)
      throw new AppError('not-found')
    await answerSwap(scope, trx, { swapId, state, now, toAgentId: agentId })
    await recordAudit(context, { action: `swap.${state}`, subject: { kind: 'swap', id: swapId } }, trx)
    return {}
  })
}

/** @throws AppError not-found for another's · swap-step */
export async function withdrawOwnSwap(context: Context, { swapId }: { readonly swapId: string }) {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const { agentId } = await selfOf({ scope, db: trx })
    const swap = await lockSwap(scope, trx, swapId)
    if (swap?.fromAgentId !== agentId) throw new AppError('not-found')
    if (!maySwapGo(swap.state, 'withdrawn')) throw new AppError('swap-step')
    await answerSwap(scope, trx, { swapId, state: 'withdrawn', now, toAgentId: swap.toAgentId })
    await recordAudit(context, { action: 'swap.withdrawn', subject: { kind: 'swap', id: swapId } }, trx)
    return {}
  })
}

/** The address is shown this once; only its hash is kept. An earlier one ends. */
export async function makeCalendar(
  context: Context & { readonly publicUrl: string },
): Promise<{ address: string }> {
  const { scope, now } = context
  const token = makeInvitationToken(scope.organisationId)
  await inTransaction(context.db, async (trx) => {
    const { agentId } = await selfOf({ scope, db: trx })
    await endCalendarLinks(scope, trx, { agentId, now })
    await insertCalendarLink(scope, trx, { tokenHash: token.hash, agentId, now })
    await recordAudit(context, { action: 'calendar.made', subject: { kind: 'agent', id: agentId } }, trx)
  })
  return { address: `${context.publicUrl}/api/public/shift-calendar/${token.text}` }
}

export async function endCalendar(context: Context) {
  const { scope, now } = context
  await inTransaction(context.db, async (trx) => {
    const { agentId } = await selfOf({ scope, db: trx })
    await endCalendarLinks(scope, trx, { agentId, now })
    await recordAudit(context, { action: 'calendar.ended', subject: { kind: 'agent', id: agentId } }, trx)
  })
  return {}
}

const words: Readonly<Record<Language, Omit<CalendarWords, 'name'>>> = {
  nb: { shift: 'Vakt', pause: 'Pause' },
  nn: { shift: 'Vakt', pause: 'Pause' },
  en: { shift: 'Shift', pause: 'Break' },
}
const calendarName: Readonly<Record<Language, string>> = {
  nb: 'Mine vakter',
  nn: 'Vaktene mine',
  en: 'My shifts',
}

type Calendar = { readonly agentId: string; readonly language: Language; readonly now: Date }

/** From two months ago on, cancelled ones too, so that calendar programs take them away. */
async function calendarFile(
  { scope, db }: { readonly scope: Pick<Context['scope'], 'organisationId'>; readonly db: Context['db'] },
  { agentId, language, now }: Calendar,
): Promise<File> {
  const shifts = await listPublished(scope, db, { agentId, endsAfter: new Date(now.getTime() - 60 * dayMs) })
  const text = writeCalendar(shifts, { name: calendarName[language], ...words[language] })
  return new File([text], 'shifts.ics', { type: 'text/calendar; charset=utf-8' })
}

export async function readOwnCalendar(context: Context): Promise<File> {
  const { agentId } = await selfOf(context)
  return calendarFile(context, { agentId, language: context.scope.language, now: context.now })
}

/** @throws AppError not-found for an address that is unknown or has ended */
export async function readCalendar(
  { db, now }: PublicContext,
  { token }: { readonly token: string },
): Promise<File> {
  const key = readInvitationToken(token.replace(/\.ics$/, ''))
  const agent = key && (await openCalendarLink(db, { ...key, now }))
  if (!agent) throw new AppError('not-found')
  return calendarFile({ scope: key, db }, { agentId: agent.agentId, language: 'nb', now })
}
