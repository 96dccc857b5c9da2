/** Where the differences between scores come from, and how reliable the totals are. */
import { useMemo } from 'react'
import type {
  Component,
  QualityAnswer,
  Reliability,
  Variance,
} from '../../../src/measure/quality/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { qualityTexts } from '../../i18n/quality.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { inSentence } from '../results/words.ts'
import { Advice } from './advice.tsx'
import { useQualityWords } from './words.ts'

type Props = { readonly quality: QualityAnswer; readonly variance: Variance }

export function VarianceCard({ variance }: Props) {
  const t = useTexts(qualityTexts)
  const { number, percent, interval } = useFormats()
  const domain = niceDomain([0, 100], { limits: [0, 100] })
  const columns: readonly TableColumn<Component>[] = [
    { id: 'component', header: t('variance.component'), value: (row) => t(`variance.${row.component}`) },
    {
      id: 'share',
      header: t('variance.share'),
      value: (row) => row.share * 100,
      cell: (row) => percent(row.share),
      align: 'end',
    },
    {
      id: 'interval',
      header: t('interval'),
      axis: domain,
      sortable: false,
      value: (row) => (row.interval ? interval(row.interval[0] * 100, row.interval[1] * 100) : null),
      cell: (row) =>
        row.interval && (
          <div className="lp-quality-chart">
            <Interval
              value={row.share * 100}
              low={row.interval[0] * 100}
              high={row.interval[1] * 100}
              domain={domain}
            />
          </div>
        ),
    },
  ]
  const own = variance.components
    .filter(({ component }) => component === 'participant' || component === 'participantChannel')
    .reduce((sum, { share }) => sum + share, 0)
  return (
    <>
      <DataTable
        title={t('variance.title', { share: percent(own) })}
        name="variance"
        rows={variance.components}
        columns={columns}
        rowKey={(row) => row.component}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('variance.caption', { n: number(variance.contacts) })}</p>
      <Advice means={t('variance.means')} act={t('variance.act')} />
    </>
  )
}

export function ReliabilityCard({ quality, variance }: Props) {
  const t = useTexts(qualityTexts)
  const { number } = useFormats()
  const columns = useReliabilityColumns(quality)
  const usual = variance.reliability[0]
  if (!usual) return null
  return (
    <>
      <DataTable
        title={t('reliability.title', { value: number(usual.value, 2), n: number(usual.contacts) })}
        name="reliability"
        rows={variance.reliability}
        columns={columns}
        rowKey={(row) => row.channels.join(' ')}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('reliability.caption')}</p>
      <Advice means={t('reliability.means')} act={t('reliability.act')} />
    </>
  )
}

const inList = (name: string, at: number) => (at === 0 ? name : inSentence(name))

function useReliabilityColumns(quality: QualityAnswer): readonly TableColumn<Reliability>[] {
  const t = useTexts(qualityTexts)
  const { number, interval } = useFormats()
  const words = useQualityWords(quality)
  return useMemo(() => {
    const domain = niceDomain([0, 1], { limits: [0, 1] })
    return [
      {
        id: 'channels',
        header: t('reliability.channels'),
        value: (row) => row.channels.map(words.channel).map(inList).join(', '),
      },
      { id: 'participants', header: t('reliability.participants'), value: (row) => row.participants },
      { id: 'contacts', header: t('reliability.contacts'), value: (row) => row.contacts },
      { id: 'value', header: t('reliability.value'), value: (row) => row.value, decimals: 2 },
      {
        id: 'interval',
        header: t('interval'),
        axis: domain,
        sortable: false,
        value: (row) => (row.interval ? interval(...row.interval, 2) : null),
        cell: (row) =>
          row.interval && (
            <div className="lp-quality-chart">
              <Interval
                value={row.value}
                low={row.interval[0]}
                high={row.interval[1]}
                domain={domain}
                decimals={2}
              />
            </div>
          ),
      },
      {
        id: 'needed',
        header: t('reliability.needed'),
        value: (row) => row.needed,
        cell: (row) => (row.needed === null ? t('reliability.many') : number(row.needed)),
        align: 'end',
      },
    ] satisfies readonly TableColumn<Reliability>[]
  }, [t, number, interval, words])
}
