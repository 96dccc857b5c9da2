import { Alert, Button } from '@digdir/designsystemet-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { toLocal } from '../../src/kernel/zone.ts'
import type { AssignmentDetail } from '../../src/measure/fieldwork/contract.ts'
import { Icon } from '../design/icon.tsx'
import { Page } from '../design/page.tsx'
import { Awaited } from '../design/states.tsx'
import { channelTexts } from '../i18n/channels.ts'
import { observeTexts } from '../i18n/observe.ts'
import { useFormats, useLanguage, useTexts } from '../i18n/use-texts.ts'
import { ClockCard } from './clock-card.tsx'
import { NetworkNote } from './network-note.tsx'
import { useSending } from './send-work.ts'
import { type OpenAssignment, useAssignment } from './use-assignment.ts'
import { useNow } from './use-now.ts'
import './observe.css'

const route = getRouteApi('/signed-in/observe/$contactId')

/** One task, one clock, and what comes afterwards. */
export function AssignmentPage() {
  const { contactId } = route.useParams()
  const t = useTexts(observeTexts)
  const { query, open } = useAssignment(contactId)
  if (open) return <Task open={open} />
  return (
    <Page title={t('back')} trail={[{ label: t('back'), to: '/observe' }]} width="narrow">
      <Awaited query={query}>{() => null}</Awaited>
    </Page>
  )
}

const beforeForm: readonly string[] = ['assigned', 'attempted', 'answered']

function Task({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  const { detail, life, key } = open
  useSending(key.owner)
  // While the clock runs it comes first, so that its two buttons are within the thumb's reach.
  const isRunning = life.state === 'attempted'
  const now = useNow(isRunning ? 250 : 15_000)
  useEffect(() => {
    if (isRunning) window.scrollTo(0, 0)
  }, [isRunning])
  return (
    <Page
      title={useTitle(open)}
      subtitle={useWhere(open, now)}
      trail={[{ label: t('back'), to: '/observe' }]}
      width="narrow"
    >
      <NetworkNote />
      {detail.note !== undefined && life.state === 'returned' && (
        <Alert data-color="warning">
          <strong>{t('note')}</strong>
          <p>{detail.note}</p>
        </Alert>
      )}
      {isRunning && <ClockCard open={open} now={now} />}
      {(life.state === 'assigned' || life.state === 'attempted') && <Reach detail={detail} />}
      <Scenario detail={detail} />
      {!isRunning && <ClockCard open={open} now={now} />}
      {beforeForm.includes(life.state) && <Afterwards detail={detail} />}
    </Page>
  )
}

function useTitle({ detail, life }: OpenAssignment): string {
  const t = useTexts(observeTexts)
  const { reach, channel } = detail
  if (life.state === 'returned') return t('task.returned')
  if (life.state === 'excluded') return t('task.excluded')
  if (isHandedIn(life.state)) return t('task.handedIn')
  if (channel === 'chat' || channel === 'messenger') return t(`task.${channel}`)
  if (reach === undefined) return t('task.noReach')
  if (channel === 'phone') return t('task.phone', { reach })
  return reach.includes('@') ? t('task.email', { reach }) : t('task.form')
}

function isHandedIn(state: string): boolean {
  return ['submitted', 'resubmitted', 'approved', 'appealed', 'final', 'locked'].includes(state)
}

/** `Kystbuss · Telefon · forsøk 1 av 2 · i dag 09–11` */
function useWhere({ detail, life, method }: OpenAssignment, now: Date): string {
  const t = useTexts(observeTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const times = format.times(detail.from, detail.to)
  const isToday = detail.date === toLocal(now).date
  const attempts = method.protocol.attempts
  const made = life.clock.attempts.length
  const goesOn = life.state === 'attempted' && life.clock.attempts.at(-1)?.endedAt !== undefined
  const attempt = Math.min(attempts, Math.max(1, made + (goesOn ? 1 : 0)))
  return [
    detail.participant,
    channel(detail.channel),
    ...(attempts > 1 ? [t('task.attempt', { attempt, attempts })] : []),
    isToday
      ? t('task.today', { times })
      : t('task.day', { date: `${format.weekday(detail.date)} ${format.shortDate(detail.date)}`, times }),
  ].join(' · ')
}

/** The confirmed detail, as something to press. */
function Reach({ detail }: { readonly detail: AssignmentDetail }) {
  const t = useTexts(observeTexts)
  const { reach, website, channel } = detail
  const target = reach === undefined ? website : addressOf(channel, reach)
  if (target === undefined) return null
  const outside = !target.startsWith('tel:') && !target.startsWith('mailto:')
  const words =
    channel === 'phone' && reach !== undefined
      ? `${t('task.call')} ${reach}`
      : t('task.open', { place: (reach ?? website ?? '').replace(/^https?:\/\//, '') })
  return (
    <a className="lp-reach" href={target} {...(outside ? { target: '_blank', rel: 'noreferrer' } : {})}>
      <Icon name={channel} /> <span>{words}</span>
    </a>
  )
}

function addressOf(channel: AssignmentDetail['channel'], reach: string): string | undefined {
  if (channel === 'phone') return `tel:${reach.replaceAll(/[^\d+]/g, '')}`
  if (reach.includes('@') && !reach.includes('/')) return `mailto:${reach}`
  return /^https?:\/\//.test(reach) ? reach : undefined
}

const longText = 160

function Scenario({ detail }: { readonly detail: AssignmentDetail }) {
  const t = useTexts(observeTexts)
  const language = useLanguage()
  const [whole, setWhole] = useState(false)
  const textId = useId()
  const { title, briefing } = detail.scenario
  const text = briefing[language]
  const isLong = text.length > longText
  const shown = whole || !isLong ? text : `${text.slice(0, text.lastIndexOf(' ', longText))} …`
  return (
    <section className="lp-card" aria-labelledby={`${textId}-title`}>
      <h2 id={`${textId}-title`}>
        {t('scenario')}: {title[language]}
      </h2>
      <p id={textId}>{shown}</p>
      {isLong && (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-expanded={whole}
          aria-controls={textId}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? 'readLess' : 'readMore')}
        </Button>
      )}
    </section>
  )
}

/** A question takes about a quarter of a minute, a comment a whole one. */
function Afterwards({ detail }: { readonly detail: AssignmentDetail }) {
  const t = useTexts(observeTexts)
  const questions = detail.form.questions.filter(({ clock }) => !clock).length
  const comments = detail.form.comments.length
  const minutes = Math.round(questions / 4 + comments)
  return (
    <section className="lp-card">
      <h2>{t('after')}</h2>
      <p className="lp-quiet">{t('afterText', { questions, comments, minutes })}</p>
    </section>
  )
}
