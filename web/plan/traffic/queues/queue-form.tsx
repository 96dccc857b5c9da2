import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { QueueView } from '../../../../src/plan/traffic/queues/contract.ts'
import {
  type IntervalMinutes,
  intervalLengths,
  type QueueKind,
  queueKinds,
} from '../../../../src/plan/traffic/rules/queue.ts'
import {
  type EnquiryChannel,
  enquiryChannels,
} from '../../../../src/understand/intake/rules/enquiry-words.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { notBlank } from '../../../design/validity.ts'
import { trafficQueuesTexts } from '../../../i18n/traffic-queues.ts'
import { understandTexts } from '../../../i18n/understand.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useAfterChange } from '../use-traffic-change.ts'
import { isInOrder, OpeningFields, type OpeningWeekDraft, usualWeek } from './opening-fields.tsx'

type Props = { readonly queue?: QueueView; readonly onDone: (created: string | undefined) => void }

/** Written contacts wait; what is said is answered at once. */
const kindOf = (channel: EnquiryChannel): QueueKind =>
  channel === 'phone' || channel === 'inPerson'
    ? 'calls'
    : channel === 'chat' || channel === 'messenger' || channel === 'chatbot'
      ? 'chats'
      : 'tasks'

export function QueueForm({ queue, onDone }: Props) {
  const t = useTexts(trafficQueuesTexts)
  const words = useTexts(understandTexts)
  const after = useAfterChange()
  const create = useMutation({
    ...api.traffic.queues.create.mutationOptions(after(t('saved'))),
  })
  const edit = useMutation(
    api.traffic.queues.edit.mutationOptions(after(t('saved'), () => onDone(undefined))),
  )
  const [name, setName] = useState(queue?.name ?? '')
  const [channel, setChannel] = useState<EnquiryChannel>(queue?.channel ?? 'phone')
  const [kind, setKind] = useState<QueueKind>(queue?.kind ?? 'calls')
  const [intervalMinutes, setInterval] = useState<IntervalMinutes>(queue?.intervalMinutes ?? 15)
  const [opening, setOpening] = useState<OpeningWeekDraft>(queue?.opening ?? usualWeek)
  const [skill, setSkill] = useState(queue?.skill ?? '')
  const hasCounts = queue !== undefined && queue.firstDay !== null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isInOrder(opening)) return
    const fields = { name, channel, kind, intervalMinutes, opening, skill }
    if (queue) edit.mutate({ ...fields, queueId: queue.id })
    else create.mutate(fields, { onSuccess: ({ queueId }) => onDone(queueId) })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        data-autofocus
        {...notBlank}
        label={t('form.name')}
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <div className="lp-traffic-fields">
        <Choice
          label={t('form.channel')}
          value={channel}
          options={enquiryChannels.map((each) => [each, words(`channel.${each}`)])}
          onChange={(value) => {
            setChannel(value)
            if (!queue) setKind(kindOf(value))
          }}
        />
        <Choice
          label={t('kind.title')}
          value={kind}
          options={queueKinds.map((each) => [each, t(`kind.${each}`)])}
          onChange={setKind}
        />
        <Field>
          <Label>{t('interval')}</Label>
          <Select
            value={String(intervalMinutes)}
            disabled={hasCounts}
            onChange={({ target }) =>
              setInterval(intervalLengths.find((each) => each === Number(target.value)) ?? 15)
            }
          >
            {intervalLengths.map((each) => (
              <Select.Option key={each} value={String(each)}>
                {t('minutes', { n: each })}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Textfield
          label={t('skill')}
          maxLength={60}
          value={skill}
          onChange={({ target }) => setSkill(target.value)}
        />
      </div>
      <p className="lp-small lp-quiet">{t(hasCounts ? 'form.intervalKept' : 'form.intervalText')}</p>
      <OpeningFields week={opening} onChange={setOpening} />
      {(create.error ?? edit.error) && <ErrorState error={create.error ?? edit.error} />}
      <Button type="submit" loading={create.isPending || edit.isPending}>
        {t(queue ? 'form.save' : 'form.create')}
      </Button>
    </form>
  )
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={value}
        onChange={({ target }) => {
          const found = options.find(([each]) => each === target.value)
          if (found) onChange(found[0])
        }}
      >
        {options.map(([each, name]) => (
          <Select.Option key={each} value={each}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
