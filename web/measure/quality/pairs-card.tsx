/** Questions that say the same, and how the questions of each area hang together. */
import type { Consistency, ItemPair, QualityAnswer } from '../../../src/measure/quality/contract.ts'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { qualityTexts } from '../../i18n/quality.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { Advice } from './advice.tsx'
import { useQualityWords } from './words.ts'

const same = 0.8
const limits = { repeats: 0.95, loose: 0.6 }

export function PairsCard({ quality }: { readonly quality: QualityAnswer }) {
  return (
    <div className="lp-stack">
      <Pairs quality={quality} />
      {quality.consistency.length > 0 && <ConsistencyTable quality={quality} />}
    </div>
  )
}

function Pairs({ quality }: { readonly quality: QualityAnswer }) {
  const t = useTexts(qualityTexts)
  const { interval } = useFormats()
  const words = useQualityWords(quality)
  const count = quality.pairs.filter(({ rho }) => rho >= same).length
  const question = (id: 'one' | 'other'): TableColumn<ItemPair> => ({
    id,
    header: t(`pairs.${id}`),
    value: (row) => words.question(row[id]),
    cell: (row) => <span className="lp-quality-question">{words.question(row[id])}</span>,
  })
  const columns: readonly TableColumn<ItemPair>[] = [
    question('one'),
    question('other'),
    { id: 'rho', header: t('pairs.rho'), value: (row) => row.rho, decimals: 2 },
    {
      id: 'interval',
      header: t('interval'),
      value: (row) => interval(...row.interval, 2),
      align: 'end',
      sortable: false,
    },
    { id: 'n', header: t('n'), value: (row) => row.n },
    {
      id: 'remark',
      header: t('remark'),
      value: (row) => t(row.rho >= same ? 'pairs.same' : 'pairs.related'),
      cell: (row) => (
        <Status tone={row.rho >= same ? 'warning' : 'neutral'}>
          {t(row.rho >= same ? 'pairs.same' : 'pairs.related')}
        </Status>
      ),
    },
  ]
  return (
    <div>
      <DataTable
        title={count === 0 ? t('pairs.title') : t('pairs.titleSome', { count })}
        name="pairs"
        usualPageSize={10}
        rows={quality.pairs}
        columns={columns}
        rowKey={(row) => `${row.one} ${row.other}`}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('pairs.caption')}</p>
      <Advice act={t('pairs.act')} />
    </div>
  )
}

function ConsistencyTable({ quality }: { readonly quality: QualityAnswer }) {
  const t = useTexts(qualityTexts)
  const { interval } = useFormats()
  const words = useQualityWords(quality)
  const remark = ({ alpha }: Consistency) =>
    alpha > limits.repeats ? 'repeats' : alpha < limits.loose ? 'loose' : 'fine'
  const columns: readonly TableColumn<Consistency>[] = [
    { id: 'area', header: t('area'), value: (row) => words.area(row.area) },
    { id: 'form', header: t('consistency.form'), value: (row) => t(`consistency.${row.form}`) },
    { id: 'questions', header: t('consistency.questions'), value: (row) => row.questions },
    { id: 'alpha', header: t('consistency.alpha'), value: (row) => row.alpha, decimals: 2 },
    {
      id: 'interval',
      header: t('interval'),
      value: (row) => (row.interval ? interval(...row.interval, 2) : null),
      align: 'end',
      sortable: false,
    },
    { id: 'omega', header: t('consistency.omega'), value: (row) => row.omega, decimals: 2 },
    {
      id: 'omegaInterval',
      header: t('interval'),
      value: (row) => (row.omegaInterval ? interval(...row.omegaInterval, 2) : null),
      align: 'end',
      sortable: false,
    },
    { id: 'n', header: t('n'), value: (row) => row.n },
    {
      id: 'remark',
      header: t('remark'),
      value: (row) => t(`consistency.${remark(row)}`),
      cell: (row) => (
        <Status tone={remark(row) === 'fine' ? 'neutral' : 'information'}>
          {t(`consistency.${remark(row)}`)}
        </Status>
      ),
    },
  ]
  return (
    <div>
      <DataTable
        title={t('consistency.title')}
        name="consistency"
        rows={quality.consistency}
        columns={columns}
        rowKey={(row) => `${row.area} ${row.form}`}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('consistency.caption')}</p>
    </div>
  )
}
