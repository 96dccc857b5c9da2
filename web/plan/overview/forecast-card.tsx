/** Contacts a day: what came, and what is expected with its band. */
import type { PlanOverview } from '../../../src/plan/staffing/contract.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export function ForecastCard({ overview }: { readonly overview: PlanOverview }) {
  const t = useTexts(planOverviewTexts)
  const { shortDate } = useFormats()
  const { seen, expected, queue } = overview
  const dates = [...new Set([...seen.map(({ date }) => date), ...expected.map(({ date }) => date)])].sort()
  const came = new Map(seen.map(({ date, offered }) => [date, offered]))
  // A day that is closed is no day with nobody: the line has a gap there.
  const told = new Map(expected.filter(({ mean }) => mean > 0).map((day) => [day.date, day]))
  return (
    <div className="lp-card">
      <LineWithBand
        title={t('forecast.title', { queue: queue!.name })}
        subtitle={t('forecast.subtitle')}
        series={[
          {
            name: t('forecast.seen'),
            look: 'seen',
            points: dates.map((date) => ({ at: shortDate(date), value: came.get(date) ?? null })),
          },
          {
            name: t('forecast.expected'),
            look: 'expected',
            points: dates.map((date) => {
              const day = told.get(date)
              return day
                ? { at: shortDate(date), value: day.mean, low: day.lo95, high: day.hi95 }
                : { at: shortDate(date), value: null }
            }),
          },
        ]}
        decimals={0}
        fromZero
      />
    </div>
  )
}
