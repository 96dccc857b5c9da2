/** Offering a shift: to a colleague who can take it within the limits, for one in return, or to anybody. */
import { Button, Radio } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useShiftTimes } from '../shift-times.ts'
import { useAct } from '../use-act.ts'
import type { OwnShift, OwnView } from './use-own.ts'

type Props = { readonly shift: OwnShift; readonly own: OwnView; readonly small?: boolean }

export function SwapButton({ shift, own, small = false }: Props) {
  const t = useTexts(ownShiftTexts)
  const { span } = useShiftTimes()
  const [open, setOpen] = useState(false)
  const isOffered = own.swaps.some(
    (swap) =>
      swap.mine &&
      swap.shift?.shiftId === shift.shiftId &&
      (swap.state === 'asked' || swap.state === 'accepted'),
  )
  if (isOffered) return <Status tone="information">{t('list.offered')}</Status>
  return (
    <>
      <Button
        variant={small ? 'tertiary' : 'secondary'}
        data-color="neutral"
        {...(small && { 'data-size': 'sm' as const, 'aria-label': t('act.swapOf', { span: span(shift) }) })}
        onClick={() => setOpen(true)}
      >
        {t('act.swap')}
      </Button>
      <FormDialog
        open={open}
        title={t('swapDialog.title', { span: span(shift) })}
        onClose={() => setOpen(false)}
      >
        <SwapForm shift={shift} onDone={() => setOpen(false)} />
      </FormDialog>
    </>
  )
}

type Taker = {
  readonly agentId: string
  readonly name: string
  readonly alone: boolean
  readonly returns: readonly { readonly shiftId: string; readonly from: number; readonly to: number }[]
}
type FormProps = { readonly shift: OwnShift; readonly onDone: () => void }

function SwapForm({ shift, onDone }: FormProps) {
  const t = useTexts(ownShiftTexts)
  const query = useQuery(api.shifts.own.takers.queryOptions({ input: { shiftId: shift.shiftId } }))
  return (
    <>
      <p className="lp-quiet">{t('swapDialog.text')}</p>
      <Awaited query={query} lines={4}>
        {({ items }) => <Choices shift={shift} takers={items} onDone={onDone} />}
      </Awaited>
    </>
  )
}

function Choices({ shift, takers, onDone }: FormProps & { readonly takers: readonly Taker[] }) {
  const t = useTexts(ownShiftTexts)
  const { span } = useShiftTimes()
  const [chosen, setChosen] = useState('')
  const ask = useAct(api.shifts.own.askSwap.mutationOptions(), { done: t('swapDialog.sent'), onDone })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const [toAgentId = '', returnShiftId = ''] = chosen.split(' ')
    ask.mutate({ shiftId: shift.shiftId, toAgentId: toAgentId || null, returnShiftId: returnShiftId || null })
  }
  const ways = takers.flatMap(({ agentId, name, alone, returns }) => [
    ...(alone ? [{ value: agentId, text: t('swapDialog.alone', { name }) }] : []),
    ...returns.map((back) => ({
      value: `${agentId} ${back.shiftId}`,
      text: t('swapDialog.back', { name, span: span(back) }),
    })),
  ])
  const group = useId()
  return (
    <form className="lp-stack" onSubmit={send}>
      {takers.length === 0 && <p>{t('swapDialog.nobody')}</p>}
      <fieldset className="lp-own-takers">
        <legend>{t('swapDialog.who')}</legend>
        {[{ value: '', text: t('swapDialog.anybody') }, ...ways].map(({ value, text }) => (
          <Radio
            key={value}
            name={group}
            label={text}
            value={value}
            checked={chosen === value}
            onChange={() => setChosen(value)}
          />
        ))}
      </fieldset>
      {ask.error && <ErrorState error={ask.error} />}
      <div className="lp-row">
        <Button type="submit" loading={ask.isPending}>
          {t('swapDialog.send')}
        </Button>
      </div>
    </form>
  )
}
