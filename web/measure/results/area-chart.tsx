/** A participant's areas with their intervals, and where its class lies. */
import type { ParticipantAnswer } from '../../../src/measure/results/contract.ts'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { Axis, Interval } from '../../design/chart/interval.tsx'
import { niceDomain, percentAlong } from '../../design/chart/scale.ts'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { inSentence, useMethodWords } from './words.ts'

type Line = {
  readonly id: string
  readonly name: string
  readonly n: number
  readonly score: number
  readonly interval: readonly [number, number] | undefined
  readonly ofClass: number | undefined
}

export function AreaChart({ answer }: { readonly answer: ParticipantAnswer }) {
  const t = useTexts(resultsTexts)
  const { number, change } = useFormats()
  const words = useMethodWords(answer.method)
  const { areas, areaIntervals, areaN } = answer.result
  const lines = answer.method.areas.flatMap(({ id }): Line[] => {
    const score = areas[id]
    if (score === undefined) return []
    const ofClass = answer.classResult?.areas[id]
    return [{ id, name: words.area(id), n: areaN[id] ?? 0, score, interval: areaIntervals[id], ofClass }]
  })
  const domain = niceDomain(
    lines.flatMap(({ score, interval, ofClass }) => [score, interval ?? [], ofClass ?? []].flat()),
    { limits: [0, 100] },
  )
  const table = {
    header: [
      t('participant.areas.area'),
      t('figure.answered'),
      t('figure.low'),
      t('figure.high'),
      t('figure.n'),
      t('participant.areas.class'),
    ],
    rows: lines.map(({ name, score, interval, n, ofClass }) => [
      name,
      score,
      interval?.[0] ?? null,
      interval?.[1] ?? null,
      n,
      ofClass ?? null,
    ]),
    decimals: 1,
  }
  return (
    <ChartFrame title={useFinding(lines)} subtitle={t('participant.areas.subtitle')} table={table}>
      <table className="lp-beside">
        <thead>
          <tr>
            <th scope="col">{t('participant.areas.area')}</th>
            <th scope="col" className="lp-end">
              {t('figure.answered')}
            </th>
            <th scope="col" className="lp-end">
              {t('participant.areas.class')}
            </th>
            <th scope="col" className="lp-end">
              {t('figure.difference')}
            </th>
            <th scope="col" className="lp-beside__chart">
              <span className="lp-visually-hidden">{t('ranking.interval', { level: 95 })}</span>
              <Axis domain={domain} />
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, n, score, interval, ofClass }) => (
            <tr key={id}>
              <th scope="row">
                {name} <span className="lp-small lp-quiet lp-nowrap">n = {number(n)}</span>
              </th>
              <td className="lp-end lp-number">{number(score, 1)}</td>
              <td className="lp-end lp-number">{ofClass === undefined ? '–' : number(ofClass, 1)}</td>
              <td className="lp-end lp-number">{ofClass === undefined ? '–' : change(score - ofClass)}</td>
              <td className="lp-beside__chart">
                <div>
                  {ofClass !== undefined && (
                    <span
                      className="lp-class-mark"
                      style={{ left: `${percentAlong(ofClass, domain)}%` }}
                      aria-hidden="true"
                    />
                  )}
                  <Interval
                    value={score}
                    low={interval?.[0] ?? score}
                    high={interval?.[1] ?? score}
                    domain={domain}
                    isHighlighted
                  />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  )
}

/** The area that is furthest below the class; where none is below, the one furthest above. */
function useFinding(lines: readonly Line[]): string {
  const t = useTexts(resultsTexts)
  const gaps = lines
    .flatMap(({ name, score, ofClass }) => (ofClass === undefined ? [] : [{ name, gap: score - ofClass }]))
    .toSorted((a, b) => a.gap - b.gap)
  const [worst, best] = [gaps[0], gaps.at(-1)]
  if (worst && worst.gap < 0) return t('participant.areas.worse', { area: inSentence(worst.name) })
  if (best && best.gap > 0) return t('participant.areas.better', { area: inSentence(best.name) })
  return t('participant.areas.title')
}
