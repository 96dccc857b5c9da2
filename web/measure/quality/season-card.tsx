import type { Season } from '../../../src/measure/quality/contract.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { qualityTexts } from '../../i18n/quality.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { Advice } from './advice.tsx'

const sure = 0.05

/** Whether scores drift over the season, whoever was met by whom. */
export function SeasonCard({ season }: { readonly season: Season }) {
  const t = useTexts(qualityTexts)
  const format = useFormats()
  const { weeks, slope, interval, p, change } = season
  const text = format.change(slope)
  const title =
    p >= sure ? t('season.steady') : t(slope < 0 ? 'season.falling' : 'season.rising', { slope: text })
  const at = (week: number) => t('season.week', { week })
  const marks = change && change.p < sure ? [{ at: at(change.week), text: t('season.mark') }] : []
  return (
    <>
      <LineWithBand
        title={title}
        subtitle={t('season.caption')}
        series={[
          {
            name: t('season.series'),
            look: 'seen',
            points: weeks.map((week) => ({
              at: at(week.week),
              value: week.mean,
              ...(week.interval ? { low: week.interval[0], high: week.interval[1] } : {}),
            })),
          },
        ]}
        marks={marks}
        note={
          <>
            {interval &&
              t('season.slope', {
                slope: text,
                interval: format.interval(...interval),
                p: format.number(p, 3),
              })}{' '}
            {change &&
              t('season.change', {
                week: change.week,
                from: format.date(change.from),
                difference: format.change(change.difference),
                p: format.number(change.p, 3),
              })}
          </>
        }
      />
      <Advice means={t('season.means')} act={t('season.act')} />
    </>
  )
}
