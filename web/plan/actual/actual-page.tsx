/** Plan against actual: who was needed, who was planned, who was there, and what waiting it gave. */
import { Button } from '@digdir/designsystemet-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, isoWeek, mondayOf } from '../../../src/kernel/calendar.ts'
import type { ActualView } from '../../../src/plan/shifts/week/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { planActualTexts } from '../../i18n/plan-actual.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { NoQueues } from '../no-queues.tsx'
import { PlanFrame } from '../plan-frame.tsx'
import { QueueTabs } from '../queue-tabs.tsx'
import { ShiftParts } from '../shift-parts.tsx'
import { dayOf, useShiftTimes } from '../shift-times.ts'
import { WeekSteps } from '../week-steps.tsx'
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
  const linkOf = (week: string) => actualLink({ ...choice, day: undefined, week })
  return (
    <>
      {choice.day !== undefined && (
        <LinkButton {...linkOf(choice.week)} variant="tertiary">
          {t('whole')}
        </LinkButton>
      )}
      <WeekSteps from={choice.week} linkOf={linkOf} />
    </>
  )
}

type FilledProps = { readonly actual: ActualView; readonly choice: ActualChoice }

function Filled({ actual, choice }: FilledProps) {
  const t = useTexts(planActualTexts)
  const queue = actual.queues.find(({ id }) => id === actual.queueId)
  if (!queue) return <NoQueues />
  const rows = shownRows(actual, choice)
  const own = { ...choice, queueId: queue.id }
  return (
    <>
      <div className="lp-actual-choice">
        <QueueTabs
          queues={actual.queues}
          current={queue.id}
          linkOf={(queueId) => actualLink({ ...own, queueId })}
        />
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
