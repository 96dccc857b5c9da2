/** The week by weekday and hour: who gives up, or how long they wait. */
import { Select } from '@digdir/designsystemet-react'
import { addDays, firstOn, mondayOf } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'
import type { WaitingHour, WaitingView } from '../../../src/plan/waiting/contract.ts'
import { type HeatCell, Heatmap } from '../../design/chart/heatmap.tsx'
import type { PathTarget } from '../../design/path-target.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { choiceLink } from '../staffing/use-choice.ts'
import { Choice } from './choices.tsx'
import { type Chosen, type ShownFigure, shownFigures, useChoose } from './use-chosen.ts'
import { useWords } from './use-words.ts'

/** Fewer contacts in an hour of the week say nothing. */
const fewest = 20
/** Per cent that gives up at which the shade steps up: 5 % is the usual cap. */
const steps = [5, 8, 12, 20] as const

export function WeekMap({ view, chosen }: { readonly view: WaitingView; readonly chosen: Chosen }) {
  const t = useTexts(waitingTexts)
  const choose = useChoose()
  const { percent, number } = useFormats()
  const { dayOf, clock, shares } = useWords()
  const possible = shownFigures.filter((each) => view.hours.some((hour) => figureOf(hour, each) !== null))
  const shown = possible.find((each) => each === chosen.show) ?? possible[0]
  if (shown === undefined) return null
  // Letters wait for hours, calls for seconds.
  const isLong = view.queue?.kind === 'tasks' && shown !== 'gaveUp'
  const words = (figure: ShownFigure) =>
    view.queue?.kind === 'tasks' && figure !== 'gaveUp' ? t(`map.${figure}Hours`) : t(`map.${figure}`)
  const at = new Map(view.hours.map((hour) => [`${hour.weekday} ${hour.hour}`, hour]))
  const hours = [...new Set(view.hours.map(({ hour }) => hour))].sort((a, b) => a - b)
  const weekdays = [...new Set(view.hours.map(({ weekday }) => weekday))].sort((a, b) => a - b)
  const cellOf = (weekday: number, hour: number): HeatCell => {
    const found = at.get(`${weekday} ${hour}`)
    const value = found && found.offered >= fewest ? figureOf(found, shown) : null
    if (value === null) return { value: null }
    return { value: isLong ? value / 3600 : Math.round(value), link: staffedNext(view, weekday, hour) }
  }
  const { worst } = view
  return (
    <div className="lp-card">
      {possible.length > 1 && (
        <Choice
          label={t('map.show')}
          value={shown}
          onValue={(value) => choose({ ...chosen, show: value as ShownFigure })}
        >
          {possible.map((each) => (
            <Select.Option key={each} value={each}>
              {words(each)}
            </Select.Option>
          ))}
        </Choice>
      )}
      <Heatmap
        title={t('map.title')}
        subtitle={`${words(shown)}. ${
          worst
            ? t('map.worst', {
                day: dayOf(worst.weekday),
                from: clock(worst.fromHour),
                to: clock(worst.toHour),
                share: percent(worst.share),
                offered: number(worst.offered, 0),
                interval: shares(worst),
              })
            : view.total.gaveUp
              ? t('map.noWorst')
              : ''
        }`}
        columns={hours.map(clock)}
        rows={weekdays.map((weekday) => ({
          name: dayOf(weekday),
          cells: hours.map((hour) => cellOf(weekday, hour)),
        }))}
        decimals={isLong ? 1 : 0}
        scale={shown === 'gaveUp' ? 'risk' : 'amount'}
        {...(shown === 'gaveUp' && { steps })}
        note={`${t('map.note', { n: fewest })}${shown === 'p90' ? ` ${t('map.noteP90')}` : ''}`}
      />
    </div>
  )
}

/** How that hour is staffed the next time it comes: what can be done about it. */
function staffedNext({ queue }: WaitingView, weekday: number, hour: number): PathTarget {
  const day = firstOn(weekday, addDays(toLocal(new Date()).date, 1))
  const time = `${String(hour).padStart(2, '0')}:00`
  return choiceLink('/plan/staffing', { ...(queue && { queueId: queue.id }), from: mondayOf(day), day, time })
}

function figureOf(hour: WaitingHour, figure: ShownFigure): number | null {
  if (figure === 'gaveUp') return hour.gaveUp && 100 * hour.gaveUp.share
  return figure === 'mean' ? hour.meanWait : hour.p90
}
