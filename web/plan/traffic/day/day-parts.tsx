/** Why so many? From an ordinary day to the figure, part by part, as a waterfall and in words. */
import { Field, Label, Select } from '@digdir/designsystemet-react'
import { toLocal } from '../../../../src/kernel/zone.ts'
import type { DayView, TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { intervalParts } from '../../../../src/plan/traffic/rules/forecast-parts.ts'
import { Waterfall } from '../../../design/chart/waterfall.tsx'
import { trafficTexts } from '../../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { type Chosen, useChoose } from '../use-chosen.ts'
import { useDayName } from '../use-words.ts'
import { useReasons } from './use-reasons.ts'

type Props = { readonly day: DayView; readonly view: TrafficView; readonly chosen: Chosen }

export function DayParts({ day, view, chosen }: Props) {
  const t = useTexts(trafficTexts)
  const dayName = useDayName()
  const { time } = useFormats()
  const forecast = day.forecast!
  const at = day.cells.findIndex(({ startsAt }) => clockAt(startsAt) === chosen.at)
  const cell = day.cells[at]
  const told = cell
    ? { mean: cell.mean, parts: intervalParts(forecast.parts, cell.mean, day.cells.length) }
    : forecast
  const reasons = useReasons(day, view)(told.parts, cell ? clockAt(cell.startsAt) : undefined)
  const [first, ...others] = reasons
  return (
    <div className="lp-card">
      {first && (
        <Waterfall
          title={
            cell
              ? t('why.interval', { time: time(clockAt(cell.startsAt)) })
              : t('why.title', { day: dayName(day.day) })
          }
          subtitle={t('why.subtitle')}
          start={{ name: t(cell ? 'why.startInterval' : 'why.start'), value: first.contacts }}
          parts={others.map(({ name, contacts }) => ({ name, value: contacts }))}
          end={{ name: t('expected'), value: told.mean }}
          decimals={cell ? 1 : 0}
        />
      )}
      <ol className="lp-traffic-why">
        {reasons.map(({ name, words }) => (
          <li key={name}>{words}</li>
        ))}
      </ol>
      {day.cells.length > 0 && <IntervalChoice day={day} chosen={chosen} />}
    </div>
  )
}

const clockAt = (startsAt: string): string => toLocal(new Date(startsAt)).time.slice(0, 5)

/** The same "why" for an interval. */
function IntervalChoice({ day, chosen }: Omit<Props, 'view'>) {
  const t = useTexts(trafficTexts)
  const { time } = useFormats()
  const choose = useChoose()
  const { at, ...others } = chosen
  return (
    <Field data-size="sm" className="lp-traffic-at lp-no-print">
      <Label>{t('why.choose')}</Label>
      <Select
        value={at ?? ''}
        onChange={({ target }) => choose(target.value === '' ? others : { ...others, at: target.value })}
      >
        <Select.Option value="">{t('why.wholeDay')}</Select.Option>
        {day.cells.map(({ startsAt }) => (
          <Select.Option key={startsAt} value={clockAt(startsAt)}>
            {time(clockAt(startsAt))}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
