/** What somebody wishes; for the agent himself and for the planner alike. */
import { Button, Checkbox } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import { toLocal } from '../../../src/kernel/zone.ts'
import type { WishFields } from '../../../src/plan/shifts/people/contract.ts'
import { ErrorState } from '../../design/states.tsx'
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useWeekdayName, weekdays } from '../weekdays.ts'
import { DateField, TimeField } from './absence-form.tsx'
import { Choice } from './choice.tsx'

type Props = {
  readonly submit: string
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: (fields: WishFields) => void
}

export function WishForm({ submit, busy, error, onSubmit }: Props) {
  const t = useTexts(agentRequestTexts)
  const weekdayName = useWeekdayName()
  const [kind, setKind] = useState<WishFields['kind']>('free')
  const [when, setWhen] = useState<'once' | 'weekly'>('once')
  const [date, setDate] = useState(addDays(toLocal(new Date()).date, 14))
  const [weekday, setWeekday] = useState('1')
  const [part, setPart] = useState(false)
  const [[from, to], setTimes] = useState<readonly [string, string]>(['08:00', '12:00'])
  const [weight, setWeight] = useState('1')
  const isBackwards = part && from !== '' && to !== '' && from >= to
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (isBackwards) return
    onSubmit({
      kind,
      date: when === 'once' ? date : null,
      weekday: when === 'weekly' ? Number(weekday) : null,
      from: part ? from : null,
      to: part ? to : null,
      weight: Number(weight),
    })
  }
  return (
    <form className="lp-stack" onSubmit={send}>
      <div className="lp-columns">
        <Choice
          label={t('wish.kind')}
          value={kind}
          onChange={setKind}
          options={(['free', 'work'] as const).map((id) => ({ id, name: t(`wish.${id}`) }))}
        />
        <Choice
          label={t('wish.when')}
          value={when}
          onChange={setWhen}
          options={(['once', 'weekly'] as const).map((id) => ({ id, name: t(`wish.${id}`) }))}
        />
        {when === 'once' ? (
          <DateField label={t('wish.date')} value={date} onChange={setDate} />
        ) : (
          <Choice
            label={t('wish.weekday')}
            value={weekday}
            onChange={setWeekday}
            options={weekdays.map((each) => ({ id: String(each), name: weekdayName(each) }))}
          />
        )}
        <Choice
          label={t('wish.weight')}
          value={weight}
          onChange={setWeight}
          options={(['1', '2', '3'] as const).map((id) => ({ id, name: t(`wish.weight${id}`) }))}
        />
      </div>
      <Checkbox
        label={t('wish.part')}
        value="part"
        checked={part}
        onChange={(event) => setPart(event.target.checked)}
      />
      {part && (
        <div className="lp-row">
          <TimeField label={t('wish.fromTime')} value={from} onChange={(time) => setTimes([time, to])} />
          <TimeField
            label={t('wish.toTime')}
            value={to}
            isBackwards={isBackwards}
            onChange={(time) => setTimes([from, time])}
          />
        </div>
      )}
      {error ? <ErrorState error={error} /> : null}
      <div className="lp-row">
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
