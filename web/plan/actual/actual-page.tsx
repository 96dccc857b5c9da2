/** Plan against actual: who was needed, who was planned, who was there, and what waiting it gave. */
import { Button } from '@digdir/designsystemet-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, isoWeek } from '../../../src/kernel/calendar.ts'
import { mondayOf } from '../../../src/plan/shifts/rules/local-days.ts'
import type { ActualView } from '../../../src/plan/shifts/week/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { planActualTexts } from '../../i18n/plan-actual.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { ShiftParts } from '../shift-parts.tsx'
import { dayOf, useShiftTimes } from '../shift-times.ts'
import { ActualDay } from './actual-day.tsx'
import { ActualFigures } from './actual-figures.tsx'
import { ActualWeek } from './actual-week.tsx'
import { ImportPresent } from './import-present.tsx'
import { type ActualChoice, actualLink, useActualChoice } from './use-choice.ts'
import { useTitle } from './use-title.ts'

export function ActualPage() {
  const t = useTexts(planActualTexts)
  const choice = useActualChoice()
  const [importing, setImporting] = useState(false)
  const { queueId, week } = choice
  const query = useQuery({
    ...api.shifts.actual.get.queryOptions({
      input: { day: week, days: 7, ...(queueId !== undefined && { queueId }) },
    }),
    placeholderData: keepPreviousData,
  })
  const actual = query.data as ActualView | undefined
  const queue = actual?.queues.find(({ id }) => id === actual.queueId)
  const titleOf = useTitle()
  return (
    <PlanFrame
      part="shifts"
      width="wide"
      title={actual && queue ? titleOf(queue.name, shownRows(actual, choice), actual.rows) : t('name')}
      {...useSubtitle(choice)}
      actions={
        queue && (
          <Button variant="secondary" onClick={() => setImporting(true)}>
            {t('import')}
          </Button>
        )
      }
    >
      <ShiftParts current="actual" />
      <Awaited query={query} lines={12}>
        {(answer) => <Filled actual={answer as ActualView} choice={choice} />}
      </Awaited>
      {queue && <ImportPresent open={importing} queue={queue} onClose={() => setImporting(false)} />}
    </PlanFrame>
  )
}

/** What has happened of the day that is looked at, or else of the week. */
function shownRows({ rows }: ActualView, { day }: ActualChoice): ActualView['rows'] {
  const now = Date.now() / 60_000
  return rows.filter(({ from }) => from < now && (day === undefined || dayOf(from) === day))
}

function useSubtitle({ week, day }: ActualChoice): { readonly subtitle: string } {
  const t = useTexts(planActualTexts)
  const { shortDate } = useFormats()
  const times = useShiftTimes()
  if (day !== undefined) return { subtitle: t('subtitleDay', { day: capital(times.day(day)) }) }
  const number = Number(isoWeek(week).slice(-2))
  return {
    subtitle: t('subtitle', { week: number, from: shortDate(week), to: shortDate(addDays(week, 6)) }),
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Steps({ choice }: { readonly choice: ActualChoice }) {
  const t = useTexts(planActualTexts)
  const { day: _, ...rest } = choice
  const step = (weeks: number) =>
    actualLink({ ...rest, day: undefined, week: addDays(choice.week, 7 * weeks) })
  return (
    <>
      <LinkButton {...linkTo(step(-1))} variant="tertiary">
        {t('before')}
      </LinkButton>
      {choice.day !== undefined && (
        <LinkButton {...linkTo(step(0))} variant="tertiary">
          {t('whole')}
        </LinkButton>
      )}
      <LinkButton {...linkTo(step(1))} variant="tertiary">
        {t('after')}
      </LinkButton>
    </>
  )
}

type FilledProps = { readonly actual: ActualView; readonly choice: ActualChoice }

function Filled({ actual, choice }: FilledProps) {
  const t = useTexts(planActualTexts)
  const queue = actual.queues.find(({ id }) => id === actual.queueId)
  if (!queue)
    return (
      <div className="lp-card">
        <EmptyState title={t('noQueues')}>{t('noQueuesText')}</EmptyState>
      </div>
    )
  const rows = shownRows(actual, choice)
  const own = { ...choice, queueId: queue.id }
  return (
    <>
      <div className="lp-actual-choice">
        {actual.queues.length > 1 && <Queues actual={actual} choice={own} />}
        <div className="lp-row lp-no-print">
          <Steps choice={own} />
        </div>
      </div>
      {rows.length === 0 && actual.rows.length > 0 ? (
        <div className="lp-card">
          <EmptyState title={t('ahead.title')}>{t('ahead.text')}</EmptyState>
        </div>
      ) : (
        <>
          <ActualFigures rows={rows} />
          {!rows.some(({ present }) => present !== null) && (
            <Unreported reportedTo={actual.reportedTo} choice={own} />
          )}
          {choice.day === undefined ? (
            <ActualWeek rows={rows} queue={queue.name} choice={own} />
          ) : (
            <ActualDay rows={rows} queue={queue.name} choice={own} day={choice.day} />
          )}
        </>
      )}
      <section className="lp-card" aria-labelledby="privacy">
        <h2 id="privacy">{t('privacy.title')}</h2>
        <p>{t('privacy.text')}</p>
      </section>
    </>
  )
}

type UnreportedProps = Pick<ActualView, 'reportedTo'> & { readonly choice: ActualChoice }

/** Where the latest report is, or how to get the first one. */
function Unreported({ reportedTo, choice }: UnreportedProps) {
  const t = useTexts(planActualTexts)
  const { date } = useFormats()
  const last = reportedTo === null ? undefined : { ...choice, day: undefined, week: mondayOf(reportedTo) }
  return (
    <div className="lp-card">
      <EmptyState
        title={t('unreported.title')}
        {...(last && {
          actions: (
            <LinkButton {...linkTo(actualLink(last))} variant="secondary">
              {t('unreported.open')}
            </LinkButton>
          ),
        })}
      >
        {reportedTo === null ? t('unreported.never') : t('unreported.last', { date: date(reportedTo) })}
      </EmptyState>
    </div>
  )
}

function Queues({ actual, choice }: FilledProps) {
  const t = useTexts(planActualTexts)
  return (
    <nav className="lp-parts" aria-label={t('queues')}>
      <ul>
        {actual.queues.map(({ id, name }) => (
          <li key={id}>
            <Link
              {...linkTo(actualLink({ ...choice, queueId: id }))}
              {...(id === actual.queueId ? { 'aria-current': 'page' as const } : {})}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
