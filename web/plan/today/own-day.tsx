/** An agent's day: when am I on, and where am I most needed. */
import { Link } from '@tanstack/react-router'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { type OwnView, useOwn } from '../own/use-own.ts'
import { dayOf, useShiftTimes } from '../shift-times.ts'
import type { QueueNeed, TodayView } from './use-today.ts'

type Props = { readonly view: TodayView; readonly needs: readonly QueueNeed[] }

export function OwnDay({ view, needs }: Props) {
  const t = useTexts(todayTexts)
  const query = useOwn()
  return (
    <div className="lp-columns">
      <section className="lp-card" aria-labelledby="own">
        <h2 id="own">{t('agent.shift')}</h2>
        <Awaited query={query} lines={2}>
          {(own) => <Shifts own={own as OwnView} today={view.today} />}
        </Awaited>
        <p>
          <Link {...linkTo({ to: '/plan/own' })}>{t('agent.own')}</Link>
        </p>
      </section>
      <section className="lp-card" aria-labelledby="where">
        <h2 id="where">{t('agent.where')}</h2>
        <Where needs={needs} />
      </section>
    </div>
  )
}

function Shifts({ own, today }: { readonly own: OwnView; readonly today: string }) {
  const t = useTexts(todayTexts)
  const { hours } = useShiftTimes()
  const shifts = own.shifts.filter(({ from, to }) => dayOf(from) === today || dayOf(to - 1) === today)
  if (shifts.length === 0) return <p>{t('agent.noShift')}</p>
  return (
    <ul className="lp-plain-list">
      {shifts.map((shift) => (
        <li key={shift.shiftId} className="lp-number">
          <strong>{hours(shift)}</strong>
          {shift.breaks.map((pause) => ` · ${t('agent.pause', { hours: hours(pause) })}`).join('')}
        </li>
      ))}
    </ul>
  )
}

function Where({ needs }: Pick<Props, 'needs'>) {
  const t = useTexts(todayTexts)
  const { times } = useFormats()
  const most = mostNeeded(needs)
  if (!most?.worst) return <p>{t('agent.whereNone')}</p>
  return (
    <p className="lp-number">
      <strong>
        {t('agent.whereText', { queue: most.name, span: times(most.worst.from, most.worst.to) })}
      </strong>
    </p>
  )
}

export const mostNeeded = (needs: readonly QueueNeed[]): QueueNeed | undefined =>
  needs.toSorted((one, other) => (other.worst?.missing ?? 0) - (one.worst?.missing ?? 0))[0]
