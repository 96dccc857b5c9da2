/** Which days a page is about, and what it reads there. */
import { addDays, toEpochDay } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import type { PeriodQuery, PeriodView } from '../contract.ts'
import type { Reading } from '../store/figures-store.ts'
import { type KeptFigures, keptFigures } from './kept-figures.ts'

/** Four whole weeks, so that every weekday counts alike. */
const usualDays = 28

export type Period = { readonly view: PeriodView; readonly reading: Reading; readonly before: Reading }

/** Nothing while there are no enquiries. @throws AppError invalid-input when the days are the wrong way round */
export async function readPeriod(context: Context, query: PeriodQuery): Promise<Period | undefined> {
  const kept = await keptFigures(context)
  if (!kept?.firstDay || !kept.lastDay) return undefined
  return periodOf(kept, { ...query, today: toLocal(context.now).date })
}

function periodOf(kept: KeptFigures, query: PeriodQuery & { readonly today: string }): Period {
  const firstDay = kept.firstDay!
  const lastDay = kept.lastDay!
  // A day that is not over would look like a fall.
  const whole = lastDay >= query.today && firstDay < query.today ? addDays(query.today, -1) : lastDay
  const to = query.to ?? whole
  const from = query.from ?? addDays(to, 1 - usualDays)
  if (from > to) throw new AppError('invalid-input', {}, [{ code: 'order', path: 'from' }])
  const days = toEpochDay(to) - toEpochDay(from) + 1
  const channels = query.channel === undefined ? [] : [query.channel]
  const reading = { version: kept.version, from, to, channels }
  return {
    view: {
      from,
      to,
      days,
      firstDay,
      lastDay,
      channel: query.channel ?? null,
      builtAt: kept.builtAt.toISOString(),
      isOld: kept.isOld,
    },
    reading,
    before: { ...reading, from: addDays(from, -days), to: addDays(from, -1) },
  }
}
