/** What a queue's requirement is made from: who it is, what is wanted of it, and what its counts say. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { listQueues, readTraffic } from '../../traffic/index.ts'
import { countedPatience, handleProfile, type Learned } from '../rules/handle-time.ts'
import type { Demand, StaffingRule } from '../rules/requirement.ts'
import { type StaffingSettings, usualSettings, usualShrinkage } from '../rules/settings.ts'
import { type ShrinkagePart, shrinkageOf } from '../rules/shrinkage.ts'
import { listRules, listShrinkage, type StoredRule } from '../store/rule-store.ts'

type Tenant = Pick<Scope, 'organisationId'>
export type StaffedQueue = Awaited<ReturnType<typeof listQueues>>[number]

export type QueueWorld = {
  readonly queue: StaffedQueue
  /** The latest first. */
  readonly rules: readonly StoredRule[]
  readonly parts: readonly ShrinkagePart[]
  /** The share of the time at work that is on the queue. */
  readonly onQueue: number
}

/** Every queue in use, in the order in which they were made. */
export async function listWorlds(scope: Tenant, db: Db): Promise<readonly QueueWorld[]> {
  const queues = await listQueues(scope, db)
  const rules = await listRules(scope, db)
  const own = await listShrinkage(scope, db)
  const parts = own.length > 0 ? own : usualShrinkage
  const { onQueue } = shrinkageOf(parts)
  return queues.map((queue) => ({
    queue,
    parts,
    onQueue,
    rules: rules.filter(({ queueId }) => queueId === queue.id),
  }))
}

/** The one that is named, or else the first. */
export function pickWorld(
  worlds: readonly QueueWorld[],
  queueId: string | undefined,
): QueueWorld | undefined {
  if (queueId === undefined) return worlds[0]
  const found = worlds.find(({ queue }) => queue.id === queueId)
  if (!found) throw new AppError('not-found')
  return found
}

/** What holds on a day: the latest rule that begins no later. */
export const ruleOn = ({ rules }: Pick<QueueWorld, 'rules'>, day: PlainDate): StoredRule | undefined =>
  rules.find(({ validFrom }) => validFrom <= day)

export const settingsOn = (world: QueueWorld, day: PlainDate): StaffingSettings =>
  ruleOn(world, day)?.settings ?? usualSettings(world.queue.kind)

/** Days of counts that handling time and patience are read from. */
const learnedDays = 56

export async function learn(
  scope: Tenant,
  db: Db,
  { world, today }: { readonly world: QueueWorld; readonly today: PlainDate },
): Promise<Learned> {
  const span = { queueId: world.queue.id, from: addDays(today, -learnedDays), to: addDays(today, -1) }
  const counted = (await readTraffic(scope, db, span)).map((row) => ({
    ...row,
    hour: Number(toLocal(row.startsAt).time.slice(0, 2)),
  }))
  const slowing = world.queue.kind === 'chats' ? settingsOn(world, today).slowing : null
  return { handle: handleProfile(counted, slowing), patienceSeconds: countedPatience(counted) }
}

/** Null when nobody has said and nothing was counted. */
export function handleSecondsAt(settings: StaffingSettings, learned: Learned, hour: number): number | null {
  const typed = settings.handleHours.find((each) => each.hour === hour)?.seconds ?? settings.handleSeconds
  if (typed !== null) return typed
  return learned.handle.hours.find((each) => each.hour === hour)?.seconds ?? learned.handle.seconds
}

export const patienceOf = (settings: StaffingSettings, learned: Learned): number | null =>
  settings.patience === 'counted'
    ? learned.patienceSeconds
    : settings.patience === 'endless'
      ? null
      : settings.patience

/** The rule of a day as the formulas read it. */
export const staffingRule = (world: QueueWorld, settings: StaffingSettings): StaffingRule => ({
  target: settings.target,
  confidence: settings.confidence,
  onQueue: world.onQueue,
  fewest: settings.fewest,
})

/** One interval's contacts as the formulas read them; calls and chats only. */
export function demandOf(
  world: QueueWorld,
  settings: StaffingSettings,
  cell: {
    readonly mean: number
    readonly cv: number
    readonly handleSeconds: number
    readonly patienceSeconds: number | null
  },
): Demand {
  return {
    kind: world.queue.kind === 'chats' ? 'chats' : 'calls',
    intervalMinutes: world.queue.intervalMinutes,
    parallel: settings.parallel,
    slowing: settings.slowing,
    mean: cell.mean,
    cv: cell.cv,
    handleSeconds: cell.handleSeconds,
    patienceSeconds: cell.patienceSeconds,
  }
}
