/** Are we on time? Planned against done, and what is late. */
import { Alert } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Progress } from '../../../src/measure/fieldwork/contract.ts'
import { api } from '../../api.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { Figure } from '../../design/figure.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { usePartTarget } from '../edition/edition-parts.ts'
import { GroupTable } from './group-table.tsx'
import { ImportUnsent } from './import-unsent.tsx'
import { LateTable } from './late-table.tsx'
import { PauseButton } from './pause-button.tsx'
import { PauseHistory } from './pause-history.tsx'
import './fieldwork.css'

export function FieldworkPage() {
  const editionId = useEditionId()
  const query = useQuery(api.fieldwork.progress.queryOptions({ input: { editionId } }))
  return (
    <EditionFrame
      {...useHeading(query.data)}
      width="wide"
      actions={
        query.data && (
          <>
            <ImportUnsent editionId={editionId} />
            <PauseButton editionId={editionId} state={query.data.state} />
          </>
        )
      }
    >
      <Awaited query={query} lines={10}>
        {(progress) =>
          progress.counts.planned === 0 ? <NoPlan /> : <Filled editionId={editionId} progress={progress} />
        }
      </Awaited>
    </EditionFrame>
  )
}

/** The finding first: paused, behind, ahead or on time; what is late is counted as on every other page. */
function useHeading(progress: Progress | undefined): { title: string; subtitle?: string } {
  const t = useTexts(fieldworkTexts)
  if (!progress) return { title: t('title.waiting') }
  const { counts, pace, state } = progress
  if (counts.planned === 0) return { title: t('title.noPlan') }
  const subtitle = t('subtitle', { done: counts.done, planned: counts.planned, late: counts.late })
  if (state === 'paused') return { title: t('title.paused'), subtitle }
  if (pace.pace === 'behind' && counts.late > 0)
    return { title: t('title.late', { count: counts.late }), subtitle }
  if (pace.pace === 'behind' || pace.pace === 'ahead')
    return { title: t(`title.${pace.pace}`, { count: pace.contacts }), subtitle }
  return { title: t(`title.${pace.pace}`), subtitle }
}

function NoPlan() {
  const t = useTexts(fieldworkTexts)
  const target = usePartTarget()('plan', useEditionId())
  return (
    <EmptyState title={t('title.noPlan')} actions={target && <Link {...linkTo(target)}>{t('toPlan')}</Link>}>
      {t('noPlanText')}
    </EmptyState>
  )
}

type FilledProps = { readonly editionId: string; readonly progress: Progress }

function Filled({ editionId, progress }: FilledProps) {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  const open = progress.pauses.find(({ resumedAt }) => resumedAt === undefined)
  return (
    <>
      {open && (
        <Alert data-color="warning">
          <p>{t('pause.now', { since: format.instant(open.pausedAt), reason: open.reason })}</p>
        </Alert>
      )}
      <Headlines editionId={editionId} progress={progress} />
      <ProgressChart progress={progress} />
      <LateTable editionId={editionId} late={progress.late} />
      <GroupTable editionId={editionId} progress={progress} />
      {progress.pauses.length > 0 && <PauseHistory pauses={progress.pauses} />}
    </>
  )
}

function Headlines({ editionId, progress: { counts } }: FilledProps) {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  const share = counts.dueByNow === 0 ? undefined : format.percent(Math.min(1, counts.done / counts.dueByNow))
  return (
    <div className="lp-fieldwork-figures">
      <Figure
        label={t('figure.done')}
        value={`${format.number(counts.done)} / ${format.number(counts.planned)}`}
        {...(share === undefined ? {} : { note: t('figure.ofDue', { share }) })}
      />
      <Figure
        label={t('figure.late')}
        value={format.number(counts.late)}
        note={t('figure.lateNote')}
        isNotice={counts.late > 0}
      />
      <Figure
        label={t('figure.review')}
        value={format.number(counts.waitingForReview)}
        note={t('figure.reviewNote')}
        link={{ to: '/measure/editions/$editionId/review', params: { editionId } }}
      />
      <Figure
        label={t('figure.excluded')}
        value={format.number(counts.excluded)}
        note={t('figure.excludedNote')}
      />
    </div>
  )
}

function ProgressChart({ progress: { line } }: { readonly progress: Progress }) {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  const series = useMemo(
    () => [
      {
        name: t('line.plan'),
        look: 'control' as const,
        points: line.map(({ date, planned, atLeast }) => ({
          at: format.shortDate(date),
          value: planned,
          low: atLeast,
          high: planned,
        })),
      },
      {
        name: t('line.done'),
        look: 'seen' as const,
        points: line.map(({ date, done }) => ({ at: format.shortDate(date), value: done ?? null })),
      },
    ],
    [line, t, format],
  )
  return (
    <div className="lp-card">
      <LineWithBand
        title={t('line.title')}
        subtitle={t('line.subtitle')}
        series={series}
        decimals={0}
        fromZero
      />
    </div>
  )
}
