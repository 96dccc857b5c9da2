import { Link } from '@tanstack/react-router'
import { toLocal } from '../../src/kernel/zone.ts'
import type { Assignment } from '../../src/measure/fieldwork/contract.ts'
import { Icon } from '../design/icon.tsx'
import { Status } from '../design/status.tsx'
import { channelTexts } from '../i18n/channels.ts'
import type { Formats } from '../i18n/format.ts'
import { observeTexts } from '../i18n/observe.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'

type CardProps = { readonly assignment: Assignment; readonly now: Date; readonly unsent: boolean }

/** One assignment in the list: who, how, and what is next. The whole card is the link. */
export function AssignmentCard({ assignment, now, unsent }: CardProps) {
  const t = useTexts(observeTexts)
  const channel = useTexts(channelTexts)
  const next = useNextThing(assignment, now)
  return (
    <Link
      to="/observe/$contactId"
      params={{ contactId: assignment.contactId }}
      className="lp-assignment lp-card"
    >
      <span className="lp-assignment__channel">
        <Icon name={assignment.channel} size={24} />
      </span>
      <span className="lp-assignment__words">
        <strong>{assignment.participant}</strong>
        <span className="lp-small lp-quiet">
          {channel(assignment.channel)} · {next}
        </span>
        {assignment.note !== undefined && <span className="lp-assignment__note">{assignment.note}</span>}
        {unsent && <Status tone="warning">{t('list.unsent')}</Status>}
      </span>
      <Icon name="right" />
    </Link>
  )
}

function useNextThing(assignment: Assignment, now: Date): string {
  const t = useTexts(observeTexts)
  const format = useFormats()
  const { state, date, from, to } = assignment
  switch (state) {
    case 'assigned':
      if (date < toLocal(now).date) return t('list.overdue', { date: format.shortDate(date) })
      return t('list.planned', { date: dayName(date, now, format), times: format.times(from, to) }).trim()
    case 'attempted':
      return attempted()
    case 'answered':
      return t('list.writeForm')
    case 'unanswered':
      return t('list.noAnswerForm')
    case 'returned':
      return t('clock.mend')
    case 'approved':
      return t('list.approved')
    default:
      return t('list.toReview')
  }

  function attempted(): string {
    const { dueAt } = assignment
    if (dueAt === undefined) return t('list.running')
    const due = new Date(dueAt)
    if (assignment.channel === 'email')
      return due > now ? t('list.until', { instant: deadline(due, format) }) : t('list.deadlinePassed')
    const { date: lastDay, time } = toLocal(new Date(due.getTime() - 1))
    // The end of a wait is some minutes of a day; the end of a day is its last second.
    if (time !== '23:59:59') return due > now ? t('list.running') : t('clock.over')
    return t('list.secondAttempt', { date: dayName(lastDay, now, format) }).trim()
  }
}

/** A deadline at midnight is written as the day that it ends: `onsdag 2. desember kl. 24`. */
export function deadline(due: Date, format: Formats): string {
  const { date } = toLocal(new Date(due.getTime() - 1))
  return `${format.weekday(date)} ${format.shortDate(date)}`
}

function dayName(date: string, now: Date, format: Formats): string {
  return date === toLocal(now).date ? '' : `${format.weekday(date)} ${format.shortDate(date)}`
}
