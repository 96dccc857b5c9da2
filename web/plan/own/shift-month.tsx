/** A month at a glance: shifts, absence and wishes in the days that they are on. */
import { Link, useSearch } from '@tanstack/react-router'
import { addDays, mondayOf, toEpochDay, weekdayOf } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'
import { Icon } from '../../design/icon.tsx'
import { linkTo } from '../../design/path-target.ts'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { dayOf, useShiftTimes } from '../shift-times.ts'
import { useWeekdayName, weekdays } from '../weekdays.ts'
import type { OwnView } from './use-own.ts'

type Props = { readonly own: OwnView }

export function ShiftMonth({ own }: Props) {
  const { month: asked } = useSearch({ strict: false }) as Search
  const today = toLocal(new Date()).date
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked ?? '') ? asked! : today.slice(0, 7)
  const first = `${month}-01`
  const next = addDays(first, 31).slice(0, 7)
  const start = mondayOf(first)
  const days = toEpochDay(`${next}-01`) - toEpochDay(start)
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) => addDays(start, 7 * week))
  return (
    <>
      <MonthChoice month={month} before={addDays(first, -1).slice(0, 7)} after={next} />
      <MonthTable month={month} weeks={weeks} today={today} own={own} />
    </>
  )
}

type ChoiceProps = { readonly month: string; readonly before: string; readonly after: string }

function MonthChoice({ month, before, after }: ChoiceProps) {
  const t = useTexts(ownShiftTexts)
  const name = useMonthName()
  const link = (to: string) => linkTo({ to: '/plan/own', search: { view: 'month', month: to } })
  return (
    <div className="lp-row lp-own-month__choice">
      <Link
        {...link(before)}
        replace
        resetScroll={false}
        className="lp-own-step"
        aria-label={t('month.before')}
      >
        <Icon name="left" />
      </Link>
      <strong>{name(month)}</strong>
      <Link
        {...link(after)}
        replace
        resetScroll={false}
        className="lp-own-step"
        aria-label={t('month.after')}
      >
        <Icon name="right" />
      </Link>
    </div>
  )
}

/** `november 2026` */
function useMonthName(): (month: string) => string {
  const { date } = useFormats()
  return (month) => date(`${month}-01`).replace(/^1\.?\s/, '')
}

type TableProps = Props & {
  readonly month: string
  readonly weeks: readonly string[]
  readonly today: string
}

function MonthTable({ month, weeks, today, own }: TableProps) {
  const t = useTexts(ownShiftTexts)
  const name = useMonthName()
  const weekdayName = useWeekdayName()
  return (
    <table className="lp-own-month">
      <caption className="lp-visually-hidden">{t('month.caption', { month: name(month) })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekdayName(weekday)}>
              {weekdayName(weekday).slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr key={monday}>
            {[0, 1, 2, 3, 4, 5, 6].map((at) => (
              <Day key={at} date={addDays(monday, at)} month={month} today={today} own={own} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = Props & { readonly date: string; readonly month: string; readonly today: string }

function Day({ date, month, today, own }: DayProps) {
  const t = useTexts(ownShiftTexts)
  const { hours } = useShiftTimes()
  if (date.slice(0, 7) !== month) return <td />
  const shifts = own.shifts.filter(({ from }) => dayOf(from) === date)
  const absence = own.absences.find(
    ({ startsAt, endsAt, state }) =>
      (state === 'approved' || state === 'asked') && date >= localDay(startsAt) && date <= lastDay(endsAt),
  )
  const weekday = weekdayOf(toEpochDay(date))
  const hasWish = own.wishes.some((wish) => wish.date === date || wish.weekday === weekday)
  return (
    <td data-today={date === today || undefined} data-shift={shifts.length > 0 || undefined}>
      <time dateTime={date} className="lp-number">
        {Number(date.slice(8))}
      </time>
      {shifts.map((shift) => (
        <span key={shift.shiftId} className="lp-own-month__shift lp-number">
          {shortHours(hours(shift))}
        </span>
      ))}
      {absence && (
        <span className="lp-own-month__note">
          {t(absence.state === 'asked' ? 'month.asked' : 'month.away')}
        </span>
      )}
      {hasWish && <span className="lp-own-month__note">{t('month.wish')}</span>}
    </td>
  )
}

/** `08–16`, `09.30–17.30`: a day of a month on a phone has no room for minutes that are none. */
const shortHours = (hours: string) => hours.replaceAll(/[.:]00/g, '')

const localDay = (instant: string) => toLocal(new Date(instant)).date
const lastDay = (instant: string) => toLocal(new Date(Date.parse(instant) - 60_000)).date
