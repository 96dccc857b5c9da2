/** What another patience would do to a queue's requirement, and setting it. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { staffAnswered } from '../rules/staff-series.ts'
import { listRequirement, type RequirementRow } from '../store/requirement-store.ts'
import { ensureRequirement } from './compute.ts'
import { demandOf, listWorlds, patienceOf, pickWorld, settingsOn, staffingRule } from './queue-world.ts'
import { setRule } from './settings.ts'

export type PatienceNow = {
  /** As the target says it, and the seconds that it comes to; null: for ever, or not known. */
  readonly set: 'counted' | 'endless' | 'own'
  readonly seconds: number | null
}
export type PeopleNeeded = { readonly hours: number; readonly most: number }
export type WithPatience = {
  readonly patience: PatienceNow
  /** Null without a forecast, and for tasks, where nobody hangs up. */
  readonly needed: { readonly now: PeopleNeeded; readonly estimated: PeopleNeeded | null } | null
}

type Asking = {
  readonly queueId: string
  readonly from: PlainDate
  readonly to: PlainDate
  /** Null: only how it is now. */
  readonly seconds: number | null
}

/** @throws AppError not-found */
export async function readWithPatience(
  { scope, db, now }: Pick<Context, 'scope' | 'db' | 'now'>,
  { queueId, from, to, seconds }: Asking,
): Promise<WithPatience> {
  const worlds = await listWorlds(scope, db)
  const world = pickWorld(worlds, queueId)!
  const { learned } = await ensureRequirement(scope, db, { world, worlds, now })
  const today = settingsOn(world, toLocal(now).date)
  const set = typeof today.patience === 'number' ? 'own' : today.patience
  const patience = { set, seconds: patienceOf(today, learned) } as const
  const rows = await listRequirement(scope, db, { queueId, from, to })
  if (rows.length === 0 || world.queue.kind === 'tasks') return { patience, needed: null }
  const estimated =
    seconds === null
      ? null
      : [...Map.groupBy(rows, ({ day }) => day)].flatMap(([day, ofDay]) => {
          const settings = settingsOn(world, day)
          const demands = ofDay.map((row) => demandOf(world, settings, { ...row, patienceSeconds: seconds }))
          return staffAnswered(demands, staffingRule(world, settings))
        })
  const perRow = world.queue.intervalMinutes / 60
  return { patience, needed: { now: sumOf(rows, perRow), estimated: estimated && sumOf(estimated, perRow) } }
}

function sumOf(rows: readonly Pick<RequirementRow, 'needed'>[], hoursEach: number): PeopleNeeded {
  const needed = rows.map((row) => row.needed)
  return { hours: needed.reduce((sum, each) => sum + each, 0) * hoursEach, most: Math.max(...needed) }
}

/** From today on; everything else of the target stays. @throws AppError not-found · invalid-input for tasks */
export async function setPatience(
  context: Context,
  { queueId, seconds }: { readonly queueId: string; readonly seconds: number },
): Promise<void> {
  const world = pickWorld(await listWorlds(context.scope, context.db), queueId)!
  if (world.queue.kind === 'tasks')
    throw new AppError('invalid-input', {}, [{ code: 'queue-without-patience', path: 'queueId' }])
  const validFrom = toLocal(context.now).date
  const settings = settingsOn(world, validFrom)
  await setRule(context, { queueId, validFrom, settings: { ...settings, patience: seconds } })
}
