import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import type { DemandView } from '../../../src/understand/overview/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** Which days, which topic, how many. */
export function DrawForm({ view, onDone }: { readonly view: DemandView; readonly onDone: () => void }) {
  const t = useTexts(overviewTexts)
  const client = useQueryClient()
  const lastDay = view.lastDay!
  const [fields, setFields] = useState({ from: addDays(lastDay, -90), to: lastDay, topicId: '', size: '200' })
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }))
  const draw = useMutation(
    api.overview.demand.draw.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.overview.demand.key() })
        onDone()
      },
    }),
  )
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const { from, to, topicId, size } = fields
    draw.mutate({ from, to, topicId: topicId === '' ? null : topicId, size: Number(size) })
  }
  return (
    <form className="lp-stack" onSubmit={send}>
      <Textfield
        type="date"
        required
        label={t('period.from')}
        value={fields.from}
        onChange={(event) => set({ from: event.target.value })}
      />
      <Textfield
        type="date"
        required
        label={t('period.to')}
        value={fields.to}
        onChange={(event) => set({ to: event.target.value })}
      />
      <Field>
        <Label>{t('demand.about')}</Label>
        <Select value={fields.topicId} onChange={(event) => set({ topicId: event.target.value })}>
          <Select.Option value="">{t('demand.allTopics')}</Select.Option>
          {view.topicChoices.map(({ topicId, name }) => (
            <Select.Option key={topicId} value={topicId}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        type="number"
        required
        min={10}
        max={1000}
        label={t('demand.size')}
        value={fields.size}
        onChange={(event) => set({ size: event.target.value })}
      />
      {draw.error ? <ErrorState error={draw.error} /> : null}
      <Button type="submit" loading={draw.isPending}>
        {t('demand.draw')}
      </Button>
    </form>
  )
}
