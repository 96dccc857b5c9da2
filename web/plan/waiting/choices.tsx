import { Field, Label, Select } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { waitingWeeks } from '../../../src/plan/waiting/contract.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { type Chosen, useChoose } from './use-chosen.ts'

export function WeeksChoice({ chosen }: { readonly chosen: Chosen }) {
  const t = useTexts(waitingTexts)
  const choose = useChoose()
  return (
    <Choice
      label={t('period')}
      value={String(chosen.weeks)}
      onValue={(weeks) => choose({ ...chosen, weeks: Number(weeks) })}
    >
      {waitingWeeks.map((weeks) => (
        <Select.Option key={weeks} value={String(weeks)}>
          {t('weeks', { count: weeks })}
        </Select.Option>
      ))}
    </Choice>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly children: ReactNode
}

export function Choice({ label, value, onValue, children }: ChoiceProps) {
  return (
    <Field data-size="sm" className="lp-waiting__choice">
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onValue(event.target.value)}>
        {children}
      </Select>
    </Field>
  )
}
