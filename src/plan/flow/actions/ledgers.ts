/** The ledger of what lies behind and of what is expected: both by the one function. */
import { addDays, mondayOf } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { FlowView, QueueLedger } from '../contract.ts'
import { type CountedLedger, countedLedgers, type QueueCounts } from '../rules/counted-ledger.ts'
import { expectedLedgers } from '../rules/expected-ledger.ts'
import { type FlowRefusal, firstFrom } from '../rules/flow-system.ts'
import { addLedgers } from '../rules/ledger.ts'
import { sumTraffic, type TrafficSum } from '../store/sum-store.ts'
import type { FlowWork } from './work.ts'

const shownWeeks = 8

/** Whole weeks, the newest first. What is worked off waits from one week to the next. */
export async function readWeeks(
  { scope, db, now }: Context,
  queues: readonly FlowWork[],
): Promise<FlowView['weeks']> {
  const today = toLocal(now).date
  const monday = mondayOf(today)
  const from = addDays(monday, -7 * shownWeeks)
  const sums = await sumTraffic(scope, db, { from, to: addDays(monday, -1), by: 'week' })
  const waiting = new Map<string, number>()
  const weeks = [...Map.groupBy(sums, ({ period }) => period)].map(([week, rows]) => {
    const counts = rows.flatMap((row) => countsOf(row, queues, waiting))
    const ledgers = countedLedgers(counts, queues)
    for (const { id, ledger } of ledgers) waiting.set(id, ledger.waitingAtClose)
    return { week, queues: ledgers.map(viewOf), all: addLedgers(ledgers.map(({ ledger }) => ledger)) }
  })
  return weeks.reverse()
}

const viewOf = ({ id, ledger, unaccounted }: CountedLedger): QueueLedger => ({
  queueId: id,
  ledger,
  unaccounted,
})

function countsOf(
  row: TrafficSum,
  queues: readonly FlowWork[],
  waiting: ReadonlyMap<string, number>,
): readonly QueueCounts[] {
  const queue = queues.find(({ id }) => id === row.queueId)
  if (!queue) return []
  const offered = Math.round(row.offered)
  const abandoned = Math.round(row.abandoned ?? 0)
  return [
    {
      id: row.queueId,
      offered,
      // A queue that does not say how many were handled has handled those that did not give up.
      handled: Math.round(row.handled ?? offered - abandoned),
      abandoned,
      waitsOver: !queue.atOnce,
      waitingAtOpen: waiting.get(row.queueId) ?? 0,
    },
  ]
}

/** @param offered contacts of the month by queue, as forecast */
export function expectLedgers(
  queues: readonly FlowWork[],
  { month, offered }: { readonly month: string; readonly offered: ReadonlyMap<string, number> },
): { readonly expected: FlowView['expected']; readonly refusal: FlowRefusal | undefined } {
  const answer = firstFrom(queues, offered)
  if (!answer.ok) return { expected: null, refusal: answer.refusal }
  const ledgers = [...expectedLedgers(queues, { offered, first: answer.volumes })]
  return {
    refusal: undefined,
    expected: {
      month,
      queues: ledgers.map(([queueId, ledger]) => ({ queueId, ledger, unaccounted: 0 })),
      all: addLedgers(ledgers.map(([, ledger]) => ledger)),
    },
  }
}
