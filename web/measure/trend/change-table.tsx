import { useMemo } from 'react'
import type { TrendAnswer, TrendSeries } from '../../../src/measure/trend/contract.ts'
import { lastChange } from '../../../src/measure/trend/rules/build-series.ts'
import { isLessBetter, readFigure } from '../../../src/measure/trend/rules/figure.ts'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { trendTexts } from '../../i18n/trend.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { figureGroups, groupOf, useFigureName } from './words.ts'

type Verdict = 'up' | 'down' | 'level' | 'broken' | 'unknown' | 'first'

function verdictOf({ points, steps }: TrendSeries): Verdict {
  if (points.length < 2) return 'first'
  const change = lastChange(points, steps)
  if (!change) return 'broken'
  if (!change.interval) return 'unknown'
  const [low, high] = change.interval
  return low > 0 ? 'up' : high < 0 ? 'down' : 'level'
}

function toneOf(series: TrendSeries): Tone {
  const verdict = verdictOf(series)
  if (verdict !== 'up' && verdict !== 'down') return 'neutral'
  const figure = readFigure(series.figure)
  return (verdict === 'up') !== (figure !== undefined && isLessBetter(figure)) ? 'good' : 'warning'
}

/** Every figure of a series with its last change, each leading to its own chart. */
export function ChangeTable({ answer }: { readonly answer: TrendAnswer }) {
  const t = useTexts(trendTexts)
  const format = useFormats()
  const figureName = useFigureName()
  const columns = useMemo(
    (): readonly TableColumn<TrendSeries>[] => [
      { id: 'figure', header: t('changes.figure'), value: (series) => figureName(series) },
      {
        id: 'last',
        header: t('changes.last'),
        value: ({ points }) => points.at(-1)?.value ?? null,
        decimals: 1,
      },
      {
        id: 'change',
        header: t('changes.change'),
        value: ({ points, steps }) => lastChange(points, steps)?.value ?? null,
        cell: ({ points, steps }) => {
          const change = lastChange(points, steps)
          return change ? format.change(change.value) : '–'
        },
      },
      {
        id: 'interval',
        header: t('changes.interval'),
        sortable: false,
        value: ({ points, steps }) => {
          const interval = lastChange(points, steps)?.interval
          return interval ? format.interval(interval[0], interval[1]) : null
        },
      },
      {
        id: 'verdict',
        header: t('changes.verdict'),
        value: (series) => t(`changes.${verdictOf(series)}`),
        cell: (series) => <Status tone={toneOf(series)}>{t(`changes.${verdictOf(series)}`)}</Status>,
      },
      {
        id: 'group',
        header: t('choose.kind'),
        hidden: true,
        value: (series) => t(`group.${groupOf(series)}`),
        filter: {
          of: (series) => groupOf(series),
          label: (group) => t(`group.${figureGroups.find((one) => one === group) ?? 'whole'}`),
        },
      },
    ],
    [t, format, figureName],
  )
  return (
    <DataTable
      title={t('changes.title')}
      name="changes"
      rows={answer.series}
      columns={columns}
      rowKey={({ figure }) => figure}
      rowLink={({ figure }) => ({
        to: '/measure/trend',
        search: { kind: answer.kind, ...(answer.name === '' ? {} : { name: answer.name }), figure },
      })}
      phone="scroll"
    />
  )
}
