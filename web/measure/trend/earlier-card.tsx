/** Figures from before the product: seen, taken away, imported and removed edition by edition. */
import { Button, Details } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { EarlierFigure } from '../../../src/measure/trend/contract.ts'
import { api, client } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Icon } from '../../design/icon.tsx'
import { ErrorState, useProblemText } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { trendTexts } from '../../i18n/trend.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EarlierImport } from './earlier-import.tsx'
import { useRefreshTrend } from './use-refresh.ts'
import { useFigureName } from './words.ts'

export function EarlierCard() {
  const t = useTexts(trendTexts)
  const figures = useQuery(api.trend.earlier.list.queryOptions())
  const [isOpen, setOpen] = useState(false)
  const columns = useEarlierColumns()
  const items = figures.data?.items ?? []
  return (
    <section className="lp-card lp-no-print" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t('earlier.title')}</h2>
      <p className="lp-quiet">
        {items.length === 0 ? t('earlier.none') : null} {t('earlier.lead')}
      </p>
      {figures.error ? <ErrorState error={figures.error} onAgain={() => void figures.refetch()} /> : null}
      <div className="lp-row">
        <Button variant="secondary" onClick={() => setOpen(true)}>
          <Icon name="upload" /> {t('earlier.open')}
        </Button>
        {items.length > 0 && <DownloadEarlier />}
      </div>
      {items.length > 0 && (
        <Details>
          <Details.Summary>{t('earlier.count', { count: items.length })}</Details.Summary>
          <Details.Content>
            <DataTable
              title={t('earlier.table')}
              titleHidden
              name="earlier"
              rows={items}
              columns={columns}
              rowKey={(row) => `${row.year} ${row.edition} ${row.class} ${row.participant} ${row.figure}`}
              usualSorting={{ column: 'year', descending: true }}
              phone="scroll"
            />
            <div className="lp-row">
              {editionsOf(items).map((edition) => (
                <RemoveEdition key={`${edition.year} ${edition.edition}`} {...edition} />
              ))}
            </div>
          </Details.Content>
        </Details>
      )}
      <EarlierImport open={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}

function useEarlierColumns(): readonly TableColumn<EarlierFigure>[] {
  const t = useTexts(trendTexts)
  const figureName = useFigureName()
  return useMemo(
    () => [
      { id: 'edition', header: t('chart.edition'), value: ({ edition }) => edition },
      { id: 'year', header: t('earlier.year'), value: ({ year }) => String(year) },
      {
        id: 'class',
        header: t('choose.class'),
        value: (row) => row.class || null,
        filter: { of: (row) => row.class, label: (name) => name || t('choose.edition') },
      },
      { id: 'participant', header: t('choose.participant'), value: ({ participant }) => participant || null },
      { id: 'figure', header: t('choose.figure'), value: (row) => figureName(row) },
      { id: 'value', header: t('chart.value'), value: ({ value }) => value, decimals: 1 },
      { id: 'n', header: t('chart.n'), value: ({ n }) => n },
      { id: 'low', header: t('chart.low'), value: ({ low }) => low, decimals: 1 },
      { id: 'high', header: t('chart.high'), value: ({ high }) => high, decimals: 1 },
    ],
    [t, figureName],
  )
}

type EarlierEdition = Pick<EarlierFigure, 'year' | 'edition'>

function editionsOf(figures: readonly EarlierFigure[]): readonly EarlierEdition[] {
  return [...new Map(figures.map(({ year, edition }) => [`${year} ${edition}`, { year, edition }])).values()]
}

function DownloadEarlier() {
  const t = useTexts(trendTexts)
  const text = useProblemText()
  const toast = useToast()
  const download = useMutation({
    mutationFn: () => client.trend.earlier.export() as Promise<File>,
    onSuccess: (file) => saveFile(file.name, file),
    onError: (error) => toast({ text: text(error) }),
  })
  return (
    <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
      <Icon name="download" /> {t('earlier.download')}
    </Button>
  )
}

function RemoveEdition({ year, edition }: EarlierEdition) {
  const t = useTexts(trendTexts)
  const toast = useToast()
  const text = useProblemText()
  const refresh = useRefreshTrend()
  const [isAsking, setAsking] = useState(false)
  const remove = useMutation(
    api.trend.earlier.remove.mutationOptions({
      onSuccess: async () => {
        await refresh()
        setAsking(false)
        toast({ text: t('earlier.removed') })
      },
      onError: (error) => toast({ text: text(error) }),
    }),
  )
  return (
    <>
      <Button variant="tertiary" data-size="sm" onClick={() => setAsking(true)}>
        {t('earlier.removeOne', { edition })}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('earlier.removeTitle', { edition })}
        confirm={t('earlier.remove')}
        dangerous
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ year, edition })}
        onClose={() => setAsking(false)}
      >
        <p>{t('earlier.removeBody')}</p>
      </ConfirmDialog>
    </>
  )
}
