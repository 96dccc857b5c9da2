import { Field, Label, Select } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type WaitingView, waitingWeeks } from '../../../src/plan/waiting/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { type Chosen, useChoose, waitingLink } from './use-chosen.ts'

type Props = { readonly view: WaitingView; readonly chosen: Chosen }

/** The queues side by side. */
export function Queues({ view, chosen }: Props) {
  const t = useTexts(waitingTexts)
  if (view.queues.length < 2) return null
  return (
    <nav className="lp-parts" aria-label={t('queues')}>
      <ul>
        {view.queues.map(({ id, name }) => (
          <li key={id}>
            <Link
              {...linkTo(waitingLink({ ...chosen, queueId: id }))}
              {...(id === view.queue?.id ? { 'aria-current': 'page' as const } : {})}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function WeeksChoice({ chosen }: Pick<Props, 'chosen'>) {
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
