/** One step of a delivery: some read items become rows and refusals, and the batch's counts, in one transaction. */
import { AppError } from '../../../kernel/errors.ts'
import type { Scope } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { ReadItem } from '../rules/record.ts'
import { addCounts, type BatchCounts, findBatch } from '../store/batch-store.ts'
import { type PreparedRow, writeEnquiries } from '../store/enquiry-store.ts'
import { insertRefusals, type Refusal } from '../store/refusal-store.ts'
import { lockSource } from '../store/source-store.ts'
import { type Door, toRefusal } from './open-door.ts'

export type Step = {
  readonly rows: readonly PreparedRow[]
  readonly refusals: readonly Refusal[]
}

/** Takes items through the door. */
export function prepare(door: Door, items: readonly ReadItem[]): Step {
  const rows: PreparedRow[] = []
  const refusals: Refusal[] = []
  for (const item of items) {
    const taken = item.ok ? door.take(item.record, item.at) : undefined
    if (!item.ok) refusals.push(toRefusal(item.at, item.reason, item.params))
    else if (taken?.ok) rows.push(taken.row)
    else if (taken) refusals.push(taken.refusal)
  }
  return { rows, refusals }
}

export type Landing = {
  readonly sourceId: string
  readonly batchId: string
  /** How many items had been read before this step; one that is there already is left out. */
  readonly readBefore?: number
  /** Masks of the whole batch so far, this step's included; added to those kept when there is no `readBefore`. */
  readonly masked: Readonly<Record<string, number>>
}

/**
 * Stores a step once. A step of a file is known by how much of it was read before: done again after a crash, it
 * finds the batch further on and does nothing.
 *
 * @returns what the step did; undefined when it had been done, or the delivery was cancelled
 * @throws AppError not-found when the source or the batch is gone
 */
export async function land(
  scope: Scope,
  db: Db,
  landing: Landing,
  step: Step,
): Promise<BatchCounts | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await lockSource(scope, trx, landing.sourceId))) throw new AppError('not-found')
    const batch = await findBatch(scope, trx, landing.batchId, true)
    if (!batch) throw new AppError('not-found')
    if (batch.state === 'cancelled') return undefined
    const { readBefore } = landing
    if (readBefore !== undefined && batch.counts.read !== readBefore) return undefined
    const written = await writeEnquiries(scope, trx, { ...landing, rows: step.rows })
    await insertRefusals(scope, trx, { batchId: batch.batchId, after: batch.counts.refused }, step.refusals)
    const added = {
      read: step.rows.length + step.refusals.length,
      refused: step.refusals.length,
      ...written,
    }
    const masked = readBefore === undefined ? summed(batch.masked, landing.masked) : landing.masked
    await addCounts(scope, trx, { batchId: batch.batchId, masked }, added)
    return added
  })
}

type Counts = Readonly<Record<string, number>>

/** @example summed({ phone: 1 }, { phone: 2, name: 1 }) // { phone: 3, name: 1 } */
export function summed(one: Counts, other: Counts): Counts {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...kinds].map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)]))
}
