/** The plan of a week with all it takes to judge it. */
import { addDays, type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toInstant } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { writeCsv, writeXlsx } from '../../../platform/files/index.ts'
import { localOf } from '../rules/local-days.ts'
import { listAgents } from '../store/agent-store.ts'
import {
  findPlan,
  findVersion,
  listPublished,
  listShifts,
  listShiftsBetween,
  listVersions,
} from '../store/plan-store.ts'
import { listAbsences } from '../store/request-store.ts'
import { listSwaps } from '../store/swap-store.ts'
import type { ChangesView, VersionView, WeekView } from '../week/contract.ts'
import type { PlanShift } from '../week/rules/plan-shift.ts'
import { publicationOf, toldBy } from '../week/rules/publication.ts'
import { type CheckedWeek, openingBySkill } from '../week/rules/week-findings.ts'
import { loadAgents } from './load-agents.ts'
import { readNeeds, readOpening } from './read-needs.ts'

export type OfWeek = { readonly weekStart: PlainDate }
const weeksBefore = 4
const weeksAfter = 1

/** @throws AppError invalid-input for a day that is no Monday */
export function refuseOtherDays(weekStart: PlainDate): void {
  if (weekdayOf(toEpochDay(weekStart)) !== 1)
    throw new AppError('invalid-input', {}, [{ code: 'not-a-monday', path: 'weekStart', value: weekStart }])
}

type Reading = Pick<Context, 'scope' | 'db'>

/** Shifts of drafts in the weeks before and after. */
export async function loadAround(
  { scope, db }: Reading,
  weekStart: PlainDate,
): Promise<readonly PlanShift[]> {
  const from = toInstant(addDays(weekStart, -7 * weeksBefore), '00:00')
  const to = toInstant(addDays(weekStart, 7 * (1 + weeksAfter)), '00:00')
  const shifts = await listShiftsBetween(scope, db, { from, to })
  return shifts.filter((shift) => shift.weekStart !== weekStart).map(({ weekStart: _, ...shift }) => shift)
}

/** What the rules are held against for a week: the draft, or what has been published of it. */
export async function loadChecked(
  context: Reading,
  weekStart: PlainDate,
  which: 'draft' | 'published',
): Promise<CheckedWeek> {
  const { scope, db } = context
  const shifts =
    which === 'draft'
      ? await listShifts(scope, db, weekStart)
      : (await listPublished(scope, db, { weekStart })).filter(({ cancelled }) => !cancelled)
  const queues = await readOpening(context, { from: weekStart, to: addDays(weekStart, 6) })
  return { weekStart, shifts, around: await loadAround(context, weekStart), opening: openingBySkill(queues) }
}

/** @throws AppError invalid-input for a day that is no Monday */
export async function readWeek(context: Context, { weekStart }: OfWeek): Promise<WeekView> {
  refuseOtherDays(weekStart)
  const { scope, db } = context
  const plan = await findPlan(scope, db, weekStart)
  const absences = await listAbsences(scope, db, { endsAfter: context.now })
  const swaps = await listSwaps(scope, db)
  const agents = await loadAgents(context, weekStart)
  return {
    weekStart,
    revision: plan?.revision ?? 0,
    version: plan?.version ?? 0,
    publishedRevision: plan?.publishedRevision ?? null,
    publishedAt: plan?.publishedAt?.toISOString() ?? null,
    publishedBy: plan?.publishedBy ?? null,
    changedAt: plan?.changedAt.toISOString() ?? null,
    changedBy: plan?.changedBy ?? null,
    solveJobId: plan?.solveJobId ?? null,
    solved: plan?.solved ? { ...plan.solved, short: [...plan.solved.short] } : null,
    shifts: (await listShifts(scope, db, weekStart)).map(copied),
    around: (await loadAround(context, weekStart)).map(copied),
    agents: agents.map((agent) => ({
      ...agent,
      validFrom: agent.validFrom!,
      skills: [...agent.skills],
      absences: [...agent.absences],
      wishes: [...agent.wishes],
    })) as WeekView['agents'],
    queues: await readNeeds(context, { from: weekStart, to: addDays(weekStart, 6) }),
    waiting: {
      absences: absences.filter(({ state }) => state === 'asked').length,
      swaps: swaps.filter(({ state }) => state === 'accepted').length,
    },
  }
}

const copied = (shift: PlanShift) => ({ ...shift, breaks: [...shift.breaks] })

export async function readVersions(
  { scope, db }: Context,
  { weekStart }: OfWeek,
): Promise<{ items: VersionView[] }> {
  const versions = await listVersions(scope, db, weekStart)
  return { items: versions.map((each) => ({ ...each, at: each.at.toISOString() })) }
}

/** @throws AppError invalid-input for a day that is no Monday */
export async function readChanges({ scope, db }: Context, { weekStart }: OfWeek): Promise<ChangesView> {
  refuseOtherDays(weekStart)
  const before = await listPublished(scope, db, { weekStart })
  const publication = publicationOf(before, await listShifts(scope, db, weekStart))
  const names = new Map((await listAgents(scope, db)).map(({ agentId, name }) => [agentId, name]))
  const { added, changed, removed } = publication
  const people = toldBy(before, publication)
    .map(({ agentId, changes }) => ({ agentId, name: names.get(agentId) ?? '', changes: [...changes] }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nb'))
  return { added, changed, removed, people }
}

/** @throws AppError not-found for a version that never was */
export async function loadVersion({ scope, db }: Reading, asked: OfWeek & { readonly version: number }) {
  const shifts = await findVersion(scope, db, asked)
  if (!shifts) throw new AppError('not-found')
  return shifts
}

const columns = ['date', 'from', 'to', 'agent', 'breaks', 'skill', 'fixed']

export async function exportWeek(
  context: Context,
  { weekStart, format }: OfWeek & { readonly format: 'csv' | 'xlsx' },
): Promise<File> {
  refuseOtherDays(weekStart)
  const { scope, db } = context
  const names = new Map((await loadAgents(context, weekStart)).map(({ id, name }) => [id, name]))
  const rows = (await listShifts(scope, db, weekStart)).map((shift) => [
    localOf(shift.from).date,
    localOf(shift.from).time,
    localOf(shift.to).time,
    names.get(shift.agentId ?? '') ?? '',
    shift.breaks.map(({ from, to }) => `${localOf(from).time}-${localOf(to).time}`).join('; '),
    shift.skill ?? '',
    shift.fixed ? 'yes' : 'no',
  ])
  return tableFile({ name: `shifts-${weekStart}`, format, rows: [columns, ...rows] })
}

type TableFile = {
  readonly name: string
  readonly format: 'csv' | 'xlsx'
  /** The header first. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export async function tableFile({ name, format, rows }: TableFile): Promise<File> {
  if (format === 'csv') {
    const text = writeCsv(
      rows.map((row) => [...row]),
      { byteOrderMark: true },
    )
    return new File([text], `${name}.csv`, { type: 'text/csv; charset=utf-8' })
  }
  const bytes = await writeXlsx([{ name, header: (rows[0] ?? []).map(String), rows: rows.slice(1) }])
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes)], `${name}.xlsx`, { type })
}
