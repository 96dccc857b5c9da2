/** Importance to the right, distance to the class upwards; the ones to begin with and to keep up carry their number. */
import { niceDomain, percentAlong } from '../../design/chart/scale.ts'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { PlacedQuestion } from './importance.ts'

type Props = { readonly placed: readonly PlacedQuestion[]; readonly text: (id: string) => string }

/** How many are named under the map at most. */
const mostNamed = 5

export function ImportanceMap({ placed, text }: Props) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const across = niceDomain([0, ...placed.map(({ weight }) => weight * 100)])
  const up = niceDomain([0, ...placed.map(({ difference }) => difference)])
  const even = placed.length > 0 ? 100 / placed.length : 0
  const named = placed
    .filter(({ isFocus, isStrong }) => isFocus || isStrong)
    .toSorted((a, b) => Number(b.isFocus) - Number(a.isFocus))
    .slice(0, mostNamed)
  const spotOf = ({ weight, difference }: PlacedQuestion) => ({
    left: `${percentAlong(weight * 100, across)}%`,
    bottom: `${percentAlong(difference, up)}%`,
  })
  return (
    <>
      <div className="lp-map" aria-hidden="true">
        <div className="lp-map__plane">
          <span className="lp-map__level" style={{ bottom: `${percentAlong(0, up)}%` }} />
          <span className="lp-map__even" style={{ left: `${percentAlong(even, across)}%` }} />
          {placed.map((one) => {
            const number = named.indexOf(one) + 1
            const look = number === 0 ? undefined : one.isFocus ? 'focus' : 'strong'
            return (
              <span
                key={one.question}
                className="lp-map__spot"
                data-look={look}
                style={spotOf(one)}
                title={text(one.question)}
              >
                {number > 0 ? number : ''}
              </span>
            )
          })}
          {up.ticks.map((tick) => (
            <span key={`up ${tick}`} className="lp-map__up" style={{ bottom: `${percentAlong(tick, up)}%` }}>
              {format.change(tick, 0)}
            </span>
          ))}
          {across.ticks.map((tick) => (
            <span
              key={`across ${tick}`}
              className="lp-map__across"
              style={{ left: `${percentAlong(tick, across)}%` }}
            >
              {format.number(tick)}
            </span>
          ))}
        </div>
        <p className="lp-small lp-quiet lp-map__name">{t('map.important')}, %</p>
      </div>
      {named.length > 0 && (
        <ol className="lp-map__names">
          {named.map((one) => (
            <li key={one.question}>
              <strong>{t(one.isFocus ? 'map.focus' : 'map.strong')}:</strong> {text(one.question)}{' '}
              <span className="lp-quiet lp-nowrap lp-number">
                ({format.change(one.difference)}, n = {format.number(one.n)})
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
