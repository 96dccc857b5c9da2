/** The questions of a gap, those that take most first. */
import { useMemo } from 'react'
import type { ParticipantInsightAnswer, ShownGap } from '../../../src/measure/insight/contract.ts'
import type { SubmissionFilter } from '../../../src/measure/results/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from '../results/links.ts'
import { useQuestionText } from './insight-words.ts'

type Step = ShownGap['steps'][number]
type Row = {
  readonly question: string
  readonly name: string
  readonly part: string
  readonly value: number
  readonly interval: readonly [number, number] | null
  readonly own: number | null
  readonly reference: number | null
  readonly filter: SubmissionFilter
}

type Props = {
  readonly gap: ShownGap
  readonly insight: ParticipantInsightAnswer
  readonly filterOf: (step: Step) => SubmissionFilter
  readonly nameOf: (step: Step) => string
}

export function GapTable({ gap, insight, filterOf, nameOf }: Props) {
  const t = useTexts(insightTexts)
  const { number, change, interval: writeInterval } = useFormats()
  const text = useQuestionText(insight.method, insight.questions)
  const questions = gap.steps
    .flatMap((step) =>
      step.questions.map(
        (one): Row => ({
          ...one,
          name: text(one.question),
          part: nameOf(step),
          filter: { ...filterOf(step), question: one.question },
        }),
      ),
    )
    .toSorted((a, b) => a.value - b.value)
  const domain = niceDomain(questions.flatMap(({ value, interval }) => [value, 0, ...(interval ?? [])]))
  const columns = useMemo(
    (): readonly TableColumn<Row>[] => [
      { id: 'question', header: t('column.question'), value: ({ name }) => name },
      {
        id: 'points',
        header: t('column.points'),
        value: ({ value }) => value,
        cell: ({ value }) => change(value),
      },
      {
        id: 'interval',
        header: t('column.interval', { level: number(insight.level * 100) }),
        sortable: false,
        axis: domain,
        value: ({ interval }) => (interval ? writeInterval(...interval) : null),
        cell: ({ value, interval }) =>
          interval ? <Interval value={value} low={interval[0]} high={interval[1]} domain={domain} /> : '–',
      },
      { id: 'own', header: t('column.own'), value: ({ own }) => own, decimals: 1, align: 'end' },
      {
        id: 'reference',
        header: t('column.reference'),
        value: ({ reference }) => reference,
        decimals: 1,
        align: 'end',
      },
      {
        id: 'area',
        header: t('column.area'),
        value: ({ part }) => part,
        filter: { of: ({ part }) => part, label: (part) => part },
      },
    ],
    [t, number, change, writeInterval, insight.level, domain],
  )
  return (
    <DataTable
      title={t('gap.table')}
      name="gap"
      rows={questions}
      columns={columns}
      rowKey={({ question }) => question}
      usualPageSize={10}
      rowLink={({ filter }) => submissionsLink(insight.editionId, filter)}
      usualSorting={{ column: 'points', descending: false }}
      phone="scroll"
    />
  )
}
