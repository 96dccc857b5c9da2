/** Weekdays and hours, absences and contacts a week: the same form for the organiser and on the observer's phone. */
import { Alert, Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import type { Availability, DayHours } from '../../../src/measure/observers/contract.ts'
import { ErrorState } from '../../design/states.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { AbsenceFields, type AbsenceRow, areComplete } from '../planning/absence-fields.tsx'
import { type WeekdayKey, weekdays } from './words.ts'

type Props = {
  readonly availability: Availability
  readonly title: string
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (availability: Availability) => void
}

const usualHours = { from: '09:00', to: '15:00' }

export function AvailabilityForm({ availability, title, busy, error, onSave }: Props) {
  const t = useTexts(poolTexts)
  const [perWeek, setPerWeek] = useState(String(availability.contactsPerWeek))
  const [hours, setHours] = useState<readonly DayHours[]>(availability.hours)
  const [absences, setAbsences] = useState<readonly AbsenceRow[]>(
    availability.absences.map((absence, key) => ({ ...absence, key })),
  )
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const isRight = areComplete(absences) && hours.every(({ from, to }) => from !== '' && from < to)
    setIsWrong(!isRight)
    if (!isRight) return
    onSave({
      contactsPerWeek: Number(perWeek),
      hours: [...hours],
      absences: absences.map(({ from, to, reason }) => ({ from, to, reason })),
    })
  }
  return (
    <form className="lp-card lp-form" onSubmit={submit} aria-label={title}>
      <h2>{title}</h2>
      <Textfield
        type="number"
        min={1}
        max={1000}
        required
        label={t('availability.perWeek')}
        value={perWeek}
        onChange={(event) => setPerWeek(event.target.value)}
      />
      <HoursFields hours={hours} onChange={setHours} />
      <AbsenceFields rows={absences} onChange={setAbsences} />
      {isWrong && <Alert data-color="danger">{t('availability.backwards')}</Alert>}
      {error ? <ErrorState error={error} /> : null}
      <p className="lp-quiet lp-small">{t('availability.replan')}</p>
      <div>
        <Button type="submit" loading={busy}>
          {t('one.save')}
        </Button>
      </div>
    </form>
  )
}

type HoursProps = {
  readonly hours: readonly DayHours[]
  readonly onChange: (hours: readonly DayHours[]) => void
}

function HoursFields({ hours, onChange }: HoursProps) {
  const t = useTexts(poolTexts)
  const all = weekdays.map((day) => ({ weekday: Number(day), ...usualHours }))
  return (
    <fieldset className="lp-choices">
      <legend>{t('availability.days')}</legend>
      <Checkbox
        label={t('availability.allDays')}
        checked={hours.length === 0}
        onChange={(event) => onChange(event.target.checked ? [] : all)}
      />
      {hours.length > 0 &&
        weekdays.map((day) => <DayField key={day} day={day} hours={hours} onChange={onChange} />)}
    </fieldset>
  )
}

function DayField({ day, hours, onChange }: HoursProps & { readonly day: WeekdayKey }) {
  const t = useTexts(poolTexts)
  const weekday = Number(day)
  const own = hours.find((one) => one.weekday === weekday)
  const name = t(`weekday.${day}`)
  const others = hours.filter((one) => one.weekday !== weekday)
  const put = (changed: DayHours | undefined): void =>
    onChange([...others, ...(changed ? [changed] : [])].sort((one, other) => one.weekday - other.weekday))
  const time = (end: 'from' | 'to') => (
    <Textfield
      data-size="sm"
      type="time"
      aria-label={t(`availability.${end}`, { weekday: name })}
      value={own?.[end] ?? ''}
      onChange={(event) => own && put({ ...own, [end]: event.target.value })}
    />
  )
  return (
    <div className="lp-day">
      <Checkbox
        label={name}
        checked={own !== undefined}
        // The last day cannot be taken away: no days at all means every day.
        disabled={own !== undefined && others.length === 0}
        onChange={(event) => put(event.target.checked ? { weekday, ...usualHours } : undefined)}
      />
      {own && (
        <>
          {time('from')}
          <span aria-hidden="true">–</span>
          {time('to')}
        </>
      )}
    </div>
  )
}
