/** The expectations in order, each with its interval on a shared axis; as a table, CSV and Excel. */
import { useMemo } from 'react'
import type { ItemResult, SurveyResults } from '../../../src/measure/expectations/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

export function ItemTable({ results }: { readonly results: SurveyResults }) {
  const t = useTexts(expectationTexts)
  const columns = useColumns(results)
  const { mode, n, depth, sets } = results
  const subtitle = {
    rank: t('result.tableSubtitleRank', { n, depth }),
    rate: t('result.tableSubtitleRate', { n }),
    bestWorst: t('result.tableSubtitleBestWorst', { n, size: sets.size, sets: sets.count }),
  }[mode]
  return (
    <>
      <DataTable
        title={t('result.table')}
        name="items"
        rows={results.items}
        columns={columns}
        rowKey={({ id }) => id}
      />
      <p className="lp-small lp-quiet">{subtitle}</p>
    </>
  )
}

function useColumns({ items, mode, n }: SurveyResults): readonly TableColumn<ItemResult>[] {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const language = useLanguage()
  return useMemo(() => {
    const ends = items.flatMap(({ importance }) => importance.interval ?? importance.value)
    const domain = niceDomain(ends, { limits: [0, 100] })
    const worth: TableColumn<ItemResult> = {
      id: 'worth',
      header: t('result.worth'),
      value: (item) => item.worth?.value ?? null,
      cell: (item) =>
        item.worth?.interval
          ? `${format.percent(item.worth.value / 100)} (${format.interval(...item.worth.interval, 0)})`
          : '–',
    }
    const mean: TableColumn<ItemResult> = {
      id: 'mean',
      header: mode === 'rank' ? t('result.meanPlace') : t('result.meanRating'),
      value: (item) => item.mean.value,
      decimals: 1,
    }
    const top: TableColumn<ItemResult> = {
      id: 'top',
      header: t('result.top'),
      value: (item) => item.top?.percent ?? null,
      cell: (item) =>
        item.top
          ? t('result.topCell', { percent: format.percent(item.top.percent / 100), some: item.top.count, n })
          : '–',
    }
    const chosen = (['best', 'worst'] as const).map(
      (kind): TableColumn<ItemResult> => ({
        id: kind,
        header: t(kind === 'best' ? 'result.chosenBest' : 'result.chosenWorst'),
        value: ({ chosen: counts }) => (counts ? (counts[kind] / counts.shown) * 100 : null),
        cell: ({ chosen: counts }) =>
          counts
            ? t('result.topCell', {
                percent: format.percent(counts[kind] / counts.shown),
                some: counts[kind],
                n: counts.shown,
              })
            : '–',
      }),
    )
    return [
      { id: 'expectation', header: t('result.expectation'), value: (item) => item.text[language] },
      { id: 'place', header: t('result.place'), value: (item) => item.place },
      {
        id: 'importance',
        header: t('result.importance'),
        value: (item) => item.importance.value,
        decimals: 1,
      },
      {
        id: 'interval',
        header: t('result.interval'),
        value: (item) => (item.importance.interval ? format.interval(...item.importance.interval) : null),
        cell: ({ importance: { value, interval } }) => (
          <Interval
            value={value}
            low={interval?.[0] ?? value}
            high={interval?.[1] ?? value}
            domain={domain}
          />
        ),
        axis: domain,
        sortable: false,
      },
      ...(mode === 'bestWorst' ? chosen : [mean, top]),
      ...(mode === 'rate' ? [] : [worth]),
    ]
  }, [items, mode, n, t, format, language])
}
