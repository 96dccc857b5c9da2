import { Button, Checkbox, Field, Fieldset, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { EventKindView } from '../../../../src/plan/traffic/causes/contract.ts'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import { type EventCategory, eventCategories } from '../../../../src/plan/traffic/rules/event-words.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { notBlank } from '../../../design/validity.ts'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useAfterChange } from '../use-traffic-change.ts'

type Props = {
  readonly kind?: EventKindView
  readonly queues: readonly QueueView[]
  readonly onDone: () => void
}

/** A new kind of event, or what one is. */
export function KindForm({ kind, queues, onDone }: Props) {
  const t = useTexts(trafficCausesTexts)
  const after = useAfterChange()
  const create = useMutation(api.traffic.events.createKind.mutationOptions(after(t('kinds.saved'), onDone)))
  const edit = useMutation(api.traffic.events.editKind.mutationOptions(after(t('kinds.saved'), onDone)))
  const [name, setName] = useState(kind?.name ?? '')
  const [category, setCategory] = useState<EventCategory>(kind?.category ?? 'invoice')
  const [before, setBefore] = useState(String(-(kind?.lagFrom ?? 0)))
  const [queueIds, setQueueIds] = useState<readonly string[]>(kind?.queueIds ?? [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const fields = { name, category, lagFrom: -Number(before) || 0, queueIds: [...queueIds] }
    if (kind) edit.mutate({ ...fields, kindId: kind.kindId })
    else create.mutate(fields)
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        data-autofocus
        {...notBlank}
        label={t('kinds.name')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field>
        <Label>{t('kinds.category')}</Label>
        <Select value={category} onChange={({ target }) => setCategory(target.value as EventCategory)}>
          {eventCategories.map((each) => (
            <Select.Option key={each} value={each}>
              {t(`category.${each}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        type="number"
        required
        min={0}
        max={14}
        label={t('kinds.before')}
        description={t('kinds.beforeText')}
        value={before}
        onChange={(event) => setBefore(event.target.value)}
      />
      <QueueChecks queues={queues} chosen={queueIds} onChange={setQueueIds} />
      {(create.error ?? edit.error) && <ErrorState error={create.error ?? edit.error} />}
      <Button type="submit" loading={create.isPending || edit.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

type ChecksProps = {
  readonly queues: readonly QueueView[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Which queues something is about; none means all. */
export function QueueChecks({ queues, chosen, onChange }: ChecksProps) {
  const t = useTexts(trafficCausesTexts)
  return (
    <Fieldset>
      <Fieldset.Legend>{t('queues.title')}</Fieldset.Legend>
      <Fieldset.Description>{t('queues.text')}</Fieldset.Description>
      <div className="lp-traffic-checks">
        {queues.map(({ id, name }) => (
          <Checkbox
            key={id}
            value={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
        ))}
      </div>
    </Fieldset>
  )
}
