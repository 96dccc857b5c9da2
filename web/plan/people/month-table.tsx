/** Every month with its people, its need and how likely it is that they are enough. */
import { useMemo } from 'react'
import type { HeadcountMonth } from '../../../src/plan/headcount/contract.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useMonthNames } from './month-name.ts'

export function MonthTable({ months }: { readonly months: readonly HeadcountMonth[] }) {
  const t = useTexts(headcountTexts)
  const columns = useColumns()
  return (
    <div className="lp-card">
      <DataTable title={t('table.title')} rows={months} columns={columns} rowKey={({ month }) => month} />
    </div>
  )
}

type Estimate = { readonly mean: number; readonly low: number; readonly high: number }

function useColumns(): readonly TableColumn<HeadcountMonth>[] {
  const t = useTexts(headcountTexts)
  const format = useFormats()
  const { name } = useMonthNames()
  return useMemo(() => {
    const estimate = ({ mean, low, high }: Estimate, note?: string) => (
      <>
        <span className="lp-number">{format.number(mean, 1)}</span>
        <span className="lp-small lp-quiet lp-under lp-nowrap">{format.interval(low, high)}</span>
        {note !== undefined && <span className="lp-small lp-quiet lp-under">{note}</span>}
      </>
    )
    const plain = (id: 'start' | 'hires' | 'leavers' | 'end'): TableColumn<HeadcountMonth> => ({
      id,
      header: t(`table.${id}`),
      value: (month) => month[id],
      decimals: 1,
    })
    const band = (id: keyof HeadcountMonth['bands']): TableColumn<HeadcountMonth> => ({
      id,
      header: t(`table.band.${id}`),
      value: ({ bands }) => bands[id],
      decimals: 1,
      hidden: true,
    })
    return [
      {
        id: 'month',
        header: t('table.month'),
        value: ({ month }) => month,
        cell: ({ month }) => <span className="lp-nowrap">{name(month)}</span>,
      },
      plain('start'),
      plain('hires'),
      plain('leavers'),
      plain('end'),
      band('training'),
      band('firstYear'),
      band('later'),
      {
        id: 'have',
        header: t('table.have'),
        value: ({ have }) => have.mean,
        decimals: 1,
        cell: ({ have }) => estimate(have),
      },
      {
        id: 'need',
        header: t('table.need'),
        value: ({ need }) => need?.mean ?? null,
        decimals: 1,
        align: 'end',
        cell: ({ need, needFrom }) =>
          need === null ? '–' : estimate(need, needFrom === null ? undefined : t(`table.from.${needFrom}`)),
      },
      {
        id: 'gap',
        header: t('table.gap'),
        value: ({ gap }) => gap?.mean ?? null,
        decimals: 1,
        align: 'end',
        cell: ({ gap }) => (gap === null ? '–' : estimate(gap)),
      },
      {
        id: 'enough',
        header: t('table.enough'),
        value: ({ gap }) => gap?.enough ?? null,
        decimals: 2,
        align: 'end',
        cell: ({ gap }) => (gap === null ? '–' : format.percent(gap.enough)),
      },
    ]
  }, [t, format, name])
}
