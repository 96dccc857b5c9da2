/** Which ten first, and why? */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { PriorityView } from '../../../src/understand/overview/contract.ts'
import { type PriorityWeights, rankTopics } from '../../../src/understand/overview/rules/priority.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { DataTable } from '../../design/table/data-table.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { topicLink } from './links.ts'
import { OldFigures } from './old-figures.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { type PriorityLine, usePriorityColumns } from './priority-columns.tsx'
import { DecisionText } from './topic-decisions.tsx'
import { type UsePeriod, usePeriod } from './use-period.ts'
import { WeightsCard } from './weights-card.tsx'
import './overview.css'

export function PriorityPage() {
  const t = useTexts(overviewTexts)
  const period = usePeriod()
  const query = useQuery({
    ...api.overview.priority.get.queryOptions({ input: period.chosen }),
    placeholderData: keepPreviousData,
  })
  const view = query.data as PriorityView | undefined
  const [tried, setTried] = useState<PriorityWeights>()
  const weights = tried ?? view?.weights
  const lines = useMemo(() => (view && weights ? linesOf(view, weights) : []), [view, weights])
  const [first] = lines
  const ready = lines.filter(({ ranked }) => !ranked.isParked).length
  return (
    <UnderstandFrame
      part="priority"
      width="wide"
      title={
        first
          ? t('priority.title', { count: ready >= 10 ? 10 : 1, name: first.row.name })
          : t('priority.name')
      }
      subtitle={t('priority.subtitle', { number: lines.length - ready })}
    >
      <Awaited query={query} lines={12}>
        {(answer) =>
          answer.period === null ? (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          ) : (
            <Filled
              view={answer as PriorityView}
              lines={lines}
              weights={weights!}
              onWeights={setTried}
              period={period}
            />
          )
        }
      </Awaited>
    </UnderstandFrame>
  )
}

/** The same rule as everywhere: the page only chooses the weights. */
function linesOf(view: PriorityView, weights: PriorityWeights): readonly PriorityLine[] {
  const rows = new Map(view.rows.map((row) => [row.topicId, row]))
  return rankTopics(view.rows, view.usual, weights).map((ranked) => ({
    ranked,
    row: rows.get(ranked.topicId)!,
  }))
}

type Props = {
  readonly view: PriorityView
  readonly lines: readonly PriorityLine[]
  readonly weights: PriorityWeights
  readonly onWeights: (weights: PriorityWeights | undefined) => void
  readonly period: UsePeriod
}

function Filled({ view, lines, weights, onWeights, period }: Props) {
  const t = useTexts(overviewTexts)
  const [placing, setPlacing] = useState<PriorityLine>()
  const columns = usePriorityColumns(setPlacing)
  return (
    <>
      <OldFigures period={view.period!} />
      <PeriodChoice {...period} period={view.period!} />
      <WeightsCard saved={view.weights} weights={weights} onWeights={onWeights} />
      <div className="lp-card lp-topics">
        <DataTable
          title={t('priority.table')}
          rows={lines}
          columns={columns}
          rowKey={({ row }) => row.topicId}
          rowLink={({ row }) => topicLink(row.topicId)}
        />
      </div>
      <Log view={view} />
      <PlaceDialog line={placing} onClose={() => setPlacing(undefined)} />
    </>
  )
}

function Log({ view }: { readonly view: PriorityView }) {
  const t = useTexts(overviewTexts)
  const { number } = useFormats()
  if (view.decisions.length === 0) return null
  return (
    <section className="lp-card" aria-labelledby="priority-log">
      <h2 id="priority-log">
        {t('priority.log')} <span className="lp-quiet">{number(view.decisions.length)}</span>
      </h2>
      <ul className="lp-records">
        {view.decisions.map((decision) => (
          <li key={`${decision.at} ${decision.topicId} ${decision.kind}`}>
            <strong>{decision.topic}</strong>
            <DecisionText decision={decision} />
          </li>
        ))}
      </ul>
    </section>
  )
}
