import type { Agreement, QualityAnswer } from '../../../src/measure/quality/contract.ts'
import { EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { qualityTexts } from '../../i18n/quality.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { Advice } from './advice.tsx'
import { useQualityWords } from './words.ts'

type Line = Omit<Agreement['areas'][number], 'area'> & {
  readonly id: string
  readonly name: string
  readonly metric: string
}

/** Krippendorff's own limits: from 0.8 reliable, from 0.667 for tentative conclusions. */
const limits = { reliable: 0.8, tentative: 0.667 }

export function AgreementCard({ quality }: { readonly quality: QualityAnswer }) {
  const t = useTexts(qualityTexts)
  const { number } = useFormats()
  const { agreement } = quality
  const lines = useLines(quality)
  const columns = useColumns()
  if (lines.length === 0)
    return <EmptyState title={t('agreement.none')}>{t('agreement.noneText')}</EmptyState>
  const word = levelOf(agreement.total?.alpha ?? null)
  const words = { reliable: 'very', tentative: 'fairly', low: 'little', unknown: 'little' } as const
  return (
    <>
      <DataTable
        title={t('agreement.title', { word: t(`agreement.${words[word]}`) })}
        name="agreement"
        usualPageSize={10}
        rows={lines}
        columns={columns}
        rowKey={(row) => row.id}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('agreement.caption', { pairs: number(agreement.pairs) })}</p>
      <Advice means={t('agreement.means')} act={t('agreement.act')} />
    </>
  )
}

const levelOf = (alpha: number | null): 'reliable' | 'tentative' | 'low' | 'unknown' =>
  alpha === null
    ? 'unknown'
    : alpha >= limits.reliable
      ? 'reliable'
      : alpha >= limits.tentative
        ? 'tentative'
        : 'low'

/** The whole form first, then the areas, then the questions from the least agreed on. */
function useLines(quality: QualityAnswer): readonly Line[] {
  const t = useTexts(qualityTexts)
  const words = useQualityWords(quality)
  const { total, areas, questions } = quality.agreement
  const interval = t('agreement.intervalMetric')
  return [
    ...(total ? [{ ...total, id: 'total', name: t('agreement.total'), metric: interval }] : []),
    ...areas.map(({ area, ...rest }) => ({
      ...rest,
      id: `area ${area}`,
      name: words.area(area),
      metric: interval,
    })),
    ...questions
      .toSorted((a, b) => (a.alpha ?? 2) - (b.alpha ?? 2))
      .map(({ question, metric, ...rest }) => ({
        ...rest,
        id: question,
        name: words.question(question),
        metric: metric === 'interval' ? interval : t(`agreement.${metric}`),
      })),
  ]
}

function useColumns(): readonly TableColumn<Line>[] {
  const t = useTexts(qualityTexts)
  const { interval, percent } = useFormats()
  const tones = { reliable: 'good', tentative: 'neutral', low: 'warning', unknown: 'neutral' } as const
  return [
    {
      id: 'name',
      header: t('agreement.of'),
      value: (row) => row.name,
      cell: (row) => <span className="lp-quality-question">{row.name}</span>,
    },
    { id: 'metric', header: t('agreement.metric'), value: (row) => row.metric },
    { id: 'alpha', header: t('agreement.alpha'), value: (row) => row.alpha, decimals: 2 },
    {
      id: 'interval',
      header: t('interval'),
      value: (row) => (row.interval ? interval(...row.interval, 2) : null),
      sortable: false,
      align: 'end',
    },
    { id: 'n', header: t('n'), value: (row) => row.units },
    {
      id: 'agreed',
      header: t('agreement.agreed'),
      value: (row) => row.agreed * 100,
      cell: (row) => percent(row.agreed),
      align: 'end',
    },
    {
      id: 'remark',
      header: t('remark'),
      value: (row) => t(`agreement.${levelOf(row.alpha)}`),
      cell: (row) => <Status tone={tones[levelOf(row.alpha)]}>{t(`agreement.${levelOf(row.alpha)}`)}</Status>,
    },
  ]
}
