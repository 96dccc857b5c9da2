/** The page of alarms, and what people do with them. */
import { addDays } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { WatchView } from '../contract.ts'
import type { AlarmKind, AlarmState } from '../rules/kinds.ts'
import { falseAlarmsAMonth } from '../rules/spikes.ts'
import { countOpen, countSpikes, listAlarms, settleAlarm } from '../store/alarm-store.ts'
import { countLooked, lastLookedDay } from '../store/day-store.ts'

type Filter = { readonly state?: AlarmState | 'all' | undefined; readonly kind?: AlarmKind | undefined }

/** Without a state, everything that is not closed. */
export async function readWatch({ scope, db, now }: Context, { state, kind }: Filter): Promise<WatchView> {
  const since = addDays(toLocal(now).date, -31)
  const looked = await lastLookedDay(scope, db)
  const listed = await listAlarms(scope, db, {
    ...(state !== undefined && state !== 'all' && { state }),
    ...(kind && { kind }),
  })
  return {
    items: listed
      .filter((alarm) => state !== undefined || alarm.state !== 'closed')
      .map((alarm) => ({
        ...alarm,
        raisedAt: alarm.raisedAt.toISOString(),
        settledAt: alarm.settledAt?.toISOString() ?? null,
      })),
    open: await countOpen(scope, db),
    lastDay: looked?.day ?? null,
    series: looked?.series ?? 0,
    falseAlarmsAMonth,
    daysLooked: await countLooked(scope, db, since),
    spikesRaised: await countSpikes(scope, db, since),
  }
}

type Settling = { readonly alarmId: string; readonly state: AlarmState; readonly note: string }

/** @throws AppError not-found · note-missing for closing without saying why */
export async function settle(context: Context, { alarmId, state, note }: Settling) {
  const { scope, db, now } = context
  if (state === 'closed' && note === '') throw new AppError('note-missing')
  return inTransaction(db, async (trx) => {
    if (!(await settleAlarm(scope, trx, { alarmId, state, note, now }))) throw new AppError('not-found')
    const subject = { kind: 'alarm', id: alarmId }
    await recordAudit(context, { action: 'alarm.settled', subject, detail: { state } }, trx)
    return {}
  })
}
