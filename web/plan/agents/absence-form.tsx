/** When somebody is away, and why in one word; for the agent himself and for the planner alike. */
import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import { toInstant, toLocal } from '../../../src/kernel/zone.ts'
import type { AbsenceFields } from '../../../src/plan/shifts/people/contract.ts'
import { absenceKinds } from '../../../src/plan/shifts/people/rules/words.ts'
import { ErrorState } from '../../design/states.tsx'
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { designTexts } from '../../i18n/design.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Choice } from './choice.tsx'

type Kind = (typeof absenceKinds)[number]
type Props = {
  readonly kinds?: readonly Kind[]
  /** The verb of the act. */
  readonly submit: string
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: (fields: AbsenceFields) => void
}

export function AbsenceForm({ kinds = absenceKinds, submit, busy, error, onSubmit }: Props) {
  const t = useTexts(agentRequestTexts)
  const today = toLocal(new Date()).date
  const [kind, setKind] = useState<Kind>(kinds[0]!)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [part, setPart] = useState(false)
  const [[fromTime, toTime], setTimes] = useState<readonly [string, string]>(['08:00', '12:00'])
  const isBackwards =
    from !== '' && (part ? fromTime !== '' && toTime !== '' && fromTime >= toTime : to !== '' && to < from)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (isBackwards) return
    const startsAt = toInstant(from, part ? fromTime : '00:00')
    const endsAt = part ? toInstant(from, toTime) : toInstant(addDays(to, 1), '00:00')
    onSubmit({ kind, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })
  }
  return (
    <form className="lp-stack" onSubmit={send}>
      {kinds.length > 1 && (
        <Choice
          label={t('absence.kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((id) => ({ id, name: t(`kind.${id}`) }))}
        />
      )}
      <div className="lp-row">
        <DateField
          label={t('absence.from')}
          value={from}
          onChange={(date) => {
            setFrom(date)
            if (to < date) setTo(date)
          }}
        />
        {!part && <DateField label={t('absence.to')} value={to} isBackwards={isBackwards} onChange={setTo} />}
      </div>
      <Checkbox
        label={t('absence.part')}
        value="part"
        checked={part}
        onChange={(event) => setPart(event.target.checked)}
      />
      {part && (
        <div className="lp-row">
          <TimeField
            label={t('absence.fromTime')}
            value={fromTime}
            onChange={(time) => setTimes([time, toTime])}
          />
          <TimeField
            label={t('absence.toTime')}
            value={toTime}
            isBackwards={isBackwards}
            onChange={(time) => setTimes([fromTime, time])}
          />
        </div>
      )}
      <p className="lp-small lp-quiet">{t('absence.noDiagnosis')}</p>
      {error ? <ErrorState error={error} /> : null}
      <div className="lp-row">
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = {
  readonly label: string
  /** It is the end, and lies before the start. */
  readonly isBackwards?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

export function DateField(props: FieldProps) {
  return <TimedField {...props} type="date" />
}

export function TimeField(props: FieldProps) {
  return <TimedField {...props} type="time" />
}

function TimedField({ label, value, isBackwards, onChange, type }: FieldProps & { type: 'date' | 'time' }) {
  const t = useTexts(designTexts)
  return (
    <Textfield
      label={label}
      type={type}
      required
      {...(isBackwards && { error: t('field.endLater') })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
