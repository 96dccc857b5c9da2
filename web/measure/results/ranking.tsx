/** The ranking with how sure it is: place, figure, possible places, and each interval on one axis. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { Axis, Interval } from '../../design/chart/interval.tsx'
import { type Domain, niceDomain } from '../../design/chart/scale.ts'
import { linkTo } from '../../design/path-target.ts'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { RankedRow } from './choice.ts'
import '../../design/chart/rank.css'
import { participantLink } from './links.ts'
import { rangeText } from './words.ts'

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
  const domain = niceDomain(
    rows.flatMap(({ value, interval }) => [value ?? [], interval ?? []].flat()),
    { limits: [0, 100] },
  )
  const table = {
    header: [
      t('ranking.of'),
      t('figure.place'),
      figure,
      t('figure.low'),
      t('figure.high'),
      t('figure.possible'),
      t('figure.n'),
    ],
    rows: rows.map((row) => [
      row.name,
      row.rank,
      row.value,
      row.interval?.[0] ?? null,
      row.interval?.[1] ?? null,
      rangeText(row.rankRange),
      row.n,
    ]),
  }
  return (
    <ChartFrame title={title} subtitle={useSubtitle(rows, figure)} table={table} note={note}>
      <table className="lp-rank">
        <thead>
          <tr>
            <th scope="col" className="lp-end">
              <abbr title={t('figure.place')}>#</abbr>
            </th>
            <th scope="col">{t('ranking.of')}</th>
            <th scope="col" className="lp-end">
              {figure}
            </th>
            <th scope="col" className="lp-end">
              {t('figure.possible')}
            </th>
            <th scope="col" className="lp-rank__interval">
              <span className="lp-visually-hidden">{t('ranking.interval', { level: 95 })}</span>
              <Axis domain={domain} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line
              key={row.participantId}
              row={row}
              domain={domain}
              editionId={editionId}
              isOwn={own.includes(row.participantId)}
              showsN={row.n !== usualN(rows)}
            />
          ))}
        </tbody>
      </table>
    </ChartFrame>
  )
}

function useSubtitle(rows: readonly RankedRow[], figure: string): string {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const [n, isSame] = [usualN(rows), rows.every((row) => row.n === rows[0]?.n)]
  return t(isSame ? 'ranking.each' : 'ranking.between', { figure, count: rows.length, n: format.number(n) })
}

/** How many contacts most of them have. */
function usualN(rows: readonly RankedRow[]): number {
  const groups = [...Map.groupBy(rows, ({ n }) => n)].toSorted((a, b) => b[1].length - a[1].length)
  return groups[0]?.[0] ?? 0
}

type LineProps = {
  readonly row: RankedRow
  readonly domain: Domain
  readonly editionId: string
  readonly isOwn: boolean
  readonly showsN: boolean
}

function Line({ row, domain, editionId, isOwn, showsN }: LineProps) {
  const { number } = useFormats()
  const { value, interval } = row
  return (
    <tr data-us={isOwn || undefined} data-link>
      <td className="lp-end lp-number">{row.rank ?? '–'}</td>
      <th scope="row">
        <Link {...linkTo(participantLink(editionId, row.participantId))} className="lp-row-link">
          {row.name}
        </Link>
        {showsN && <span className="lp-small lp-quiet lp-nowrap"> n = {number(row.n)}</span>}
      </th>
      <td className="lp-end lp-number">{value === null ? '–' : number(value, 1)}</td>
      <td className="lp-end lp-number lp-small lp-quiet">{rangeText(row.rankRange)}</td>
      <td className="lp-rank__interval">
        {value !== null && (
          <Interval
            value={value}
            low={interval?.[0] ?? value}
            high={interval?.[1] ?? value}
            domain={domain}
            isHighlighted={isOwn}
          />
        )}
      </td>
    </tr>
  )
}
