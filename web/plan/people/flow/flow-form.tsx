/** What those do who come again, in the planner's own words: shares of each queue, and of self-service. */
import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { FlowQueueView, FlowView } from '../../../../src/plan/flow/contract.ts'
import { api } from '../../../api.ts'
import { PercentField } from '../../../design/number-field.tsx'
import { ErrorState } from '../../../design/states.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import { useTexts } from '../../../i18n/use-texts.ts'

type Said = Pick<FlowQueueView, 'queueId' | 'name' | 'pReturn' | 'pRedial' | 'shiftTo' | 'pShift'>

export function FlowForm({ flow, onDone }: { readonly flow: FlowView; readonly onDone: () => void }) {
  const t = useTexts(flowTexts)
  const client = useQueryClient()
  const [queues, setQueues] = useState<readonly Said[]>(flow.queues)
  const [self, setSelf] = useState(flow.selfService)
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
      queues: queues.map(({ queueId, pReturn, pRedial, shiftTo, pShift }) => ({
        queueId,
        pReturn,
        pRedial,
        shiftTo,
        pShift: shiftTo === null ? 0 : pShift,
      })),
      selfService: self,
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
          <PercentField
            label={t('form.tried')}
            limits={[0, 100]}
            optional
            value={self?.tried ?? null}
            onChange={(tried) => setSelf(tried === null ? null : { settled: 0, givenUp: 0, ...self, tried })}
          />
          {self !== null &&
            (['settled', 'givenUp'] as const).map((part) => (
              <PercentField
                key={part}
                label={t(`form.${part}`)}
                limits={[0, 100]}
                value={self[part]}
                onChange={(share) => setSelf({ ...self, [part]: share })}
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
      <PercentField
        label={t('form.returns')}
        help={t('form.returnsHelp')}
        limits={[0, 95]}
        optional
        value={said.pReturn}
        onChange={(pReturn) => onChange({ pReturn })}
      />
      <div className="lp-form-line">
        <PercentField
          label={t('form.redial')}
          limits={[0, 100]}
          value={said.pRedial}
          onChange={(pRedial) => onChange({ pRedial })}
        />
        <Field>
          <Label>{t('form.shiftTo')}</Label>
          <Select
            value={said.shiftTo ?? ''}
            onChange={({ target }) => onChange({ shiftTo: target.value === '' ? null : target.value })}
          >
            <Select.Option value="">{t('form.nowhere')}</Select.Option>
            {others.map(({ queueId, name }) => (
              <Select.Option key={queueId} value={queueId}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {said.shiftTo !== null && (
          <PercentField
            label={t('form.shift')}
            limits={[0, 100]}
            value={said.pShift}
            onChange={(pShift) => onChange({ pShift })}
          />
        )}
      </div>
    </fieldset>
  )
}
