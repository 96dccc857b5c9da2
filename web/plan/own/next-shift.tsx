/** The next shift, large, with what can be done from it within a thumb's reach. */
import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { toEpochDay } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { dayOf, useShiftTimes } from '../shift-times.ts'
import { LeaveDialog, SickDialog } from './absence-card.tsx'
import { nextOf } from './next-of.ts'
import { SwapButton } from './swap-dialog.tsx'
import type { OwnShift, OwnView } from './use-own.ts'

export function NextShift({ own }: { readonly own: OwnView }) {
  const t = useTexts(ownShiftTexts)
  const [asking, setAsking] = useState<'sick' | 'leave' | null>(null)
  const { shift, isOn } = nextOf(own.shifts, new Date())
  return (
    <section className="lp-card lp-own-next" aria-labelledby="own-next">
      <h2 id="own-next">{isOn ? t('next.now') : t('next.title')}</h2>
      {shift ? <Told shift={shift} isOn={isOn} /> : <p>{t('next.none')}</p>}
      <div className="lp-row lp-own-acts">
        <Button data-color="neutral" variant="secondary" onClick={() => setAsking('sick')}>
          {t('act.sick')}
        </Button>
        <Button data-color="neutral" variant="secondary" onClick={() => setAsking('leave')}>
          {t('act.leave')}
        </Button>
        {shift && !isOn && <SwapButton shift={shift} own={own} />}
      </div>
      <SickDialog open={asking === 'sick'} onClose={() => setAsking(null)} />
      <LeaveDialog open={asking === 'leave'} onClose={() => setAsking(null)} />
    </section>
  )
}

function Told({ shift, isOn }: { readonly shift: OwnShift; readonly isOn: boolean }) {
  const t = useTexts(ownShiftTexts)
  const { day, hours } = useShiftTimes()
  const date = dayOf(shift.from)
  const ahead = toEpochDay(date) - toEpochDay(toLocal(new Date()).date)
  const soon = ahead <= 0 ? t('next.today') : ahead === 1 ? t('next.tomorrow') : t('next.days', { n: ahead })
  const pauses = shift.breaks.map((pause) => t('next.pause', { hours: hours(pause) }))
  return (
    <>
      <p className="lp-own-next__when">
        <span className="lp-own-next__day">{day(date)}</span>{' '}
        <span className="lp-own-next__hours lp-number">{hours(shift)}</span>
        {!isOn && <span className="lp-quiet">{soon}</span>}
      </p>
      <p className="lp-quiet lp-number">
        {[
          ...(pauses.length > 0 ? pauses : [t('next.noPause')]),
          ...(shift.skill === null ? [] : [t('next.skill', { skill: shift.skill })]),
        ].join(' · ')}
      </p>
    </>
  )
}
