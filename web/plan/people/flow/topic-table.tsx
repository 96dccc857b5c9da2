/** What the queues are about, and how much of it is failure demand. */
import { useMemo } from 'react'
import type { AvoidableTopic, FlowView } from '../../../../src/plan/flow/contract.ts'
import type { TableColumn } from '../../../design/table/column.ts'
import { DataTable } from '../../../design/table/data-table.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import type { Formats } from '../../../i18n/format.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'

export function TopicTable({ flow: { topics } }: { readonly flow: FlowView }) {
  const t = useTexts(flowTexts)
  const columns = useColumns()
  if (topics.length === 0) return null
  return (
    <div className="lp-card">
      <DataTable
        title={t('topics.title')}
        name="topics"
        rows={topics}
        columns={columns}
        rowKey={({ topicId }) => topicId}
        rowLink={({ topicId }) => ({ to: '/understand/topics/$topicId', params: { topicId } })}
        usualSorting={{ column: 'contacts', descending: true }}
        usualPageSize={10}
      />
      <p className="lp-quiet lp-small">{t('topics.text')}</p>
    </div>
  )
}

function useColumns(): readonly TableColumn<AvoidableTopic>[] {
  const t = useTexts(flowTexts)
  const format = useFormats()
  return useMemo(
    () => [
      { id: 'name', header: t('topics.name'), value: ({ name }) => name },
      {
        id: 'contacts',
        header: t('topics.contacts'),
        value: ({ contacts }) => contacts.mean,
        decimals: 0,
        cell: ({ contacts }) => estimateOf(format, contacts),
      },
      { id: 'hours', header: t('topics.hours'), value: ({ hours }) => hours, decimals: 0 },
      {
        id: 'failure',
        header: t('topics.failure'),
        value: ({ failure }) => failure?.value ?? null,
        align: 'end',
        cell: ({ failure }) =>
          failure === null ? (
            <span className="lp-small lp-quiet">{t('topics.unknown')}</span>
          ) : (
            <>
              {format.percent(failure.value)}
              <span className="lp-small lp-quiet lp-under lp-nowrap">
                {format.interval(failure.low * 100, failure.high * 100, 0)} %
              </span>
            </>
          ),
      },
      {
        id: 'avoidable',
        header: t('topics.avoidable'),
        value: ({ avoidable }) => avoidable?.mean ?? null,
        decimals: 0,
        align: 'end',
        cell: ({ avoidable }) => (avoidable === null ? '–' : estimateOf(format, avoidable)),
      },
      {
        id: 'avoidableHours',
        header: t('topics.avoidableHours'),
        value: ({ avoidableHours }) => avoidableHours,
        decimals: 0,
        align: 'end',
      },
    ],
    [t, format],
  )
}

type Estimate = { readonly mean: number; readonly low: number; readonly high: number }

function estimateOf({ number, interval }: Formats, { mean, low, high }: Estimate) {
  return (
    <>
      <span className="lp-number">{number(mean, 0)}</span>
      <span className="lp-small lp-quiet lp-under lp-nowrap">{interval(low, high, 0)}</span>
    </>
  )
}
