/** Phone against written channels, question by question, within participants. */
import type { FormDifference, InsightAnswer } from '../../../src/measure/insight/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from '../results/links.ts'
import { useQuestionText } from './insight-words.ts'

export function FormCard({ answer }: { readonly answer: InsightAnswer }) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const text = useQuestionText(answer.method, answer.questions)
  const { forms } = answer.insight
  const best = forms.find(({ stands, difference }) => stands && difference > 0)
  const domain = niceDomain(forms.flatMap(({ difference, interval }) => [0, difference, ...(interval ?? [])]))
  const adviceOf = ({ stands, difference }: FormDifference) =>
    !stands ? t('forms.unsure') : difference > 0 ? t('forms.takeOver') : t('forms.other')
  const columns: readonly TableColumn<FormDifference>[] = [
    { id: 'question', header: t('column.question'), value: ({ question }) => text(question) },
    { id: 'phone', header: t('forms.phone'), value: ({ phone }) => phone, decimals: 1 },
    { id: 'written', header: t('forms.written'), value: ({ written }) => written, decimals: 1 },
    {
      id: 'difference',
      header: t('forms.difference'),
      value: ({ difference }) => difference,
      cell: ({ difference }) => format.change(difference),
    },
    {
      id: 'interval',
      header: t('column.interval', { level: format.number(answer.level * 100) }),
      sortable: false,
      axis: domain,
      value: ({ interval }) => (interval ? format.interval(...interval) : null),
      cell: ({ difference, interval }) =>
        interval ? <Interval value={difference} low={interval[0]} high={interval[1]} domain={domain} /> : '–',
    },
    {
      id: 'advice',
      header: t('forms.take'),
      value: adviceOf,
      cell: (row) => (row.stands ? <Status tone="accent">{adviceOf(row)}</Status> : adviceOf(row)),
    },
    { id: 'participants', header: t('forms.participants'), value: ({ participants }) => participants },
  ]
  const scope = answer.class === undefined ? {} : { class: answer.class }
  return (
    <div>
      <DataTable
        title={best ? t('forms.title', { question: `«${text(best.question)}»` }) : t('forms.titleNone')}
        name="forms"
        rows={forms}
        usualPageSize={10}
        columns={columns}
        rowKey={({ question }) => question}
        rowLink={({ question }) => submissionsLink(answer.editionId, { ...scope, question, answered: 'yes' })}
        phone="scroll"
        empty={<EmptyState title={t('forms.none')} />}
      />
      <p className="lp-small lp-quiet">{t('forms.subtitle')}</p>
    </div>
  )
}
