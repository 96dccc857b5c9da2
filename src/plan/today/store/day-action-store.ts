/** What was done about a day, as it was told. */
import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ShiftChange } from '../rules/today-world.ts'
import type { DoneKind } from '../rules/words.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredAction = {
  readonly actionId: string
  readonly queueId: string
  readonly day: PlainDate
  readonly kind: DoneKind
  readonly people: number
  readonly minutes: number
  readonly from: string
  readonly to: string
  readonly note: string
  readonly riskBefore: number | null
  readonly riskAfter: number | null
  readonly waitBefore: number | null
  readonly waitAfter: number | null
  readonly changes: readonly ShiftChange[] | null
  readonly doneAt: Date
  readonly doneBy: string
}

/** The first one done first. */
export async function listDayActions(
  { organisationId }: Tenant,
  db: Db,
  { queueId, day }: { readonly queueId: string; readonly day: PlainDate },
): Promise<readonly StoredAction[]> {
  const { rows } = await sql<StoredAction>`
    select a.action_id as "actionId", a.queue_id as "queueId", a.day, a.kind, a.people, a.minutes,
      a.from_time as "from", a.to_time as "to", a.note, a.risk_before as "riskBefore", a.risk_after as "riskAfter",
      a.wait_before as "waitBefore", a.wait_after as "waitAfter", a.changes,
      a.done_at as "doneAt", p.name as "doneBy"
    from plan_day_action a
      join person p on p.organisation_id = a.organisation_id and p.person_id = a.done_by
    where a.organisation_id = ${organisationId} and a.queue_id = ${queueId} and a.day = ${day}::date
    order by a.done_at, a.action_id`.execute(db)
  return rows
}

export async function insertDayAction(
  { organisationId, personId }: Scope,
  trx: Db,
  action: Omit<StoredAction, 'doneBy'>,
): Promise<void> {
  await trx
    .insertInto('plan_day_action')
    .values({
      organisation_id: organisationId,
      action_id: action.actionId,
      queue_id: action.queueId,
      day: action.day,
      kind: action.kind,
      people: action.people,
      minutes: action.minutes,
      from_time: action.from,
      to_time: action.to,
      note: action.note,
      risk_before: action.riskBefore,
      risk_after: action.riskAfter,
      wait_before: action.waitBefore,
      wait_after: action.waitAfter,
      changes: action.changes === null ? null : (JSON.stringify(action.changes) as never),
      done_at: action.doneAt,
      done_by: personId,
    })
    .execute()
}

export async function deleteDayAction(
  { organisationId }: Tenant,
  trx: Db,
  actionId: string,
): Promise<Pick<StoredAction, 'queueId' | 'changes'> | undefined> {
  return trx
    .deleteFrom('plan_day_action')
    .where('organisation_id', '=', organisationId)
    .where('action_id', '=', actionId)
    .returning(['queue_id as queueId', 'changes'])
    .executeTakeFirst()
}
