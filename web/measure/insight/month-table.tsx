/** The months of a season with how many contacts are behind each, and the way to them. */
import type { SeasonPoint } from '../../../src/measure/insight/contract.ts'
import type { PathTarget } from '../../design/path-target.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly months: readonly SeasonPoint[]
  readonly level: number
  readonly nameOf: (date: string) => string
  readonly linkOf: (month: SeasonPoint) => PathTarget
}

export function MonthTable({ months, level, nameOf, linkOf }: Props) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const columns: readonly TableColumn<SeasonPoint>[] = [
    { id: 'month', header: t('season.month'), value: ({ from }) => from, cell: ({ from }) => nameOf(from) },
    { id: 'total', header: t('season.total'), value: ({ total }) => total, decimals: 1 },
    {
      id: 'interval',
      header: t('column.interval', { level: format.number(level * 100) }),
      align: 'end',
      value: ({ interval }) => (interval ? format.interval(...interval) : null),
    },
    { id: 'n', header: t('season.contacts'), value: ({ n }) => n },
    { id: 'unanswered', header: t('season.unanswered'), value: ({ n, nAnswered }) => n - nAnswered },
  ]
  return (
    <DataTable
      title={t('season.table')}
      name="months"
      rows={months}
      columns={columns}
      rowKey={({ from }) => from}
      rowLink={linkOf}
      phone="scroll"
    />
  )
}
