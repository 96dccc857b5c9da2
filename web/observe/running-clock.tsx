import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { endReasons } from '../../src/measure/fieldwork/contract.ts'
import type { ClockStatus } from '../../src/measure/fieldwork/rules/clock-status.ts'
import { FormDialog } from '../design/confirm-dialog.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { Card, TakeBack } from './clock-parts.tsx'
import { TimeButton } from './time-button.tsx'
import type { OpenAssignment } from './use-assignment.ts'

type Running = Extract<ClockStatus, { phase: 'running' }>

/** The big clock, and the two things that can end the waiting. */
export function RunningClock({ open, status }: { readonly open: OpenAssignment; readonly status: Running }) {
  const t = useTexts(observeTexts)
  const format = useFormats()
  const limit = (Date.parse(status.givesUpAt) - Date.parse(status.since)) / 1000
  const seconds = Math.floor(status.waitedMs / 1000)
  const automatic = status.automaticReplyAt
  return (
    <Card>
      <div className="lp-clock__face">
        <span className="lp-quiet" id="clock-label">
          {t('clock.waited')}
        </span>
        <span className="lp-clock__time lp-number" role="timer" aria-labelledby="clock-label">
          {format.clock(seconds)}
        </span>
        <progress className="lp-clock__bar" value={status.used} max={1} aria-labelledby="clock-label" />
        <span className="lp-quiet">{t('clock.givesUp', { limit: format.clock(limit) })}</span>
      </div>
      <Button data-size="lg" onClick={() => void open.log('humanReply')}>
        {t('clock.human')}
      </Button>
      {automatic === undefined ? (
        <Button data-size="lg" variant="secondary" onClick={() => void open.log('automaticReply')}>
          {t('clock.automatic')}
        </Button>
      ) : (
        <p className="lp-quiet">{t('clock.automaticSeen', { time: timeOf(automatic, format.instant) })}</p>
      )}
      <div className="lp-row lp-clock__more">
        <CutShort open={open} />
        <TakeBack open={open} />
      </div>
      <p className="lp-small lp-quiet">{t('clock.kept')}</p>
    </Card>
  )
}

/** The time of day at the end of a written instant. */
function timeOf(instant: string, format: (instant: string) => string): string {
  return (
    format(instant)
      .split(/[\s,]+/)
      .at(-1) ?? ''
  )
}

function CutShort({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="tertiary" data-size="sm" onClick={() => setAsking(true)}>
        {t('clock.cut')}
      </Button>
      <FormDialog open={asking} title={t('clock.cutWhy')} onClose={() => setAsking(false)}>
        {endReasons.map((reason) => (
          <Button
            key={reason}
            variant="secondary"
            onClick={() => {
              setAsking(false)
              void open.log('attemptEnded', { reason })
            }}
          >
            {t(`clock.reasons.${reason}`)}
          </Button>
        ))}
      </FormDialog>
    </>
  )
}

type WaitOverProps = {
  readonly open: OpenAssignment
  readonly since: string
  readonly givesUpAt: string
  readonly now: Date
}

/** The limit has passed while nobody pressed anything: what happened? */
export function WaitOver({ open, since, givesUpAt, now }: WaitOverProps) {
  const t = useTexts(observeTexts)
  const format = useFormats()
  const limit = format.clock((Date.parse(givesUpAt) - Date.parse(since)) / 1000)
  return (
    <Card>
      <div className="lp-clock__face">
        <span className="lp-clock__time lp-number">{limit}</span>
        <strong>{t('clock.over')}</strong>
        <span className="lp-quiet">{t('clock.overText', { limit })}</span>
      </div>
      <Button data-size="lg" onClick={() => void open.log('gaveUp')}>
        {t('clock.nobody')}
      </Button>
      <TimeButton
        label={t('clock.forgot')}
        from={since}
        to={givesUpAt}
        precise
        now={now}
        onTime={(at) => void open.log('humanReply', { at, typed: true })}
      />
      <TakeBack open={open} />
    </Card>
  )
}
