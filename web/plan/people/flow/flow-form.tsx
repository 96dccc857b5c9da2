/** What those do who come again, in the planner's own words: shares of each queue, and of self-service. */
import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { FlowQueueView, FlowView } from '../../../../src/plan/flow/contract.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import { useTexts } from '../../../i18n/use-texts.ts'

type Said = {
  readonly queueId: string
  readonly name: string
  readonly returns: string
  readonly redial: string
  readonly shiftTo: string
  readonly shift: string
}
const selfServiceParts = ['tried', 'settled', 'givenUp'] as const
type SelfService = Readonly<Record<(typeof selfServiceParts)[number], string>>

const inPercent = (share: number): string => String(Number((share * 100).toFixed(2)))
const shareOf = (percent: string): number => Number(percent) / 100

function saidOf({ queueId, name, pReturn, pRedial, shiftTo, pShift }: FlowQueueView): Said {
  const returns = pReturn === null ? '' : inPercent(pReturn)
  return {
    queueId,
    name,
    returns,
    redial: inPercent(pRedial),
    shiftTo: shiftTo ?? '',
    shift: inPercent(pShift),
  }
}

export function FlowForm({ flow, onDone }: { readonly flow: FlowView; readonly onDone: () => void }) {
  const t = useTexts(flowTexts)
  const client = useQueryClient()
  const [queues, setQueues] = useState(() => flow.queues.map(saidOf))
  const [self, setSelf] = useState<SelfService>(() => ({
    tried: flow.selfService ? inPercent(flow.selfService.tried) : '',
    settled: flow.selfService ? inPercent(flow.selfService.settled) : '',
    givenUp: flow.selfService ? inPercent(flow.selfService.givenUp) : '',
  }))
  const save = useMutation(
    api.flow.save.mutationOptions({
      onSuccess: async () => {
        // The need of the months builds on it as well.
        await client.invalidateQueries()
        onDone()
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({
      queues: queues.map(({ queueId, returns, redial, shiftTo, shift }) => ({
        queueId,
        pReturn: returns === '' ? null : shareOf(returns),
        pRedial: shareOf(redial),
        shiftTo: shiftTo === '' ? null : shiftTo,
        pShift: shiftTo === '' ? 0 : shareOf(shift),
      })),
      selfService:
        self.tried === ''
          ? null
          : { tried: shareOf(self.tried), settled: shareOf(self.settled), givenUp: shareOf(self.givenUp) },
    })
  }
  const change = (queueId: string, part: Partial<Said>) =>
    setQueues(queues.map((queue) => (queue.queueId === queueId ? { ...queue, ...part } : queue)))
  return (
    <form className="lp-stack" onSubmit={submit}>
      {queues.map((queue) => (
        <QueueShares
          key={queue.queueId}
          said={queue}
          others={queues.filter(({ queueId }) => queueId !== queue.queueId)}
          onChange={(part) => change(queue.queueId, part)}
        />
      ))}
      <fieldset className="lp-stack">
        <legend>{t('form.self')}</legend>
        <div className="lp-form-line">
          {selfServiceParts.map((part) => (
            <Percent
              key={part}
              label={t(`form.${part}`)}
              value={self[part]}
              required={self.tried !== ''}
              onChange={(value) => setSelf({ ...self, [part]: value })}
            />
          ))}
        </div>
      </fieldset>
      {save.error ? <ErrorState error={save.error} /> : null}
      <Button type="submit" loading={save.isPending}>
        {t('form.save')}
      </Button>
    </form>
  )
}

type SharesProps = {
  readonly said: Said
  readonly others: readonly Said[]
  readonly onChange: (part: Partial<Said>) => void
}

function QueueShares({ said, others, onChange }: SharesProps) {
  const t = useTexts(flowTexts)
  return (
    <fieldset className="lp-stack">
      <legend>{said.name}</legend>
      <Percent
        label={t('form.returns')}
        help={t('form.returnsHelp')}
        value={said.returns}
        most={95}
        onChange={(returns) => onChange({ returns })}
      />
      <div className="lp-form-line">
        <Percent
          label={t('form.redial')}
          value={said.redial}
          required
          onChange={(redial) => onChange({ redial })}
        />
        <Field>
          <Label>{t('form.shiftTo')}</Label>
          <Select value={said.shiftTo} onChange={({ target }) => onChange({ shiftTo: target.value })}>
            <Select.Option value="">{t('form.nowhere')}</Select.Option>
            {others.map(({ queueId, name }) => (
              <Select.Option key={queueId} value={queueId}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {said.shiftTo !== '' && (
          <Percent
            label={t('form.shift')}
            value={said.shift}
            required
            onChange={(shift) => onChange({ shift })}
          />
        )}
      </div>
    </fieldset>
  )
}

type PercentProps = {
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly most?: number
  readonly required?: boolean
  readonly onChange: (value: string) => void
}

function Percent({ label, help, value, most = 100, required = false, onChange }: PercentProps) {
  return (
    <Textfield
      type="number"
      min={0}
      max={most}
      step="any"
      suffix="%"
      label={label}
      {...(help === undefined ? {} : { description: help })}
      required={required}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
