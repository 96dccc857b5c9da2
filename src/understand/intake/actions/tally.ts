/** Counting by hand: every press is one contact, and each reason and hour is one row with a weight. */

import { addDays } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toInstant, toLocal } from '../../../kernel/zone.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { markFiguresOld } from '../../overview/index.ts'
import type { IntakeContext } from '../context.ts'
import type { SourceProfile } from '../contract.ts'
import { tell } from '../listeners.ts'
import { addCounts, ensureBatch } from '../store/batch-store.ts'
import { lockSource, type StoredSource } from '../store/source-store.ts'
import { countPresses, type Press, recountHour, savePresses, type TallyHour } from '../store/tally-store.ts'
import { enquiryId, standingBatchId } from './open-door.ts'
import { openSourceOf } from './sources.ts'

type OfSource = { readonly sourceId: string }

const isTally = (kind: string) => kind === 'tally'

/** @throws AppError not-found · source-retired · source-kind */
export async function readTally(context: IntakeContext, { sourceId }: OfSource) {
  return tallyView(context, await openSourceOf(context, sourceId, isTally))
}

type Pressing = OfSource & {
  readonly presses: readonly {
    readonly pressId: string
    readonly reason: string
    readonly at: string
    readonly undone: boolean
  }[]
}

/** Further ahead than this no honest clock is. */
const mostAheadMs = 24 * 3600 * 1000

/** The same press twice counts once. @throws AppError not-found · source-retired · source-kind · time-in-future */
export async function pressTally(context: IntakeContext, { sourceId, presses }: Pressing) {
  const { scope, db, now, jobs, log } = context
  const source = await openSourceOf(context, sourceId, isTally)
  const all = presses.map(({ at, ...press }) => ({ ...press, at: new Date(at) }))
  if (all.some(({ at }) => at.getTime() > now.getTime() + mostAheadMs)) throw new AppError('time-in-future')
  const day = toLocal(now).date
  const batchId = standingBatchId(sourceId, day)
  const { landed, changed } = await inTransaction(db, async (trx) => {
    await lockSource(scope, trx, sourceId)
    await ensureBatch(scope, trx, { batchId, sourceId, fileName: null, state: 'done', receivedAt: now })
    const { fresh, takenBack } = await savePresses(scope, trx, sourceId, all)
    let contacts = 0
    for (const hour of hoursOf(source, batchId, [...fresh, ...takenBack])) {
      contacts += await recountHour(scope, trx, sourceId, hour)
    }
    const counts = {
      read: all.length,
      landed: fresh.length,
      changed: takenBack.length,
      known: all.length - fresh.length - takenBack.length,
      refused: 0,
      contacts,
    }
    await addCounts(scope, trx, { batchId, masked: {} }, counts)
    if (takenBack.length > 0) await markFiguresOld(scope, trx)
    return counts
  })
  const came = { organisationId: scope.organisationId, sourceId, batchId, landed, changed }
  await tell(context.intakeListeners, came, {
    jobs,
    onError: (error) => log.error({ err: error }, 'told of enquiries'),
  })
  return tallyView(context, source)
}

/** The rows that the presses belong to, each once. */
function hoursOf(source: StoredSource, batchId: string, presses: readonly Press[]): readonly TallyHour[] {
  const hours = new Map<string, TallyHour>()
  for (const { reason, at } of presses) {
    const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)
    const sourceRecordId = `${hour.toISOString().slice(0, 13)} ${reason}`
    const id = enquiryId(source.sourceId, sourceRecordId)
    const channel = source.channel ?? 'inPerson'
    hours.set(id, { enquiryId: id, batchId, sourceRecordId, reason, at: hour, channel })
  }
  return [...hours.values()]
}

async function tallyView({ scope, db, now }: IntakeContext, source: StoredSource) {
  const day = toLocal(now).date
  const { sourceId, name, profile } = source
  const from = toInstant(day, '00:00')
  const to = toInstant(addDays(day, 1), '00:00')
  const today = await countPresses(scope, db, { sourceId, from, to })
  return { sourceId, name, reasons: [...((profile as SourceProfile).reasons ?? [])], today: [...today] }
}
