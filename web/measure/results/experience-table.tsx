/** The customer-experience figures of a participant, apart from the result, beside its class. */
import type { ComparedExperience, ParticipantAnswer } from '../../../src/measure/results/contract.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

export function ExperienceTable({ answer }: { readonly answer: ParticipantAnswer }) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const format = useFormats()
  const decimals = ({ kind }: ComparedExperience) => (kind === 'nps' ? 0 : 1)
  const columns: readonly TableColumn<ComparedExperience>[] = [
    {
      id: 'question',
      header: t('participant.experience.question'),
      value: ({ text, kind }) => (kind === 'nps' ? `${text[language]} (${t('figure.nps')})` : text[language]),
    },
    {
      id: 'value',
      header: t('participant.experience.value'),
      value: ({ value }) => value,
      cell: (row) => (row.value === null ? '–' : format.number(row.value, decimals(row))),
    },
    {
      id: 'interval',
      header: t('ranking.interval', { level: 95 }),
      align: 'end',
      value: (row) => (row.interval ? format.interval(...row.interval, decimals(row)) : null),
    },
    {
      id: 'class',
      header: t('participant.experience.class'),
      value: (row) => row.class?.value ?? null,
      cell: (row) => (row.class?.value == null ? '–' : format.number(row.class.value, decimals(row))),
    },
    { id: 'n', header: t('figure.n'), value: ({ n }) => n },
    {
      id: 'scale',
      header: t('participant.experience.scale'),
      value: ({ scale }) => format.interval(scale[0], scale[1], 0),
    },
  ]
  return (
    <>
      <DataTable
        title={t('participant.experience.title')}
        name="cx"
        rows={answer.experience}
        columns={columns}
        rowKey={({ question }) => question}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('participant.experience.subtitle')}</p>
    </>
  )
}
