import type { AdjustedParticipant, QualityAnswer } from '../../../src/measure/quality/contract.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { qualityTexts } from '../../i18n/quality.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { participantLink } from '../results/links.ts'

/** What the ranking would be if all observers were equally severe: a test of how much they matter. */
export function AdjustedCard({ quality }: { readonly quality: QualityAnswer }) {
  const t = useTexts(qualityTexts)
  const format = useFormats()
  const { adjusted, editionId } = quality
  const moved = adjusted.filter(({ rank, adjustedRank }) => rank !== adjustedRank)
  const winners = [
    ...new Set(moved.filter((one) => one.rank === 1 || one.adjustedRank === 1).map((one) => one.class)),
  ]
  const largest = adjusted.toSorted((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)))[0]
  const title = moved.length === 0 ? t('adjusted.title') : t('adjusted.moved', { count: moved.length })
  const columns: readonly TableColumn<AdjustedParticipant>[] = [
    { id: 'participant', header: t('adjusted.participant'), value: (row) => row.participant },
    { id: 'class', header: t('adjusted.class'), value: (row) => row.class },
    { id: 'total', header: t('adjusted.total'), value: (row) => row.total, decimals: 1 },
    { id: 'adjusted', header: t('adjusted.adjusted'), value: (row) => row.adjusted, decimals: 1 },
    {
      id: 'change',
      header: t('adjusted.change'),
      value: changeOf,
      cell: (row) => format.change(changeOf(row)),
      align: 'end',
    },
    { id: 'place', header: t('adjusted.place'), value: (row) => row.rank },
    { id: 'adjustedPlace', header: t('adjusted.adjustedPlace'), value: (row) => row.adjustedRank },
  ]
  return (
    <div className="lp-stack">
      {moved.length === 0 ? (
        <h2>{title}</h2>
      ) : (
        <DataTable
          title={title}
          name="adjusted"
          usualPageSize={10}
          rows={moved}
          columns={columns}
          rowKey={(row) => row.participantId}
          rowLink={(row) => participantLink(editionId, row.participantId)}
          phone="scroll"
        />
      )}
      <p>
        {largest &&
          t('adjusted.largest', { points: format.change(changeOf(largest)), name: largest.participant })}{' '}
        {winners.length === 0
          ? t('adjusted.sameWinners')
          : t('adjusted.winners', { classes: winners.join(', ') })}
      </p>
      <p className="lp-small lp-quiet">{t('adjusted.caption')}</p>
    </div>
  )
}

const changeOf = ({ total, adjusted }: AdjustedParticipant): number => adjusted - total
