import { Button } from '@digdir/designsystemet-react'
import { toLocal } from '../../src/kernel/zone.ts'
import { clockStatus } from '../../src/measure/fieldwork/rules/clock-status.ts'
import { isFieldworkDay } from '../../src/measure/fieldwork/rules/deadline.ts'
import { Icon } from '../design/icon.tsx'
import { LinkButton } from '../design/link-button.tsx'
import { Status } from '../design/status.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { Card, TakeBack } from './clock-parts.tsx'
import { LetterClock } from './letter-clock.tsx'
import { RunningClock, WaitOver } from './running-clock.tsx'
import { TimeButton } from './time-button.tsx'
import type { OpenAssignment } from './use-assignment.ts'
import { useHandIn } from './use-hand-in.ts'

type ClockProps = { readonly open: OpenAssignment; readonly now: Date }

/** The clock in its present phase, with the one or two things that can be done now. */
export function ClockCard({ open, now }: ClockProps) {
  const { life, method } = open
  switch (life.state) {
    case 'planned':
    case 'assigned':
      return <ReadyClock open={open} now={now} />
    case 'attempted':
      return method.protocol.unit === 'workingDays' ? (
        <LetterClock open={open} now={now} />
      ) : (
        <LiveClock open={open} now={now} />
      )
    case 'answered':
    case 'returned':
      return <AnsweredClock open={open} now={now} />
    case 'unanswered':
      return <UnansweredClock open={open} />
    default:
      return <LateAnswer open={open} />
  }
}

function LiveClock({ open, now }: ClockProps) {
  const status = clockStatus(open.life.clock, open.method, now)
  switch (status.phase) {
    case 'running':
      return <RunningClock open={open} status={status} />
    case 'waitOver':
      return <WaitOver open={open} since={status.since} givesUpAt={status.givesUpAt} now={now} />
    case 'between':
      return (
        <BetweenAttempts open={open} now={now} nextFrom={status.nextFrom} threadOpen={status.threadOpen} />
      )
    default:
      return null
  }
}

function ReadyClock({ open, now }: ClockProps) {
  const t = useTexts(observeTexts)
  const { detail, log } = open
  const stop = useReasonToWait(open, now)
  const words = useWarning(open, now)
  return (
    <Card>
      {stop !== undefined && <Status tone="warning">{stop}</Status>}
      {stop === undefined && words !== undefined && <p className="lp-quiet">{words}</p>}
      <Button data-size="lg" disabled={stop !== undefined} onClick={() => void log('attemptStarted')}>
        {t(`clock.start.${detail.channel}`)}
      </Button>
    </Card>
  )
}

/** Why no attempt may be made now. */
function useReasonToWait({ detail }: OpenAssignment, now: Date): string | undefined {
  const t = useTexts(observeTexts)
  if (detail.paused) return t('clock.paused', { reason: detail.pauseReason ?? '' })
  return isFieldworkDay(toLocal(now).date, detail.method.closedDays) ? undefined : t('clock.closedDay')
}

/** What the reviewer will see about an attempt that is made now. */
function useWarning({ detail, method, life }: OpenAssignment, now: Date): string | undefined {
  const t = useTexts(observeTexts)
  const format = useFormats()
  const { date, time } = toLocal(now)
  const { from, to } = detail.method.channel.window
  if (time.slice(0, 5) < method.window.from || time.slice(0, 5) >= to)
    return t('clock.outsideHours', { times: format.times(from, to) })
  if (life.clock.attempts.length === 0 && detail.date !== date)
    return t('clock.otherDay', { date: `${format.weekday(detail.date)} ${format.shortDate(detail.date)}` })
  return undefined
}

type BetweenProps = ClockProps & { readonly nextFrom: string; readonly threadOpen: boolean }

function BetweenAttempts({ open, now, nextFrom, threadOpen }: BetweenProps) {
  const t = useTexts(observeTexts)
  const format = useFormats()
  const attempt = open.life.clock.attempts.length
  const { date, time } = toLocal(new Date(nextFrom))
  const mayStart = now >= new Date(nextFrom)
  const stop = useReasonToWait(open, now)
  const words = useWarning(open, now)
  const ended = open.life.clock.attempts.at(-1)?.endedAt ?? nextFrom
  const day = { weekday: format.weekday(date), date: format.shortDate(date), time: format.time(time) }
  return (
    <Card>
      <p className="lp-quiet">{t('clock.nextText', { attempt })}</p>
      {!mayStart && (
        <p>
          {t('clock.next')}: <strong>{t('clock.nextFrom', day)}</strong>
        </p>
      )}
      {mayStart && stop !== undefined && <Status tone="warning">{stop}</Status>}
      {mayStart && stop === undefined && words !== undefined && <p className="lp-quiet">{words}</p>}
      {mayStart && (
        <Button data-size="lg" disabled={stop !== undefined} onClick={() => void open.log('attemptStarted')}>
          {t('clock.startAgain', { attempt: attempt + 1 })}
        </Button>
      )}
      {threadOpen && (
        <>
          <p className="lp-quiet">{t('clock.threadOpen')}</p>
          <TimeButton
            label={t('clock.threadAnswered')}
            from={ended}
            now={now}
            onTime={(at) => void open.log('humanReply', { at, typed: true })}
          />
        </>
      )}
      <TakeBack open={open} />
    </Card>
  )
}

function AnsweredClock({ open }: ClockProps) {
  const t = useTexts(observeTexts)
  const format = useFormats()
  const { life, detail, work, method } = open
  const { answer } = life.clock
  const started = life.clock.attempts[(answer?.attempt ?? 1) - 1]?.startedAt
  const seconds = answer && started ? (Date.parse(answer.at) - Date.parse(started)) / 1000 : 0
  const begun = detail.draft !== undefined || work.form !== undefined
  const label = life.state === 'returned' ? 'clock.mend' : begun ? 'clock.goOn' : 'clock.toForm'
  return (
    <Card>
      {answer && (
        <p className="lp-clock__answer">
          <Icon name="check" size={28} />
          <span>
            <strong>{t(answer.between ? 'clock.answeredBetween' : 'clock.answered')}</strong>
            <span className="lp-quiet">
              {method.protocol.unit === 'minutes'
                ? t('clock.after', { waited: format.clock(seconds) })
                : t('clock.answeredOn', { instant: format.instant(answer.at) })}
            </span>
          </span>
        </p>
      )}
      {answer ? (
        <LinkButton to="/observe/$contactId/form" params={{ contactId: detail.contactId }} data-size="lg">
          {t(label)}
        </LinkButton>
      ) : (
        <HandInUnanswered open={open} />
      )}
      {life.state === 'answered' && <TakeBack open={open} />}
    </Card>
  )
}

function UnansweredClock({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  return (
    <Card>
      <p className="lp-clock__answer">
        <Icon name="close" size={28} />
        <span>
          <strong>{t('clock.unanswered')}</strong>
          <span className="lp-quiet">{t('clock.unansweredText')}</span>
        </span>
      </p>
      <HandInUnanswered open={open} />
      <TakeBack open={open} />
    </Card>
  )
}

function HandInUnanswered({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  const { waits, act } = useHandIn(open, { answers: {}, comments: {} })
  return (
    <Button data-size="lg" disabled={waits} onClick={() => void act()}>
      {t(waits ? 'list.unsent' : 'clock.handInUnanswered')}
    </Button>
  )
}

/** After the form is handed in: a late answer is written down, and nothing else can be done. */
function LateAnswer({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  const { clock, state } = open.life
  const last = clock.attempts.at(-1)
  if (state === 'excluded' || clock.answer || !last) return null
  if (clock.lateAnswerAt !== undefined)
    return (
      <Card>
        <p className="lp-quiet">{t('clock.lateAnswerKept')}</p>
      </Card>
    )
  if (state === 'final' || state === 'locked') return null
  return (
    <Card>
      <TimeButton
        label={t('clock.lateAnswer')}
        from={last.endedAt ?? last.startedAt}
        now={new Date()}
        onTime={(at) => void open.log('humanReply', { at, typed: true })}
      />
    </Card>
  )
}
