/** The days, and over them who is needed against who is on, for each queue. */
import { Link } from '@tanstack/react-router'
import type { Judge, JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import { linkTo } from '../../design/path-target.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { DayScale } from './day-scale.ts'
import { NeedStrip } from './need-strip.tsx'
import { useShown } from './use-shown.ts'
import { isWeekend, useTimeWords } from './words.ts'

type Props = { readonly judge: Judge; readonly week: JudgedWeek; readonly scale: DayScale }

export function GridHead({ judge, week, scale }: Props) {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const { linkWith } = useShown()
  const { grid, given } = judge
  const isOne = scale.days.length === 1
  return (
    <thead className="lp-week__head">
      <tr aria-rowindex={1}>
        <th className="lp-week__who" scope="col">
          {isOne ? (
            <Link {...linkTo(linkWith({ day: '' }))}>{t('grid.wholeWeek')}</Link>
          ) : (
            <span className="lp-quiet lp-small">{t('grid.needed')}</span>
          )}
        </th>
        {scale.days.map((day) => (
          <th
            key={day.date}
            className="lp-week__day"
            scope="col"
            data-red={day.red || isWeekend(day) || undefined}
          >
            {isOne ? (
              words.day(day.date)
            ) : (
              <Link {...linkTo(linkWith({ day: day.date }))} title={t('grid.zoom')}>
                {words.shortDay(day.date)}
              </Link>
            )}
          </th>
        ))}
      </tr>
      {given.queues.map(({ queueId, name, cells }, queue) => {
        if (cells.length === 0) return null
        const most = mostOf(grid.queues[queue]!.need, week.on[queue]!)
        return (
          <tr key={queueId} className="lp-week__needs" aria-rowindex={queue + 2}>
            <th className="lp-week__who" scope="row">
              <span className="lp-week__name">{name}</span>
            </th>
            {scale.days.map((day) => (
              <td key={day.date} className="lp-week__needed">
                <NeedStrip {...{ name, queue, grid, day, scale, most }} on={week.on[queue]!} />
              </td>
            ))}
          </tr>
        )
      })}
    </thead>
  )
}

/** Steps of five, so that the picture does not change its scale with every person more. */
function mostOf(need: readonly number[], on: Int32Array): number {
  let most = 1
  for (let at = 0; at < on.length; at++) most = Math.max(most, need[at]!, on[at]!)
  return Math.ceil(most / 5) * 5
}
