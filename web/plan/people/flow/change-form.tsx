/** Which share changes, by how much, and from which day; what it makes of the queues is shown while one writes. */
import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { FlowView } from '../../../../src/plan/flow/contract.ts'
import { changeFactors } from '../../../../src/plan/flow/rules/expected-change.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'

const self = 'self'

export function ChangeForm({ flow, onDone }: { readonly flow: FlowView; readonly onDone: () => void }) {
  const t = useTexts(flowTexts)
  const { percent } = useFormats()
  const client = useQueryClient()
  const { queues, selfService } = flow
  const [what, setWhat] = useState(queues[0]?.queueId ?? self)
  const [points, setPoints] = useState('')
  const [from, setFrom] = useState('')
  const save = useMutation(
    api.flow.expect.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries()
        onDone()
      },
    }),
  )
  const change = { queueId: what === self ? null : what, difference: Number(points) / 100 }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ ...change, from })
  }
  const now = what === self ? selfService?.settled : queues.find(({ queueId }) => queueId === what)?.returns
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Field>
        <Label>{t('changes.choose')}</Label>
        <Select data-autofocus value={what} onChange={({ target }) => setWhat(target.value)}>
          {queues.map(({ queueId, name }) => (
            <Select.Option key={queueId} value={queueId}>
              {t('changes.returns', { queue: name })}
            </Select.Option>
          ))}
          {selfService && <Select.Option value={self}>{t('changes.self')}</Select.Option>}
        </Select>
      </Field>
      {!selfService && <p className="lp-quiet lp-small">{t('changes.selfUnknown')}</p>}
      <Textfield
        type="number"
        step="any"
        min={-100}
        max={100}
        required
        label={t('changes.points')}
        description={t('changes.pointsHelp', { now: now === undefined ? '–' : percent(now, 1) })}
        value={points}
        onChange={({ target }) => setPoints(target.value)}
      />
      <Textfield
        type="date"
        required
        label={t('changes.day')}
        value={from}
        onChange={({ target }) => setFrom(target.value)}
      />
      <Effect flow={flow} change={change} />
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button type="submit" loading={save.isPending}>
        {t('changes.save')}
      </Button>
    </form>
  )
}

type EffectProps = {
  readonly flow: FlowView
  readonly change: { readonly queueId: string | null; readonly difference: number }
}

/** By the same rule that keeps it. */
function Effect({ flow: { queues, selfService }, change }: EffectProps) {
  const t = useTexts(flowTexts)
  const { change: signed } = useFormats()
  if (!Number.isFinite(change.difference) || change.difference === 0) return null
  const answer = changeFactors(
    queues.map(({ queueId, returns, pAbandon, pRedial, shiftTo, pShift }) => ({
      id: queueId,
      pReturn: returns,
      pAbandon,
      pRedial,
      shiftsTo: shiftTo === null ? {} : { [shiftTo]: pShift },
    })),
    change,
    {
      offered: new Map(queues.map(({ queueId, offered }) => [queueId, offered])),
      selfService: selfService ?? undefined,
    },
  )
  if (!answer.ok) return <p role="status">{t('changes.impossible')}</p>
  const lost = queues.reduce((sum, { queueId, offered, pAbandon, workSeconds }) => {
    const contacts = offered * (answer.factors.get(queueId)! - 1)
    return {
      contacts: sum.contacts + contacts,
      hours: sum.hours + (contacts * (1 - pAbandon) * (workSeconds ?? 0)) / 3600,
    }
  }, nothing)
  return (
    <p role="status">
      <strong>
        {t('changes.effect', { contacts: signed(lost.contacts, 0), hours: signed(lost.hours, 0) })}
      </strong>{' '}
      <span className="lp-quiet">
        {t('changes.effectOf', {
          all: Math.round(queues.reduce((sum, { offered }) => sum + offered, 0)),
        })}
      </span>
    </p>
  )
}

const nothing = { contacts: 0, hours: 0 }
