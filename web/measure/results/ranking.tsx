/** The ranking with how sure it is: place, figure, likely places, and each interval on one axis. */
import type { ReactNode } from 'react'
import { RankDots, type RankRow } from '../../design/chart/rank-dots.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { RankedRow } from './choice.ts'
import { participantLink } from './links.ts'

type Props = {
  readonly title: string
  readonly figure: string
  readonly rows: readonly RankedRow[]
  readonly editionId: string
  readonly own: readonly string[]
  readonly note: ReactNode
}

export function Ranking({ title, figure, rows, editionId, own, note }: Props) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const n = usualN(rows)
  const isSame = rows.every((row) => row.n === rows[0]?.n)
  const sample = { figure, count: rows.length, n: format.number(n) }
  return (
    <RankDots
      title={title}
      subtitle={t(isSame ? 'ranking.each' : 'ranking.between', sample)}
      of={t('ranking.of')}
      figure={figure}
      note={note}
      rows={rows.map(
        (row): RankRow => ({
          key: row.participantId,
          name: row.name,
          remark: row.n === n ? undefined : `n = ${format.number(row.n)}`,
          n: row.n,
          place: row.rank,
          value: row.value,
          interval: row.interval,
          range: row.rankRange,
          link: participantLink(editionId, row.participantId),
          isHighlighted: own.includes(row.participantId),
        }),
      )}
    />
  )
}

/** How many contacts most of them have. */
function usualN(rows: readonly RankedRow[]): number {
  const groups = [...Map.groupBy(rows, ({ n }) => n)].toSorted((a, b) => b[1].length - a[1].length)
  return groups[0]?.[0] ?? 0
}
