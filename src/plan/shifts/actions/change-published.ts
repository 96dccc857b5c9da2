/** Single shifts changed in what agents see already, and in the draft with it. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import {
  ensurePlan,
  findPlan,
  insertVersion,
  listPublished,
  listShifts,
  putPublished,
  putShifts,
  touchPlan,
} from '../store/plan-store.ts'
import type { PlanShift } from '../week/rules/plan-shift.ts'
import { publicationOf } from '../week/rules/publication.ts'
import { snapshotOf } from './change-week.ts'

type Changing = {
  readonly weekStart: PlainDate
  readonly ids: ReadonlySet<string>
  /** Of a shift as it is published, and of the same one as the draft has it; itself for a draft that has gone on. */
  readonly change: <Shift extends PlanShift>(shift: Shift) => Shift
  /** Limits that are passed by it. */
  readonly findings: number
  readonly note?: string
}

/** Other changes of the draft stay unpublished. */
export async function changePublished(context: Context, trx: Db, changing: Changing): Promise<void> {
  const { weekStart, ids, change, findings, note = '' } = changing
  const { scope, now } = context
  await ensurePlan(scope, trx, { weekStart, now })
  const plan = (await findPlan(scope, trx, weekStart, { lock: true }))!
  const before = await listPublished(scope, trx, { weekStart })
  const after = before
    .filter(({ cancelled }) => !cancelled)
    .map((shift) => (ids.has(shift.id) ? change(shift) : shift))
  const publication = publicationOf(before, after)
  await putPublished(scope, trx, { weekStart, shifts: publication.shifts, now })
  const draft = (await listShifts(scope, trx, weekStart)).filter(({ id }) => ids.has(id)).map(change)
  await putShifts(scope, trx, { weekStart, shifts: draft })
  const revision = await touchPlan(scope, trx, { weekStart, now })
  await insertVersion(scope, trx, {
    weekStart,
    version: plan.version + 1,
    note,
    findings,
    added: 0,
    changed: ids.size,
    removed: 0,
    shifts: await snapshotOf(context, trx, after),
    revision: plan.publishedRevision === plan.revision ? revision : null,
    now,
  })
}
