/** Whom a queue would have needed for what came, told afterwards: the plan's error apart from the forecast's. */
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { TrafficRow } from '../../traffic/index.ts'
import type { Demand } from '../rules/requirement.ts'
import { staffAnswered } from '../rules/staff-series.ts'
import { ensureRequirement } from './compute.ts'
import { demandOf, handleSecondsAt, listWorlds, patienceOf, settingsOn, staffingRule } from './queue-world.ts'

type Counted = Pick<TrafficRow, 'startsAt' | 'offered' | 'handleSeconds'>
type Asking = { readonly queueId: string; readonly counted: readonly Counted[]; readonly now: Date }

/**
 * People at work for the target of the day, had everybody known what would come. The load is certain, so confidence
 * asks for nobody more. By the start of the interval in milliseconds; nothing for tasks, which may be done later.
 *
 * @throws AppError not-found
 */
export async function readHindsight(
  scope: Pick<Scope, 'organisationId'>,
  db: Db,
  { queueId, counted, now }: Asking,
): Promise<ReadonlyMap<number, number>> {
  const worlds = await listWorlds(scope, db)
  const world = worlds.find(({ queue }) => queue.id === queueId)
  if (!world) throw new AppError('not-found')
  if (world.queue.kind === 'tasks' || counted.length === 0) return new Map()
  const { learned } = await ensureRequirement(scope, db, { world, worlds, now })
  const found = new Map<number, number>()
  for (const [day, ofDay] of Map.groupBy(counted, ({ startsAt }) => toLocal(startsAt).date)) {
    const settings = settingsOn(world, day)
    const patienceSeconds = patienceOf(settings, learned)
    const asked = ofDay.flatMap(({ startsAt, offered, handleSeconds: own }): [Date, Demand][] => {
      const usual = handleSecondsAt(settings, learned, Number(toLocal(startsAt).time.slice(0, 2)))
      // Chats are counted with the slowness of several at a time in them; what is learned has it taken out.
      const handleSeconds = world.queue.kind === 'chats' ? usual : (own ?? usual)
      if (handleSeconds === null) return []
      const cell = { mean: offered, cv: 0, handleSeconds, patienceSeconds }
      return [[startsAt, demandOf(world, settings, cell)]]
    })
    const staffed = staffAnswered(
      asked.map(([, demand]) => demand),
      staffingRule(world, settings),
    )
    for (const [at, [startsAt]] of asked.entries()) found.set(startsAt.getTime(), staffed[at]!.needed)
  }
  return found
}
