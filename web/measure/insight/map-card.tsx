/** What matters and where we are weak: questions by how closely they go with satisfaction and by distance to the class. */
import { useQuery } from '@tanstack/react-query'
import type {
  InsightAnswer,
  OutcomeDrivers,
  ParticipantInsightAnswer,
} from '../../../src/measure/insight/contract.ts'
import type { ParticipantAnswer } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from '../results/links.ts'
import { Choice } from './choice.tsx'
import { useChosen } from './chosen.ts'
import { useRefusalText } from './driver-card.tsx'
import { type PlacedQuestion, placeQuestions } from './importance.ts'
import { ImportanceMap } from './importance-map.tsx'
import { useQuestionText } from './insight-words.ts'

type Props = { readonly insight: ParticipantInsightAnswer; readonly answer: ParticipantAnswer }

export function MapCard({ insight, answer }: Props) {
  const t = useTexts(insightTexts)
  const language = useLanguage()
  const { editionId, outcomes } = insight
  const hasClass = insight.classMonths !== undefined
  const outcome = useChosen(
    'outcome',
    outcomes.map(({ id }) => id),
  )
  const input = { editionId, ...(hasClass ? { class: insight.class } : {}) }
  const scope = useQuery(api.insight.get.queryOptions({ input }))
  const isRefused =
    hasClass && driversOf(scope.data as InsightAnswer | undefined, outcome[0])?.questions.kind === 'refused'
  const whole = useQuery({ ...api.insight.get.queryOptions({ input: { editionId } }), enabled: isRefused })
  if (outcomes.length === 0) return null
  return (
    <div className="lp-stack">
      <div className="lp-results-choice lp-insight-choice lp-no-print">
        <Choice
          label={t('choose.outcome')}
          chosen={outcome}
          options={outcomes.map(({ id, text }) => [id, text[language]])}
        />
      </div>
      <Awaited query={isRefused ? whole : scope}>
        {(data) => (
          <Placed
            insight={insight}
            answer={answer}
            scope={data as InsightAnswer}
            outcome={outcomes.find(({ id }) => id === outcome[0])!}
          />
        )}
      </Awaited>
    </div>
  )
}

function driversOf(scope: InsightAnswer | undefined, outcome: string): OutcomeDrivers | undefined {
  return scope?.insight.drivers.find((one) => one.outcome === outcome)
}

type PlacedProps = Props & {
  readonly scope: InsightAnswer
  readonly outcome: InsightAnswer['outcomes'][number]
}

function Placed({ insight, answer, scope, outcome }: PlacedProps) {
  const t = useTexts(insightTexts)
  const language = useLanguage()
  const format = useFormats()
  const text = useQuestionText(insight.method, insight.questions)
  const refusal = useRefusalText()
  const drivers = driversOf(scope, outcome.id)?.questions
  if (drivers?.kind !== 'weighed')
    return <EmptyState title={drivers ? t('map.refused', { reason: refusal(drivers) }) : t('empty')} />
  const placed = placeQuestions(drivers, answer.questions)
  const focus = placed.find(({ isFocus }) => isFocus)
  const table = {
    header: [t('column.question'), t('map.important'), t('map.difference'), t('column.own'), t('column.n')],
    rows: placed.map((one) => [text(one.question), one.weight * 100, one.difference, one.score, one.n]),
    decimals: 1,
  }
  return (
    <>
      <ChartFrame
        title={focus ? t('map.title', { question: text(focus.question) }) : t('map.titleNone')}
        subtitle={t('map.subtitle', {
          outcome: `«${outcome.text[language]}»`,
          scope: t(scope.class === undefined ? 'map.scopeEdition' : 'map.scopeClass'),
          n: format.number(drivers.n),
        })}
        table={table}
        note={t('map.notCause')}
      >
        <ImportanceMap placed={placed} text={text} />
      </ChartFrame>
      <PlacedTable placed={placed} text={text} insight={insight} />
    </>
  )
}

type TableProps = {
  readonly placed: readonly PlacedQuestion[]
  readonly text: (id: string) => string
  readonly insight: ParticipantInsightAnswer
}

function PlacedTable({ placed, text, insight: { editionId, participantId } }: TableProps) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const adviceOf = ({ isFocus, isStrong }: PlacedQuestion) =>
    isFocus ? t('map.focus') : isStrong ? t('map.strong') : null
  const columns: readonly TableColumn<PlacedQuestion>[] = [
    { id: 'question', header: t('column.question'), value: ({ question }) => text(question) },
    {
      id: 'weight',
      header: t('map.important'),
      value: ({ weight }) => weight,
      cell: ({ weight }) => format.percent(weight, 1),
    },
    {
      id: 'difference',
      header: t('map.difference'),
      value: ({ difference }) => difference,
      cell: ({ difference }) => format.change(difference),
    },
    { id: 'score', header: t('column.own'), value: ({ score }) => score, decimals: 1 },
    { id: 'n', header: t('column.n'), value: ({ n }) => n },
    {
      id: 'advice',
      header: t('channels.verdict'),
      value: adviceOf,
      cell: (row) =>
        row.isFocus || row.isStrong ? (
          <Status tone={row.isFocus ? 'warning' : 'good'}>{adviceOf(row)}</Status>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <DataTable
      title={t('map.table')}
      name="map"
      rows={placed}
      usualPageSize={10}
      columns={columns}
      rowKey={({ question }) => question}
      rowLink={({ question }) => submissionsLink(editionId, { participantId, question })}
      phone="scroll"
    />
  )
}
