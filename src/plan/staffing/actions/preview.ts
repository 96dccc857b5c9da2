/** What other settings would take: the requirement of a week with them beside the one with those that hold. Kept nowhere. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { StaffingPreview } from '../contract.ts'
import type { StaffingSettings } from '../rules/settings.ts'
import type { RequirementRow } from '../store/requirement-store.ts'
import { ensureRequirement, tryRequirement } from './compute.ts'
import { listWorlds, pickWorld, type QueueWorld } from './queue-world.ts'
import { comingMonday } from './week.ts'

export type PreviewInput = {
  readonly queueId: string
  readonly from?: PlainDate | undefined
  readonly settings: StaffingSettings
}

/** @throws AppError not-found */
export async function previewRule(
  { scope, db, now }: Context,
  { queueId, from = comingMonday(now), settings }: PreviewInput,
): Promise<StaffingPreview> {
  const worlds = await listWorlds(scope, db)
  const world = pickWorld(worlds, queueId)!
  await ensureRequirement(scope, db, { world, worlds, now })
  const span = { queueId, from, to: addDays(from, 6) }
  const changed: QueueWorld = { ...world, rules: [{ ...unsaid, queueId, settings }] }
  const asked = (of: QueueWorld) => tryRequirement(scope, db, { asking: { world: of, worlds, now }, span })
  return { before: summary(await asked(world), world), after: summary(await asked(changed), changed) }
}

/** From before any day. */
const unsaid = { validFrom: '0001-01-01', setAt: new Date(0), setBy: '' }

function summary(rows: readonly RequirementRow[], { queue, onQueue }: QueueWorld): StaffingPreview['before'] {
  const hours = queue.intervalMinutes / 60
  const sum = (of: (row: RequirementRow) => number) => rows.reduce((all, row) => all + of(row), 0) * hours
  const top = rows.reduce<RequirementRow | null>(
    (most, row) => (most === null || row.needed > most.needed ? row : most),
    null,
  )
  const bound = Map.groupBy(
    rows.filter(({ binding }) => binding !== null),
    ({ binding }) => binding!,
  )
  const warned = (kind: RequirementRow['warnings'][number]) =>
    rows.filter(({ warnings }) => warnings.includes(kind)).length
  return {
    hours: sum(({ needed }) => needed),
    lightHours: sum(({ p10 }) => p10),
    heavyHours: sum(({ p90 }) => p90),
    workHours: sum(({ netLoad }) => netLoad),
    onQueue,
    peak: top && { people: top.needed, date: top.day, time: toLocal(top.startsAt).time.slice(0, 5) },
    bound: [...bound]
      .map(([part, own]) => ({ part, intervals: own.length }))
      .toSorted((one, other) => other.intervals - one.intervals),
    intervals: rows.length,
    belowLoad: warned('below-load'),
    manyGiveUp: warned('many-give-up'),
  }
}
