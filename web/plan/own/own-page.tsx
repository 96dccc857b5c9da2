/** When do I work? The next shift first, then the weeks, and what the agent may ask for. */
import { localOf } from '../../../src/plan/shifts/rules/local-days.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { useShiftTimes } from '../shift-times.ts'
import { AbsenceCard } from './absence-card.tsx'
import { AskedOfMe } from './asked-of-me.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { MySwaps } from './my-swaps.tsx'
import { nextOf } from './next-of.ts'
import { NextShift } from './next-shift.tsx'
import { MyShifts } from './shifts-card.tsx'
import { type OwnView, useOwn } from './use-own.ts'
import { WishCard } from './wish-card.tsx'
import './own.css'

export function OwnPage() {
  const t = useTexts(ownShiftTexts)
  const query = useOwn()
  const own = query.data as OwnView | undefined
  const title = useTitle(own)
  const name = own?.agent?.name
  return (
    <PlanFrame part="own" title={title} {...(name !== undefined && { subtitle: t('subtitle', { name }) })}>
      <Awaited query={query} lines={10}>
        {(answer) => <Filled own={answer as OwnView} />}
      </Awaited>
    </PlanFrame>
  )
}

function useTitle(own: OwnView | undefined): string {
  const t = useTexts(ownShiftTexts)
  const { span } = useShiftTimes()
  const { time } = useFormats()
  if (!own?.agent) return t('name')
  const { shift, isOn } = nextOf(own.shifts, new Date())
  if (!shift) return t('title.none')
  return isOn
    ? t('title.now', { time: time(localOf(shift.to).time) })
    : t('title.next', { span: span(shift) })
}

function Filled({ own }: { readonly own: OwnView }) {
  const t = useTexts(ownShiftTexts)
  if (own.agent === null)
    return (
      <div className="lp-card">
        <EmptyState title={t('stranger')}>{t('strangerText')}</EmptyState>
      </div>
    )
  return (
    <>
      <AskedOfMe own={own} />
      <NextShift own={own} />
      <div className="lp-own">
        <MyShifts own={own} />
        <div className="lp-stack">
          <MySwaps own={own} />
          <AbsenceCard own={own} />
          <WishCard own={own} />
          <CalendarCard own={own} />
        </div>
      </div>
    </>
  )
}
