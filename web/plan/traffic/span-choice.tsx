import { Field, Label, Select } from '@digdir/designsystemet-react'
import { addDays, toEpochDay } from '../../../src/kernel/calendar.ts'
import type { TrafficView } from '../../../src/plan/traffic/contract.ts'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { QueueChoice } from './queue-choice.tsx'
import { type Chosen, useChoose } from './use-chosen.ts'

const backs = [28, 56, 182, 396] as const
const aheads = [14, 35, 91, 365] as const

type Props = { readonly view: TrafficView; readonly chosen: Chosen }

/** Which queue, how far back and ahead, and by day or by week. */
export function SpanChoice({ view, chosen }: Props) {
  const t = useTexts(trafficTexts)
  const choose = useChoose()
  const { today, from, to, queueId } = view
  const [back, ahead] = [toEpochDay(today) - toEpochDay(from), toEpochDay(to) - toEpochDay(today)]
  return (
    <div className="lp-traffic-choice lp-no-print">
      <QueueChoice
        queues={view.queues}
        queueId={queueId}
        // Another queue has other events; the day that is open stays open.
        onQueue={(id) => choose({ ...chosen, queueId: id })}
      />
      <Days
        label={t('span.back')}
        days={back}
        choices={backs}
        onChange={(days) => choose({ ...chosen, from: addDays(today, -days), to })}
      />
      <Days
        label={t('span.ahead')}
        days={ahead}
        choices={aheads}
        onChange={(days) => choose({ ...chosen, from, to: addDays(today, days) })}
      />
      <Field data-size="sm">
        <Label>{t('span.per')}</Label>
        <Select
          value={chosen.per ?? 'day'}
          onChange={({ target }) => {
            const { per: _, ...others } = chosen
            choose(target.value === 'week' ? { ...others, per: 'week' } : others)
          }}
        >
          <Select.Option value="day">{t('span.day')}</Select.Option>
          <Select.Option value="week">{t('span.week')}</Select.Option>
        </Select>
      </Field>
    </div>
  )
}

type DaysProps = {
  readonly label: string
  readonly days: number
  readonly choices: readonly (14 | 28 | 35 | 56 | 91 | 182 | 365 | 396)[]
  readonly onChange: (days: number) => void
}

/** A span from the address that is none of the usual ones is a choice of its own. */
function Days({ label, days, choices, onChange }: DaysProps) {
  const t = useTexts(trafficTexts)
  const isUsual = choices.some((each) => each === days)
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={String(days)} onChange={({ target }) => onChange(Number(target.value))}>
        {!isUsual && <Select.Option value={String(days)}>{t('span.own', { days })}</Select.Option>}
        {choices.map((each) => (
          <Select.Option key={each} value={String(each)}>
            {t(`span.d${each}`)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
