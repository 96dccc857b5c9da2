/** What other features ask of staffing: the requirement of some days, and what is wanted of each queue. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type StaffingSettings, usualShrinkage } from '../rules/settings.ts'
import { shrinkageOf } from '../rules/shrinkage.ts'
import { listRequirement } from '../store/requirement-store.ts'
import { listShrinkage } from '../store/rule-store.ts'
import { ensureRequirement } from './compute.ts'
import { listWorlds, patienceOf, settingsOn } from './queue-world.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type ReadRequirement = {
  readonly queueId: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly now?: Date
}

export type RequirementCell = {
  readonly startsAt: Date
  readonly p10: number
  readonly p50: number
  readonly p90: number
  /** People at work for the confidence that is asked for; breaks that the shift plan places come on top. */
  readonly needed: number
  /** Erlangs. */
  readonly netLoad: number
  readonly mean: number
  readonly handleSeconds: number
}

/**
 * The requirement of the local days from … to, both included; kept ones of days that have passed. Nothing without a
 * forecast.
 *
 * @throws AppError not-found
 */
export async function readRequirement(
  scope: Tenant,
  db: Db,
  { queueId, from, to, now = new Date() }: ReadRequirement,
): Promise<readonly RequirementCell[]> {
  const worlds = await listWorlds(scope, db)
  const world = worlds.find(({ queue }) => queue.id === queueId)
  if (!world) throw new AppError('not-found')
  await ensureRequirement(scope, db, { world, worlds, now })
  return listRequirement(scope, db, { queueId, from, to })
}

/** The parts of paid time that are not on the queue: of the time at work, all parts of it, and of the contract's time. */
export async function readShrinkage(
  scope: Tenant,
  db: Db,
): Promise<{ readonly atWork: number; readonly away: number }> {
  const own = await listShrinkage(scope, db)
  const { ofShift, ofContract } = shrinkageOf(own.length > 0 ? own : usualShrinkage)
  return { atWork: 1 - ofShift, away: 1 - ofContract / ofShift }
}

export type QueueTargets = {
  readonly queueId: string
  readonly settings: StaffingSettings
  /** The share of the time at work that is on the queue, and of the contract's time. */
  readonly onQueue: number
  readonly patienceSeconds: number | null
  readonly handleSeconds: number | null
}

/** What holds for each queue on a day, with the counted handling time and patience where nobody has set another. */
export async function readTargets(
  scope: Tenant,
  db: Db,
  { day, now = new Date() }: { readonly day: PlainDate; readonly now?: Date },
): Promise<readonly QueueTargets[]> {
  const worlds = await listWorlds(scope, db)
  const targets: QueueTargets[] = []
  for (const world of worlds) {
    const { learned } = await ensureRequirement(scope, db, { world, worlds, now })
    const settings = settingsOn(world, day)
    targets.push({
      queueId: world.queue.id,
      settings,
      onQueue: world.onQueue,
      patienceSeconds: patienceOf(settings, learned),
      handleSeconds: settings.handleSeconds ?? learned.handle.seconds,
    })
  }
  return targets
}
