/** Week by week: who gives up, with its interval, and how long people wait. */
import { isoWeek } from '../../../src/kernel/calendar.ts'
import type { WaitingView } from '../../../src/plan/waiting/contract.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'

export function TrendCards({ view: { trend } }: { readonly view: WaitingView }) {
  const t = useTexts(waitingTexts)
  if (trend.length < 2) return null
  const at = (week: string) => t('trend.week', { week: Number(isoWeek(week).slice(-2)) })
  const tellsLost = trend.some(({ gaveUp }) => gaveUp !== null)
  const tellsWait = trend.some(({ meanWait }) => meanWait !== null)
  return (
    <div className="lp-waiting__pair">
      {tellsLost && (
        <div className="lp-card">
          <LineWithBand
            title={`${t('trend.title')}: ${t('trend.lineGaveUp').toLowerCase()}`}
            subtitle={t('trend.gaveUp')}
            series={[
              {
                name: t('trend.lineGaveUp'),
                look: 'seen',
                points: trend.map(({ week, gaveUp }) =>
                  gaveUp
                    ? {
                        at: at(week),
                        value: 100 * gaveUp.share,
                        low: 100 * gaveUp.low,
                        high: 100 * gaveUp.high,
                      }
                    : { at: at(week), value: null },
                ),
              },
            ]}
            height={13}
            fromZero
          />
        </div>
      )}
      {tellsWait && (
        <div className="lp-card">
          <LineWithBand
            title={`${t('trend.title')}: ${t('trend.lineWait').toLowerCase()}`}
            subtitle={t('trend.wait')}
            series={[
              {
                name: t('trend.lineWait'),
                look: 'seen',
                points: trend.map(({ week, meanWait }) => ({ at: at(week), value: meanWait })),
              },
            ]}
            decimals={0}
            height={13}
            fromZero
          />
        </div>
      )}
    </div>
  )
}
