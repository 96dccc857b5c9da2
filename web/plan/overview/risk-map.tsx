/** Days by hours: the chance of missing the target, and how many are missing. */
import type { PlanOverview } from '../../../src/plan/staffing/contract.ts'
import { type HeatCell, Heatmap } from '../../design/chart/heatmap.tsx'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** Per cent at which the shade steps up: below a tenth there is nothing to do. */
const steps = [10, 30, 50, 75] as const

export function RiskMap({ overview }: { readonly overview: PlanOverview }) {
  const t = useTexts(planOverviewTexts)
  const { weekday, number, time } = useFormats()
  const { cells, scheduledFrom } = overview
  const isScheduled = scheduledFrom !== 'none'
  const at = new Map(cells.map((cell) => [`${cell.date} ${cell.time}`, cell]))
  const times = [...new Set(cells.map((cell) => cell.time))].sort()
  const dates = [...new Set(cells.map(({ date }) => date))].sort()
  const cellOf = (date: string, clock: string): HeatCell => {
    const cell = at.get(`${date} ${clock}`)
    if (!cell) return { value: null }
    if (!isScheduled) return { value: cell.needed }
    return cell.risk === null ? { value: null, text: '–' } : { value: Math.round(100 * cell.risk) }
  }
  return (
    <div className="lp-card">
      <Heatmap
        title={isScheduled ? t('map.title') : t('map.needed')}
        subtitle={isScheduled ? t('map.subtitle') : t('map.neededSubtitle')}
        columns={times.map(time)}
        rows={dates.map((date) => ({
          name: t('map.day', { weekday: weekday(date).slice(0, 3), day: Number(date.slice(8)) }),
          cells: times.map((clock) => cellOf(date, clock)),
        }))}
        scale={isScheduled ? 'risk' : 'amount'}
        {...(isScheduled && { steps })}
        note={
          isScheduled
            ? t('map.note', {
                from: t(`scheduledFrom.${scheduledFrom}`),
                certain: number(100 * overview.settings.confidence),
              })
            : t('map.neededNote', { certain: number(100 * overview.settings.confidence) })
        }
      />
    </div>
  )
}
