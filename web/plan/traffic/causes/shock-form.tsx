import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ShockView } from '../../../../src/plan/traffic/causes/contract.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { readNumber } from '../read-number.ts'
import { useAfterChange } from '../use-traffic-change.ts'

type Props = {
  readonly shock?: ShockView
  readonly queueId: string
  readonly today: string
  readonly onDone: () => void
}

const written = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',')

/** A turn that the planner knows of, or a found one with another size; saving one accepts it. */
export function ShockForm({ shock, queueId, today, onDone }: Props) {
  const t = useTexts(trafficCausesTexts)
  const after = useAfterChange()
  const add = useMutation(api.traffic.shocks.add.mutationOptions(after(t('shocks.settled'), onDone)))
  const settle = useMutation(api.traffic.shocks.settle.mutationOptions(after(t('shocks.settled'), onDone)))
  const [name, setName] = useState(shock?.name ?? '')
  const [day, setDay] = useState(shock?.day ?? today)
  const [percent, setPercent] = useState(shock ? written((shock.multiplier - 1) * 100) : '')
  const [halfLife, setHalfLife] = useState(shock?.halfLifeDays == null ? '' : written(shock.halfLifeDays))
  const multiplier = 1 + readNumber(percent) / 100
  const halfLifeDays = halfLife.trim() === '' ? null : readNumber(halfLife)
  const [tried, setTried] = useState(false)
  const isSize = percent.trim() !== '' && multiplier > 0 && multiplier <= 50
  const isHalfLife = halfLifeDays === null || (halfLifeDays > 0 && halfLifeDays <= 2000)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!isSize || !isHalfLife) return
    const fields = { name, multiplier, halfLifeDays }
    if (shock) settle.mutate({ ...fields, shockId: shock.shockId, state: 'accepted' })
    else add.mutate({ ...fields, queueId, day })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        data-autofocus
        label={t('shocks.name')}
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Textfield
        type="date"
        required
        label={t('shocks.day')}
        readOnly={shock !== undefined}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <Textfield
        inputMode="decimal"
        suffix="%"
        label={t('shocks.size')}
        description={t('shocks.sizeText')}
        {...(tried && !isSize && { error: t('shocks.sizeWrong') })}
        value={percent}
        onChange={({ target }) => setPercent(target.value)}
      />
      <Textfield
        inputMode="decimal"
        suffix={t('shocks.days')}
        label={t('shocks.halfLife')}
        description={t('shocks.halfLifeText')}
        {...(tried && !isHalfLife && { error: t('shocks.halfLifeWrong') })}
        value={halfLife}
        onChange={({ target }) => setHalfLife(target.value)}
      />
      {(add.error ?? settle.error) && <ErrorState error={add.error ?? settle.error} />}
      <Button type="submit" loading={add.isPending || settle.isPending}>
        {shock ? t('shocks.saveAccept') : t('save')}
      </Button>
    </form>
  )
}
