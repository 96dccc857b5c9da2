/** The classes, the channels and all the figures as tables to sort, filter and take away. */
import { useMemo } from 'react'
import type {
  ChannelResult,
  ClassResult,
  NamedParticipant,
  ResultsAnswer,
  ScoreFigures,
} from '../../../src/measure/results/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { rangeText } from '../../design/chart/rank-dots.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { participantLink } from './links.ts'
import { useMethodWords } from './words.ts'

/** Columns that every group of contacts has: how many, total with interval, the answered ones, the unanswered ones. */
function useFigureColumns<Row extends ScoreFigures>(rows: readonly Row[]): readonly TableColumn<Row>[] {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  return useMemo(() => {
    const domain = niceDomain(
      rows.flatMap(({ totalResult, interval }) => [totalResult ?? [], interval ?? []].flat()),
      { limits: [0, 100] },
    )
    return [
      { id: 'total', header: t('figure.total'), value: ({ totalResult }) => totalResult, decimals: 1 },
      {
        id: 'interval',
        header: t('ranking.interval', { level: 95 }),
        sortable: false,
        value: ({ interval }) => (interval ? format.interval(...interval) : null),
        cell: ({ totalResult, interval }) =>
          totalResult !== null && interval ? (
            <Interval value={totalResult} low={interval[0]} high={interval[1]} domain={domain} />
          ) : (
            '–'
          ),
      },
      { id: 'n', header: t('figure.n'), value: ({ n }) => n },
      {
        id: 'answered',
        header: t('figure.answered'),
        value: ({ answeredScore }) => answeredScore,
        decimals: 1,
      },
      { id: 'unanswered', header: t('figure.unanswered'), value: ({ n, nAnswered }) => n - nAnswered },
    ]
  }, [t, format, rows])
}

export function ClassTable({ results }: { readonly results: ResultsAnswer }) {
  const t = useTexts(resultsTexts)
  const figures = useFigureColumns(results.classes)
  const columns = useMemo(
    (): readonly TableColumn<ClassResult>[] => [
      { id: 'class', header: t('classes.class'), value: (row) => row.class },
      ...figures,
      { id: 'participants', header: t('classes.participants'), value: (row) => row.participants },
    ],
    [t, figures],
  )
  return (
    <DataTable
      title={t('classes.title')}
      name="classes"
      rows={results.classes}
      columns={columns}
      rowKey={(row) => row.class}
      rowLink={(row) => ({
        to: '/measure/editions/$editionId/results',
        params: { editionId: results.editionId },
        search: { class: row.class },
      })}
      usualSorting={{ column: 'total', descending: true }}
      phone="scroll"
    />
  )
}

export function ChannelTable({ results }: { readonly results: ResultsAnswer }) {
  const t = useTexts(resultsTexts)
  const words = useMethodWords(results.method)
  const figures = useFigureColumns(results.channels)
  const columns: readonly TableColumn<ChannelResult>[] = [
    { id: 'channel', header: t('channels.channel'), value: (row) => words.channel(row.channel) },
    ...figures,
    { id: 'participants', header: t('classes.participants'), value: (row) => row.participants },
    ...(results.view === 'organiser'
      ? [
          {
            id: 'best',
            header: t('channels.best'),
            value: (row: ChannelResult) => row.best.join(', '),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      title={t('channels.title')}
      name="channels"
      rows={results.channels}
      columns={columns}
      rowKey={(row) => row.channel}
      rowLink={(row) => ({
        to: '/measure/editions/$editionId/results',
        params: { editionId: results.editionId },
        search: { channel: row.channel },
      })}
      phone="scroll"
    />
  )
}

/** Every participant with every figure: the ones that answer most first, the rest by choice of columns. */
export function AllFigures({ results }: { readonly results: ResultsAnswer }) {
  const t = useTexts(resultsTexts)
  const words = useMethodWords(results.method)
  const columns: readonly TableColumn<NamedParticipant>[] = [
    {
      id: 'name',
      header: t('all.participant'),
      value: (row) => row.participant,
      cell: (row) => <span className="lp-nowrap">{row.participant}</span>,
    },
    { id: 'rank', header: t('figure.place'), value: (row) => row.rank },
    { id: 'total', header: t('figure.total'), value: (row) => row.totalResult, decimals: 1 },
    { id: 'range', header: t('figure.possible'), value: (row) => rangeText(row.rankRange), align: 'end' },
    {
      id: 'class',
      header: t('classes.class'),
      value: (row) => row.class,
      cell: (row) => <span className="lp-nowrap">{row.class}</span>,
      filter: { of: (row) => row.class, label: (name) => name },
    },
    { id: 'classRank', header: t('figure.classPlace'), value: (row) => row.classRank, hidden: true },
    { id: 'n', header: t('figure.n'), value: (row) => row.n },
    { id: 'unanswered', header: t('figure.unanswered'), value: (row) => row.n - row.nAnswered },
    {
      id: 'low',
      header: t('figure.low'),
      value: (row) => row.interval?.[0] ?? null,
      decimals: 1,
      hidden: true,
    },
    {
      id: 'high',
      header: t('figure.high'),
      value: (row) => row.interval?.[1] ?? null,
      decimals: 1,
      hidden: true,
    },
    { id: 'answered', header: t('figure.answered'), value: (row) => row.answeredScore, decimals: 1 },
    ...results.method.areas.map(({ id }) => ({
      id: `area-${id}`,
      header: words.area(id),
      value: (row: NamedParticipant) => row.areas[id] ?? null,
      decimals: 1,
      hidden: true,
    })),
  ]
  return (
    <DataTable
      title={t('all.title')}
      name="all"
      usualPageSize={10}
      rows={results.participants}
      columns={columns}
      rowKey={(row) => row.participantId}
      rowLink={(row) => participantLink(results.editionId, row.participantId)}
      isHighlighted={(row) => results.own.includes(row.participantId)}
      usualSorting={{ column: 'rank', descending: false }}
      phone="scroll"
    />
  )
}
