/** When somebody can be set up: any time, or fixed times of some weekdays. */
import { Button, Checkbox } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { WeekHours } from '../../../src/plan/shifts/rules/types.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useWeekdayName, type Weekday, weekdays } from '../weekdays.ts'
import { TimeField } from './absence-form.tsx'
import { Choice } from './choice.tsx'
import type { FieldsProps } from './part.tsx'

type Time = { readonly day: Weekday; readonly from: string; readonly to: string }

const timesOf = (available: FieldsProps['fields']['available']): readonly Time[] =>
  weekdays.flatMap((day) => (available?.[day] ?? []).map(({ from, to }) => ({ day, from, to })))

function weekOf(times: readonly Time[]): WeekHours {
  const days = Map.groupBy(times, ({ day }) => day)
  return Object.fromEntries(
    [...days].map(([day, own]) => [
      day,
      own.map(({ from, to }) => ({ from, to })).toSorted((one, other) => (one.from < other.from ? -1 : 1)),
    ]),
  )
}

/** As many times a day as the register keeps. */
const mostADay = 4

export function Availability({ fields, onChange }: FieldsProps) {
  const t = useTexts(agentTexts)
  const times = timesOf(fields.available)
  const set = (next: readonly Time[]): void =>
    onChange({ available: weekOf(next) as FieldsProps['fields']['available'] })
  return (
    <>
      <Checkbox
        label={t('form.anyTime')}
        value="any"
        checked={fields.available === null}
        onChange={(event) => onChange({ available: event.target.checked ? null : {} })}
      />
      {fields.available !== null && (
        <>
          {times.length > 0 && <Times times={times} onChange={set} />}
          <NewTime
            isFull={(day) => times.filter((time) => time.day === day).length >= mostADay}
            onAdd={(time) => set([...times, time])}
          />
        </>
      )}
    </>
  )
}

type TimesProps = { readonly times: readonly Time[]; readonly onChange: (times: readonly Time[]) => void }

function Times({ times, onChange }: TimesProps) {
  const t = useTexts(agentTexts)
  const { times: write } = useFormats()
  const weekdayName = useWeekdayName()
  return (
    <ul className="lp-plain-list lp-agent-times">
      {times.map((time) => {
        const said = { day: weekdayName(time.day), hours: write(time.from, time.to) }
        return (
          <li key={`${time.day} ${time.from} ${time.to}`} className="lp-row">
            <span className="lp-agent-times__day">{said.day}</span>
            <span className="lp-number">{said.hours}</span>
            <Button
              variant="tertiary"
              data-size="sm"
              type="button"
              aria-label={t('form.removeTime', said)}
              onClick={() => onChange(times.filter((each) => each !== time))}
            >
              ×
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

type NewProps = { readonly isFull: (day: Weekday) => boolean; readonly onAdd: (time: Time) => void }

function NewTime({ isFull, onAdd }: NewProps) {
  const t = useTexts(agentTexts)
  const weekdayName = useWeekdayName()
  const [day, setDay] = useState<Weekday>(1)
  const [from, setFrom] = useState('08:00')
  const [to, setTo] = useState('16:00')
  const isBackwards = from >= to
  const add = (): void => {
    if (isBackwards || isFull(day)) return
    onAdd({ day, from, to })
    setDay(((day % 7) + 1) as Weekday)
  }
  return (
    <div className="lp-row lp-agent-add">
      <Choice
        label={t('form.weekday')}
        value={String(day)}
        onChange={(value) => setDay(Number(value) as Weekday)}
        options={weekdays.map((each) => ({ id: String(each), name: weekdayName(each) }))}
      />
      <TimeField label={t('form.from')} value={from} onChange={setFrom} />
      <TimeField label={t('form.to')} value={to} isBackwards={isBackwards} onChange={setTo} />
      <Button variant="secondary" type="button" onClick={add}>
        {t('form.addTime')}
      </Button>
      {isFull(day) && (
        <p role="status" className="lp-small">
          {t('form.dayFull', { day: weekdayName(day) })}
        </p>
      )}
    </div>
  )
}
