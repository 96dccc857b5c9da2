/** One delivery: how far it is, what landed, what was masked, and every refused row. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { IntakeBatch, IntakeRefusal } from '../../../src/understand/intake/contract.ts'
import { api, client, queryClient } from '../../api.ts'
import { Figure } from '../../design/figure.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Progress } from '../../design/progress.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { designTexts } from '../../i18n/design.ts'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { batchTones } from './deliveries.tsx'
import { useManagesIntake } from './manages.ts'
import { MaskCounts } from './mask-counts.tsx'
import { refusalDetail, useReason } from './words.ts'
import './intake.css'

type Batch = IntakeBatch & { readonly reasons: readonly { reason: string; rows: number }[] }

const isOpen = ({ state }: IntakeBatch): boolean => state === 'waiting' || state === 'running'

export function BatchPage() {
  const t = useTexts(intakeTexts)
  const formats = useFormats()
  const { batchId = '' } = useParams({ strict: false }) as { readonly batchId?: string }
  const query = useQuery({
    ...api.intake.batches.get.queryOptions({ input: { batchId } }),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data as Batch) ? 700 : false),
  })
  const batch = query.data as Batch | undefined
  const trail = [{ to: '/understand/intake', label: t('name') }] as const
  return (
    <UnderstandFrame
      part="intake"
      title={useTitle(batch)}
      subtitle={
        batch && (
          <>
            <Link to="/understand/intake/sources/$sourceId" params={{ sourceId: batch.sourceId }}>
              {batch.sourceName}
            </Link>{' '}
            · {batch.fileName ?? t('batch.hour')} · {formats.instant(batch.receivedAt)} · {t('batch.by')}{' '}
            {batch.person ?? t('batch.machine').toLowerCase()}
          </>
        )
      }
      trail={trail}
      actions={
        batch &&
        batch.counts.landed > 0 && (
          <LinkButton to="/understand/intake/enquiries" search={{ batch: batch.batchId } as never}>
            {t('batch.see')}
          </LinkButton>
        )
      }
    >
      <Awaited query={{ ...query, data: batch }}>{(found) => <Body batch={found} />}</Awaited>
    </UnderstandFrame>
  )
}

function useTitle(batch: Batch | undefined): string {
  const t = useTexts(intakeTexts)
  const { number } = useFormats()
  if (!batch) return t('delivery')
  const { state, sourceName: source, counts } = batch
  if (isOpen(batch)) return t('batch.titleRunning', { source })
  if (state === 'failed') return t('batch.titleFailed', { source })
  if (state === 'cancelled') return t('batch.titleCancelled', { source })
  const landed = number(counts.landed)
  if (counts.refused > 0) return t('batch.titleRefused', { source, landed, refused: number(counts.refused) })
  if (counts.read > 0 && counts.known === counts.read) return t('batch.titleKnown', { source })
  return t('batch.titleDone', { source, landed })
}

function Body({ batch }: { readonly batch: Batch }) {
  const t = useTexts(intakeTexts)
  const { number } = useFormats()
  const { read, landed, known, changed, refused } = batch.counts
  const figures = { read, landed, known, changed, refused }
  return (
    <>
      {isOpen(batch) && <Running batch={batch} />}
      {batch.state === 'failed' && (
        <Alert data-color="danger" role="alert">
          {t('batch.failedText')}
        </Alert>
      )}
      {batch.sameFileAs !== null && (
        <Alert data-color="info">
          {t('batch.sameFile')}{' '}
          <Link to="/understand/intake/batches/$batchId" params={{ batchId: batch.sameFileAs }}>
            {t('batch.seeFirst')}
          </Link>
        </Alert>
      )}
      <div className="lp-intake-figures">
        {(Object.keys(figures) as (keyof typeof figures)[]).map((key) => (
          <Figure key={key} label={t(`batch.${key}`)} value={number(figures[key])} />
        ))}
      </div>
      <section className="lp-card" aria-labelledby="masked-title">
        <div className="lp-card__head">
          <h2 id="masked-title">{t('batch.masked')}</h2>
          <Status tone={batchTones[batch.state]}>{t(`batchState.${batch.state}`)}</Status>
        </div>
        <MaskCounts masked={batch.masked} />
      </section>
      <Refusals batch={batch} />
    </>
  )
}

function Running({ batch }: { readonly batch: Batch }) {
  const t = useTexts(intakeTexts)
  const { number } = useFormats()
  const toast = useToast()
  const manages = useManagesIntake()
  const { jobId, batchId } = batch
  const job = useQuery({
    ...api.job.status.queryOptions({ input: { jobId: jobId ?? '' } }),
    enabled: jobId !== null,
    refetchInterval: 700,
  })
  const cancel = useMutation(
    api.intake.batches.cancel.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.intake.key() })
        toast({ text: t('batch.cancelled') })
      },
    }),
  )
  const progress = job.data?.progress ?? 0
  return (
    <div className="lp-card">
      <Progress
        label={t('batch.progress', { read: number(batch.counts.read) })}
        {...(progress > 0 ? { done: Math.round(progress * 100), all: 100 } : {})}
        {...(manages ? { onCancel: () => cancel.mutate({ batchId }) } : {})}
        isCancelling={cancel.isPending}
      />
    </div>
  )
}

function Refusals({ batch }: { readonly batch: Batch }) {
  const t = useTexts(intakeTexts)
  const design = useTexts(designTexts)
  const reason = useReason()
  const { batchId, counts } = batch
  const refusals = useInfiniteQuery({
    ...api.intake.batches.refusals.infiniteOptions({
      input: (cursor: string | undefined) => ({
        batchId,
        limit: 200,
        ...(cursor !== undefined && { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next,
    }),
    enabled: counts.refused > 0,
  })
  const download = useMutation({
    mutationFn: async () => {
      const file = await client.intake.batches.exportRefusals({ batchId })
      saveFile(file.name, file)
    },
  })
  const rows = useMemo(() => refusals.data?.pages.flatMap((page) => page.items), [refusals.data])
  const columns = useRefusalColumns()
  if (counts.refused === 0)
    return (
      <div className="lp-card">
        <EmptyState title={t('batch.noRefusals')} />
      </div>
    )
  return (
    <div className="lp-card">
      <p>{batch.reasons.map(({ reason: code, rows: number }) => `${reason(code)}: ${number}`).join(' · ')}</p>
      <DataTable
        title={t('batch.refusals')}
        rows={rows as readonly IntakeRefusal[] | undefined}
        error={refusals.error}
        onAgain={() => void refusals.refetch()}
        columns={columns}
        rowKey={({ number }) => String(number)}
        name="refusals"
        actions={
          <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
            {t('batch.export')}
          </Button>
        }
      />
      {refusals.hasNextPage && (
        <Button
          variant="secondary"
          loading={refusals.isFetchingNextPage}
          onClick={() => void refusals.fetchNextPage()}
        >
          {design('table.more')}
        </Button>
      )}
    </div>
  )
}

function useRefusalColumns(): readonly TableColumn<IntakeRefusal>[] {
  const t = useTexts(intakeTexts)
  const reason = useReason()
  return useMemo(
    () => [
      { id: 'line', header: t('batch.line'), value: ({ line }) => line },
      { id: 'reason', header: t('batch.reason'), value: (row) => reason(row.reason) },
      {
        id: 'detail',
        header: t('batch.detail'),
        value: ({ path, params }) => refusalDetail(path, params),
      },
    ],
    [t, reason],
  )
}
