/** How good has it been? The forecast against two guesses that need none, as far ahead as it was made. */
import type { PastView } from '../../../src/plan/traffic/contract.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly past: PastView; readonly methodVersion: string }

export function PastCard({ past, methodVersion }: Props) {
  const t = useTexts(trafficTexts)
  const { percent } = useFormats()
  const verdict = useVerdict(past)
  const share = (value: number | null) => (value === null ? '–' : percent(value, 1))
  if (past.origins === 0)
    return (
      <section className="lp-card" aria-labelledby="past">
        <h2 id="past">{t('past.title')}</h2>
        <p>{t('past.none')}</p>
      </section>
    )
  return (
    <div className="lp-traffic-past">
      <section className="lp-card" aria-labelledby="past">
        <h2 id="past">{verdict}</h2>
        <p className="lp-small lp-quiet">{t('past.subtitle', { origins: past.origins })}</p>
        <table className="lp-traffic-facts">
          <tbody>
            <Row name={t('past.ours', { version: methodVersion })} value={share(past.wape)} isOurs />
            <Row name={t('past.median')} value={share(past.wapeMedian)} />
            <Row name={t('past.naive')} value={share(past.wapeNaive)} />
            <Row name={t('past.covered')} value={share(past.covered)} />
          </tbody>
        </table>
        <Kept kept={past.kept} />
      </section>
      <div className="lp-card">
        <LineWithBand
          title={t('past.horizon')}
          subtitle={t('past.horizonText')}
          series={[
            series(t('past.oursShort'), 'seen', past, ({ wape }) => wape),
            series(t('past.medianShort'), 'control', past, ({ wapeMedian }) => wapeMedian),
            series(t('past.naiveShort'), 'control', past, ({ wapeNaive }) => wapeNaive),
          ]}
          decimals={1}
          height={14}
          fromZero
        />
      </div>
    </div>
  )
}

/** The figures in a sentence. */
function useVerdict({ wape, wapeMedian }: PastView): string {
  const t = useTexts(trafficTexts)
  if (wape === null || wapeMedian === null || wapeMedian === 0) return t('past.title')
  const better = Math.round((1 - wape / wapeMedian) * 100)
  if (better > 0) return t('past.better', { share: better })
  return better < 0 ? t('past.worse', { share: -better }) : t('past.same')
}

type RowProps = { readonly name: string; readonly value: string; readonly isOurs?: boolean }

function Row({ name, value, isOurs = false }: RowProps) {
  return (
    <tr>
      <th scope="row">{isOurs ? <strong>{name}</strong> : name}</th>
      <td className="lp-number">{isOurs ? <strong>{value}</strong> : value}</td>
    </tr>
  )
}

/** Forecasts that were kept, against what came: nothing is made anew for it, so nothing can be known better afterwards. */
function Kept({ kept }: { readonly kept: PastView['kept'] }) {
  const t = useTexts(trafficTexts)
  const { percent, date } = useFormats()
  return (
    <>
      <h3>{t('kept.title')}</h3>
      {kept.days === 0 || kept.wape === null ? (
        <p>{t('kept.none')}</p>
      ) : (
        <p>
          {t('kept.text', {
            days: kept.days,
            from: kept.from ? date(kept.from) : '',
            wape: percent(kept.wape, 1),
            inside: percent(kept.inside ?? 0),
          })}
        </p>
      )}
    </>
  )
}

type Horizon = PastView['byHorizon'][number]

function series(name: string, look: 'seen' | 'control', past: PastView, of: (horizon: Horizon) => number) {
  return {
    name,
    look,
    points: past.byHorizon.map((horizon) => ({ at: String(horizon.horizonDay), value: of(horizon) * 100 })),
  }
}
