import { Button } from '@digdir/designsystemet-react'
import { clockStatus } from '../../src/measure/fieldwork/rules/clock-status.ts'
import { observeTexts } from '../i18n/observe.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { deadline } from './assignment-card.tsx'
import { Card, TakeBack } from './clock-parts.tsx'
import { TimeButton } from './time-button.tsx'
import type { OpenAssignment } from './use-assignment.ts'

/** An e-mail waits for days: its deadline is the clock, and the times come from the mailbox. */
export function LetterClock({ open, now }: { readonly open: OpenAssignment; readonly now: Date }) {
  const t = useTexts(observeTexts)
  const format = useFormats()
  const status = clockStatus(open.life.clock, open.method, now)
  if (status.phase !== 'running' && status.phase !== 'waitOver') return null
  const { since, givesUpAt } = status
  const over = status.phase === 'waitOver'
  const receipt = open.life.clock.attempts[0]?.automaticReplyAt
  return (
    <Card>
      <div className="lp-clock__face">
        <span className="lp-quiet">{t('clock.sent', { instant: format.instant(since) })}</span>
        <strong className="lp-clock__deadline">
          {over ? t('clock.overEmail') : `${t('clock.due')}: ${deadline(new Date(givesUpAt), format)}`}
        </strong>
        <span className="lp-quiet">{t(over ? 'clock.overEmailText' : 'clock.dueText')}</span>
      </div>
      <TimeButton
        primary
        label={t('clock.replyCame')}
        from={since}
        now={now}
        onTime={(at) => void open.log('humanReply', { at, typed: true })}
      />
      {over && (
        <Button data-size="lg" variant="secondary" onClick={() => void open.log('gaveUp')}>
          {t('clock.noReply')}
        </Button>
      )}
      {receipt === undefined && !over && (
        <TimeButton
          label={t('clock.receiptCame')}
          from={since}
          now={now}
          onTime={(at) => void open.log('automaticReply', { at, typed: true })}
        />
      )}
      {receipt !== undefined && (
        <p className="lp-quiet">{t('clock.automaticSeen', { time: format.instant(receipt) })}</p>
      )}
      <TakeBack open={open} />
    </Card>
  )
}
