/** A participant's questions against its class, each with its answers and the submissions behind them. */
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ComparedQuestion, ParticipantAnswer } from '../../../src/measure/results/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { linkTo } from '../../design/path-target.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from './links.ts'
import { useMethodWords } from './words.ts'

const wholeScale = { low: 0, high: 100, ticks: [0, 50, 100] }

export function QuestionTable({ answer }: { readonly answer: ParticipantAnswer }) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const format = useFormats()
  const words = useMethodWords(answer.method)
  const columns = useMemo((): readonly TableColumn<ComparedQuestion>[] => {
    const answersText = ({ options, notApplicable }: ComparedQuestion) =>
      [
        ...options.map(({ label, count }) => `${label[language]} ${count}`),
        ...(notApplicable > 0 ? [`${t('participant.questions.na')} ${notApplicable}`] : []),
      ].join(' · ')
    return [
      { id: 'question', header: t('participant.questions.question'), value: ({ text }) => text[language] },
      { id: 'score', header: t('submissions.score'), value: ({ score }) => score, decimals: 1 },
      {
        id: 'interval',
        header: t('ranking.interval', { level: 95 }),
        sortable: false,
        value: ({ interval }) => (interval ? format.interval(...interval) : null),
        cell: ({ score, interval }) =>
          score !== null && interval ? (
            <Interval value={score} low={interval[0]} high={interval[1]} domain={wholeScale} />
          ) : (
            '–'
          ),
      },
      {
        id: 'class',
        header: t('participant.questions.class'),
        value: (row) => row.class?.score ?? null,
        decimals: 1,
      },
      { id: 'difference', header: t('figure.difference'), value: differenceOf, cell: writeDifference },
      { id: 'n', header: t('figure.n'), value: ({ n }) => n },
      {
        id: 'area',
        header: t('participant.areas.area'),
        value: ({ area }) => words.area(area),
        filter: { of: ({ area }) => area, label: (id) => words.area(id) },
      },
      {
        id: 'answers',
        header: t('participant.questions.answers'),
        sortable: false,
        value: answersText,
        cell: (row) => (answer.isOwn ? <Answers answer={answer} row={row} /> : answersText(row)),
      },
    ]
    function writeDifference(row: ComparedQuestion) {
      const difference = differenceOf(row)
      return difference === null ? '–' : format.change(difference)
    }
  }, [t, language, format, words, answer])
  return (
    <DataTable
      title={t('participant.questions.title')}
      name="questions"
      rows={answer.questions}
      columns={columns}
      rowKey={({ question }) => question}
      usualSorting={{ column: 'difference', descending: false }}
      phone="scroll"
    />
  )
}

function differenceOf({ score, class: ofClass }: ComparedQuestion): number | null {
  return score === null || ofClass?.score == null ? null : score - ofClass.score
}

function Answers({ answer, row }: { readonly answer: ParticipantAnswer; readonly row: ComparedQuestion }) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const { number } = useFormats()
  const { editionId, result } = answer
  const choices = [
    ...row.options.map(({ option, label, count }) => ({ option, name: label[language], count })),
    { option: 'na', name: t('participant.questions.na'), count: row.notApplicable },
  ].filter(({ count }) => count > 0)
  return (
    <ul className="lp-answer-list">
      {choices.map(({ option, name, count }) => (
        <li key={option}>
          <Link
            {...linkTo(
              submissionsLink(editionId, {
                participantId: result.participantId,
                question: row.question,
                option,
              }),
            )}
          >
            {name} {number(count)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
