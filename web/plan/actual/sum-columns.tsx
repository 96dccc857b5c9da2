/** The columns of plan against actual, whatever a row sums up. */
import { useMemo } from 'react'
import { type ActualSum, attendance } from '../../../src/plan/shifts/actual/rules/sum-up.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { planActualTexts } from '../../i18n/plan-actual.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** `key` sorts, `name` is read. */
export type SumRow = ActualSum & { readonly key: string; readonly name: string }

export function useSumColumns(first: string): readonly TableColumn<SumRow>[] {
  const t = useTexts(planActualTexts)
  const { percent } = useFormats()
  return useMemo(() => {
    const people = (id: 'needed' | 'neededFor' | 'scheduled' | 'present', hidden = false) =>
      ({
        id,
        header: t(`days.${id}`),
        value: (row: SumRow) => row[id],
        decimals: 1,
        align: 'end',
        hidden,
      }) as const
    const share = (id: 'attendance' | 'inTime', of: (row: SumRow) => number | null) =>
      ({
        id,
        header: t(`days.${id}`),
        value: of,
        cell: (row: SumRow) => {
          const value = of(row)
          return value === null ? '–' : percent(value)
        },
        align: 'end',
      }) as const
    return [
      { id: 'key', header: first, value: ({ key }) => key, cell: ({ name }) => name },
      people('needed', true),
      people('neededFor'),
      people('scheduled'),
      people('present'),
      share('attendance', attendance),
      {
        id: 'offered',
        header: t('days.offered'),
        value: ({ offered }) => offered,
        decimals: 0,
        align: 'end',
      },
      {
        id: 'wait',
        header: t('days.wait'),
        value: ({ waitSeconds }) => waitSeconds,
        decimals: 0,
        align: 'end',
      },
      share('inTime', ({ inTime }) => inTime),
      {
        id: 'abandoned',
        header: t('days.abandoned'),
        value: ({ abandoned }) => abandoned,
        decimals: 0,
        align: 'end',
      },
    ]
  }, [t, percent, first])
}
