/** The day interval by interval: what came, and what is expected with its band. */
import { toLocal } from '../../../../src/kernel/zone.ts'
import type { DayView, TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { LineWithBand } from '../../../design/chart/line-with-band.tsx'
import { EmptyState } from '../../../design/states.tsx'
import { trafficTexts } from '../../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'

export function DayIntervals({ day, view }: { readonly day: DayView; readonly view: TrafficView }) {
  const t = useTexts(trafficTexts)
  const { time, date } = useFormats()
  const minutes = view.queues.find(({ id }) => id === view.queueId)?.intervalMinutes ?? 15
  const seen = new Map(day.seen.map((each) => [each.startsAt, each]))
  const cells = new Map(day.cells.map((cell) => [cell.startsAt, cell]))
  const starts = [...new Set([...seen.keys(), ...cells.keys()])].sort()
  if (starts.length === 0)
    return (
      <div className="lp-card">
        <EmptyState title={t('intervals.none')}>
          {day.forecast && day.forecast.mean > 0 && view.forecast
            ? t('intervals.tooFar', { to: date(view.forecast.cellsTo) })
            : t(day.day < view.today ? 'intervals.nothingCame' : 'intervals.closed')}
        </EmptyState>
      </div>
    )
  const at = (startsAt: string) => time(toLocal(new Date(startsAt)).time)
  return (
    <div className="lp-card">
      <LineWithBand
        title={t('intervals.title', { minutes })}
        subtitle={t('intervals.subtitle')}
        series={[
          ...(seen.size > 0
            ? [
                {
                  name: t('seen'),
                  look: 'seen' as const,
                  points: starts.map((start) => ({ at: at(start), value: seen.get(start)?.offered ?? null })),
                },
              ]
            : []),
          ...(cells.size > 0
            ? [
                {
                  name: t('expected'),
                  look: 'expected' as const,
                  points: starts.map((start) => {
                    const cell = cells.get(start)
                    return cell
                      ? { at: at(start), value: cell.mean, low: cell.lo95, high: cell.hi95 }
                      : { at: at(start), value: null }
                  }),
                },
              ]
            : []),
        ]}
        decimals={1}
        fromZero
      />
    </div>
  )
}
