import type { ItemQuality, QualityAnswer } from '../../../src/measure/quality/contract.ts'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { qualityTexts } from '../../i18n/quality.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { Advice } from './advice.tsx'
import { useQualityWords } from './words.ts'

const limits = { end: 0.85, notApplicable: 0.3, itemRest: 0.2 }

type Remark = 'ceiling' | 'floor' | 'oftenNa' | 'apart' | 'fine'

/** The first thing to be said of a question. */
function remarkOf({ highest, lowest, notApplicable, itemRest, clock }: ItemQuality): Remark {
  if (highest >= limits.end) return 'ceiling'
  if (lowest >= limits.end) return 'floor'
  if (notApplicable >= limits.notApplicable) return 'oftenNa'
  return !clock && itemRest !== null && itemRest < limits.itemRest ? 'apart' : 'fine'
}

export function ItemsCard({ quality }: { readonly quality: QualityAnswer }) {
  const t = useTexts(qualityTexts)
  const { percent } = useFormats()
  const words = useQualityWords(quality)
  const { items, editionId } = quality
  const count = items.filter((item) => remarkOf(item) !== 'fine').length
  const shareColumn = (id: 'lowest' | 'highest' | 'notApplicable'): TableColumn<ItemQuality> => ({
    id,
    header: t(`items.${id}`),
    value: (row) => row[id] * 100,
    cell: (row) => percent(row[id]),
    align: 'end',
  })
  const columns: readonly TableColumn<ItemQuality>[] = [
    {
      id: 'question',
      header: t('question'),
      value: (row) => words.question(row.question),
      cell: (row) => <span className="lp-quality-question">{words.question(row.question)}</span>,
    },
    { id: 'itemRest', header: t('items.itemRest'), value: (row) => row.itemRest, decimals: 2 },
    shareColumn('highest'),
    shareColumn('lowest'),
    shareColumn('notApplicable'),
    { id: 'n', header: t('n'), value: (row) => row.n },
    {
      id: 'remark',
      header: t('remark'),
      value: (row) => t(`items.${remarkOf(row)}`),
      cell: (row) => (
        <Status tone={remarkOf(row) === 'fine' ? 'neutral' : 'warning'}>{t(`items.${remarkOf(row)}`)}</Status>
      ),
    },
  ]
  return (
    <>
      <DataTable
        title={count === 0 ? t('items.title') : t('items.titleSome', { count })}
        name="items"
        usualPageSize={10}
        rows={items}
        columns={columns}
        rowKey={(row) => row.question}
        rowLink={(row) => ({
          to: '/measure/editions/$editionId/results/submissions',
          params: { editionId },
          search: { question: row.question },
        })}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('items.caption')}</p>
      <Advice means={t('items.means')} act={t('items.act')} />
    </>
  )
}
