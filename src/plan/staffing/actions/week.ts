/** A queue's seven days: what it takes, who is set up, and what that leaves. */
import { addDays, mondayOf, type PlainDate } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { hasDaysEnough } from '../../traffic/index.ts'
import type { StaffingRuleView, StaffingWeek } from '../contract.ts'
import { type StaffingSettings, usualSettings, usualShrinkage } from '../rules/settings.ts'
import { shrinkageOf } from '../rules/shrinkage.ts'
import type { Basis } from '../store/requirement-store.ts'
import type { StoredRule } from '../store/rule-store.ts'
import { ensureAll } from './compute.ts'
import {
  handleSecondsAt,
  listWorlds,
  patienceOf,
  pickWorld,
  type QueueWorld,
  ruleOn,
  type StaffedQueue,
  settingsOn,
} from './queue-world.ts'
import { readStaffed } from './staffed-cells.ts'

export type WeekInput = { readonly queueId?: string | undefined; readonly from?: PlainDate | undefined }

/** The Monday of the coming week; on a Monday to Thursday morning nobody plans the week that runs. */
export function comingMonday(now: Date): PlainDate {
  const { date } = toLocal(now)
  return addDays(mondayOf(date), 7)
}

export const queueView = ({ id, name, channel, kind, intervalMinutes }: StaffedQueue) => ({
  id,
  name,
  channel,
  kind,
  intervalMinutes,
})

const shownSettings = (settings: StaffingSettings): StaffingRuleView['settings'] => ({
  ...settings,
  handleHours: [...settings.handleHours],
  blendWith: [...settings.blendWith],
})

export function ruleView(rule: StoredRule | undefined, kind: StaffedQueue['kind']): StaffingRuleView {
  const { validFrom, settings, setAt, setBy } = rule ?? {}
  return {
    validFrom: validFrom ?? null,
    settings: shownSettings(settings ?? usualSettings(kind)),
    setAt: setAt?.toISOString() ?? null,
    setBy: setBy ?? null,
  }
}

/** Why there is nothing to show: no forecast (yet), or nobody knows how long a contact takes. */
export async function lacksOf(
  { scope, db, now }: Pick<Context, 'scope' | 'db' | 'now'>,
  { world, basis, day }: { readonly world: QueueWorld; readonly basis: Basis; readonly day: PlainDate },
): Promise<'forecast' | 'forecast-coming' | 'handle-time' | null> {
  if (basis.forecastMadeAt === null) {
    const enough = await hasDaysEnough(scope, db, { queueId: world.queue.id, before: toLocal(now).date })
    return enough ? 'forecast-coming' : 'forecast'
  }
  const settings = settingsOn(world, day)
  return handleSecondsAt(settings, basis.learned, 12) === null ? 'handle-time' : null
}

export async function readWeek(
  { scope, db, now }: Pick<Context, 'scope' | 'db' | 'now'>,
  input: WeekInput,
): Promise<StaffingWeek> {
  const from = input.from ?? comingMonday(now)
  const to = addDays(from, 6)
  const worlds = await listWorlds(scope, db)
  const queues = worlds.map(({ queue }) => queueView(queue))
  const world = pickWorld(worlds, input.queueId)
  if (!world) return { ...nothing, from, to, queues }
  const basis = (await ensureAll(scope, db, { worlds, now })).get(world.queue.id)!
  const { cells, days, scheduledFrom } = await readStaffed(scope, db, {
    world,
    worlds,
    now,
    learned: basis.learned,
    from,
    to,
  })
  const settings = settingsOn(world, from)
  return {
    from,
    to,
    queues,
    queue: queueView(world.queue),
    lacks: await lacksOf({ scope, db, now }, { world, basis, day: from }),
    rule: ruleView(ruleOn(world, from), world.queue.kind),
    onQueue: world.onQueue,
    patienceSeconds: patienceOf(settings, basis.learned),
    handle: { seconds: basis.learned.handle.seconds, hours: [...basis.learned.handle.hours] },
    forecastMadeAt: basis.forecastMadeAt?.toISOString() ?? null,
    scheduledFrom,
    days: days.map((day) => {
      const ofDay = settingsOn(world, day.date)
      return { ...day, settings: shownSettings(ofDay), patienceSeconds: patienceOf(ofDay, basis.learned) }
    }),
    cells: cells.map((cell) => ({ ...cell, warnings: [...cell.warnings] })),
  }
}

const nothing: StaffingWeek = {
  from: '',
  to: '',
  queues: [],
  queue: null,
  lacks: null,
  rule: ruleView(undefined, 'calls'),
  onQueue: shrinkageOf(usualShrinkage).onQueue,
  patienceSeconds: null,
  handle: { seconds: null, hours: [] },
  forecastMadeAt: null,
  scheduledFrom: 'none',
  days: [],
  cells: [],
}
