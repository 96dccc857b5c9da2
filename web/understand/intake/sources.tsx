import { useMemo } from 'react'
import type { SourceSummary } from '../../../src/understand/intake/contract.ts'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { maskedIn } from './words.ts'

export function Sources({ sources }: { readonly sources: readonly SourceSummary[] }) {
  const t = useTexts(intakeTexts)
  return (
    <div className="lp-card">
      <DataTable
        title={t('sources')}
        rows={sources}
        columns={useColumns()}
        rowKey={({ sourceId }) => sourceId}
        rowLink={({ sourceId }) => ({ to: '/understand/intake/sources/$sourceId', params: { sourceId } })}
        usualSorting={{ column: 'contacts', descending: true }}
        name="sources"
      />
    </div>
  )
}

function useColumns(): readonly TableColumn<SourceSummary>[] {
  const t = useTexts(intakeTexts)
  const formats = useFormats()
  return useMemo(
    () => [
      { id: 'name', header: t('source'), value: ({ name }) => name },
      { id: 'kind', header: t('kindLabel'), value: ({ kind }) => t(`kind.${kind}`) },
      {
        id: 'last',
        header: t('last'),
        value: ({ lastBatch }) => lastBatch?.at ?? null,
        cell: ({ lastBatch }) => (lastBatch === null ? t('never') : formats.instant(lastBatch.at)),
      },
      { id: 'contacts', header: t('contacts'), value: ({ stored }) => stored.contacts },
      { id: 'refused', header: t('refused'), value: ({ counts }) => counts.refused },
      { id: 'masked', header: t('masked'), value: ({ masked }) => maskedIn(masked) },
      {
        id: 'period',
        header: t('period'),
        value: ({ days }) => days?.from ?? null,
        cell: ({ days }) => (days === null ? '–' : `${formats.date(days.from)} – ${formats.date(days.to)}`),
      },
      {
        id: 'state',
        header: t('state'),
        value: (source) => t(stateOf(source)),
        cell: (source) => <Status tone={toneOf(source)}>{t(stateOf(source))}</Status>,
      },
    ],
    [t, formats],
  )
}

function stateOf({ retiredAt, reconciles, batches }: SourceSummary) {
  if (!reconciles) return 'broken'
  if (retiredAt !== null) return 'retired'
  return batches === 0 ? 'empty' : 'reconciles'
}

function toneOf(source: SourceSummary) {
  const tones = { broken: 'bad', retired: 'neutral', empty: 'neutral', reconciles: 'good' } as const
  return tones[stateOf(source)]
}
