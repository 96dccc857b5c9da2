/** The agent's shifts, as a list by week or as a month. */
import { useSearch } from '@tanstack/react-router'
import { addDays, mondayOf } from '../../../src/kernel/calendar.ts'
import type { PathTarget } from '../../design/path-target.ts'
import { Status } from '../../design/status.tsx'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { Looks } from '../looks.tsx'
import { dayOf, useShiftTimes, workMinutes } from '../shift-times.ts'
import { ShiftMonth } from './shift-month.tsx'
import { SwapButton } from './swap-dialog.tsx'
import type { OwnShift, OwnView } from './use-own.ts'

type Props = { readonly own: OwnView }

export function MyShifts({ own }: Props) {
  const t = useTexts(ownShiftTexts)
  const { view } = useSearch({ strict: false }) as Search
  const isMonth = view === 'month'
  return (
    <section className="lp-card" aria-labelledby="own-shifts">
      <div className="lp-card__head">
        <h2 id="own-shifts">{t('list.title')}</h2>
        <Looks
          label={t('list.look')}
          looks={[
            { text: t('list.list'), link: lookLink(''), isCurrent: !isMonth },
            { text: t('list.month'), link: lookLink('month'), isCurrent: isMonth },
          ]}
        />
      </div>
      {isMonth ? <ShiftMonth own={own} /> : <Weeks own={own} />}
    </section>
  )
}

const lookLink = (view: string): PathTarget => ({ to: '/plan/own', search: { view } })

function Weeks({ own }: Props) {
  const t = useTexts(ownShiftTexts)
  const now = Date.now() / 60_000
  const all = [...own.shifts, ...own.cancelled].toSorted((one, other) => one.from - other.from)
  const weeks = Map.groupBy(all, ({ from }) => mondayOf(dayOf(from)))
  const ahead = [...weeks].filter(([, shifts]) => shifts.some(({ to }) => to > now))
  const past = [...weeks].filter(([, shifts]) => shifts.every(({ to }) => to <= now))
  return (
    <>
      {ahead.length === 0 && <p className="lp-quiet">{t('list.empty')}</p>}
      {ahead.map(([monday, shifts]) => (
        <Week key={monday} monday={monday} shifts={shifts} own={own} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>{t('list.earlier')}</summary>
          {past.toReversed().map(([monday, shifts]) => (
            <Week key={monday} monday={monday} shifts={shifts} own={own} />
          ))}
        </details>
      )}
    </>
  )
}

type WeekProps = Props & { readonly monday: string; readonly shifts: readonly OwnShift[] }

function Week({ monday, shifts, own }: WeekProps) {
  const t = useTexts(ownShiftTexts)
  const { week } = useShiftTimes()
  const { shortDate, number } = useFormats()
  const minutes = shifts
    .filter(({ change }) => change !== 'cancelled')
    .reduce((sum, shift) => sum + workMinutes(shift, own.contract?.paidBreaks ?? false), 0)
  return (
    <section className="lp-own-week" aria-labelledby={`week-${monday}`}>
      <h3 id={`week-${monday}`}>
        {week(monday)}{' '}
        <span className="lp-quiet lp-own-week__about lp-number">
          {shortDate(monday)} – {shortDate(addDays(monday, 6))} ·{' '}
          {t('list.weekHours', {
            hours: number(Math.round(minutes / 6) / 10),
            agreed: number(own.contract?.weeklyHours ?? 0),
          })}
        </span>
      </h3>
      <ul className="lp-plain-list lp-own-shifts">
        {shifts.map((shift) => (
          <ShiftLine key={`${shift.shiftId} ${shift.change}`} shift={shift} own={own} />
        ))}
      </ul>
    </section>
  )
}

function ShiftLine({ shift, own }: Props & { readonly shift: OwnShift }) {
  const t = useTexts(ownShiftTexts)
  const { day, hours } = useShiftTimes()
  const isGone = shift.change === 'cancelled'
  const pauses = shift.breaks.map((pause) => t('list.pause', { hours: hours(pause) }))
  const about = [...pauses, ...(shift.skill === null ? [] : [shift.skill])].join(' · ')
  return (
    <li data-gone={isGone || undefined}>
      <div>
        <p className="lp-own-shift">
          <span>{day(dayOf(shift.from))}</span>
          {isGone ? (
            <s className="lp-number">{hours(shift)}</s>
          ) : (
            <strong className="lp-number">{hours(shift)}</strong>
          )}
        </p>
        {about !== '' && !isGone && <p className="lp-small lp-quiet lp-number">{about}</p>}
        <Change shift={shift} />
      </div>
      {!isGone && shift.from > Date.now() / 60_000 && <SwapButton shift={shift} own={own} small />}
    </li>
  )
}

function Change({ shift: { change, changedAt, was } }: { readonly shift: OwnShift }) {
  const t = useTexts(ownShiftTexts)
  const { hours } = useShiftTimes()
  const { shortDate } = useFormats()
  if (change === null) return null
  return (
    <p className="lp-row lp-small">
      <Status tone={change === 'cancelled' ? 'neutral' : 'warning'}>
        {t(`list.${change}`, { date: shortDate(changedAt) })}
      </Status>
      {was && <span className="lp-quiet lp-number">{t('list.was', { hours: hours(was) })}</span>}
    </p>
  )
}
