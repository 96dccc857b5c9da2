/** The long neck drawn: how much the largest topics cover together. */
import { useId } from 'react'
import type { Overview } from '../../../src/understand/overview/contract.ts'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

const [width, height] = [320, 120]

export function NeckCard({ overview }: { readonly overview: Overview }) {
  const t = useTexts(overviewTexts)
  const { number, percent } = useFormats()
  const name = useId()
  const { points, finding } = overview.neck
  const marked = points.find(({ topics }) => topics === (finding?.topics ?? 10)) ?? points.at(-1)
  if (!marked) return null
  const { parkedTopics, parked } = overview.totals
  const title = t('neck.title', { topics: number(marked.topics), share: percent(marked.share) })
  const table = {
    header: [t('neck.topics'), t('neck.share')],
    rows: points.map(({ topics, share }) => [topics, share * 100]),
    decimals: 0,
  }
  return (
    <div className="lp-card">
      <ChartFrame
        title={title}
        subtitle={t('neck.subtitle')}
        table={table}
        {...(parkedTopics > 0 && {
          note: t('neck.parked', { number: number(parkedTopics), contacts: number(Math.round(parked)) }),
        })}
      >
        <svg className="lp-neck" viewBox={`0 0 ${width} ${height + 22}`} role="img" aria-labelledby={name}>
          <title id={name}>{title}</title>
          {[0.25, 0.5, 0.75, 1].map((share) => (
            <g key={share}>
              <line className="lp-neck__grid" x1="34" x2={width} y1={yOf(share)} y2={yOf(share)} />
              <text x="30" y={yOf(share) + 4} textAnchor="end">
                {number(share * 100, 0)}
              </text>
            </g>
          ))}
          {points.map(({ topics, share }, at) => (
            <rect
              key={topics}
              data-in={topics <= marked.topics || undefined}
              x={xOf(at, points.length)}
              width={Math.max(1, (width - 38) / points.length - 1)}
              y={yOf(share)}
              height={height - yOf(share)}
            />
          ))}
          <text x={xOf(0, points.length)} y={height + 16}>
            1
          </text>
          <text x={xOf(marked.topics - 1, points.length)} y={height + 16} className="lp-neck__mark">
            {number(marked.topics)}
          </text>
          <text x={width} y={height + 16} textAnchor="end">
            {number(points.length)}
          </text>
        </svg>
      </ChartFrame>
    </div>
  )
}

const yOf = (share: number) => 8 + (1 - share) * (height - 8)
const xOf = (at: number, of: number) => 38 + (at / of) * (width - 38)
