import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { EventView } from '../../../../src/plan/traffic/causes/contract.ts'
import type { TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { api } from '../../../api.ts'
import { ErrorState } from '../../../design/states.tsx'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { readNumber } from '../read-number.ts'
import { useAfterChange } from '../use-traffic-change.ts'

type Props = { readonly event?: EventView; readonly view: TrafficView; readonly onDone: () => void }

/** An event with its day and size; its effect is the learned one unless the planner knows better. */
export function EventForm({ event, view, onDone }: Props) {
  const t = useTexts(trafficCausesTexts)
  const after = useAfterChange()
  const add = useMutation(api.traffic.events.add.mutationOptions(after(t('events.saved'), onDone)))
  const edit = useMutation(api.traffic.events.edit.mutationOptions(after(t('events.saved'), onDone)))
  const [kindId, setKindId] = useState(event?.kindId ?? view.kinds[0]?.kindId ?? '')
  const [day, setDay] = useState(event?.day ?? '')
  const [size, setSize] = useState(String(event?.size ?? 1).replace('.', ','))
  const [percent, setPercent] = useState(
    event?.factor == null ? '' : String(Math.round((event.factor - 1) * 1000) / 10).replace('.', ','),
  )
  const [note, setNote] = useState(event?.note ?? '')
  const factor = percent.trim() === '' ? null : 1 + readNumber(percent) / 100
  const [tried, setTried] = useState(false)
  const isSize = readNumber(size) > 0 && readNumber(size) <= 100
  const isFactor = factor === null || (factor > 0 && factor <= 20)
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault()
    setTried(true)
    if (!isSize || !isFactor) return
    const fields = { kindId, day, size: readNumber(size), factor, note }
    if (event) edit.mutate({ ...fields, eventId: event.eventId })
    else add.mutate(fields)
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Field>
        <Label>{t('events.kind')}</Label>
        <Select value={kindId} onChange={({ target }) => setKindId(target.value)}>
          {view.kinds.map((kind) => (
            <Select.Option key={kind.kindId} value={kind.kindId}>
              {kind.name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        type="date"
        required
        label={t('events.day')}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <Textfield
        inputMode="decimal"
        label={t('events.size')}
        description={t('events.sizeText')}
        {...(tried && !isSize && { error: t('events.sizeWrong') })}
        value={size}
        onChange={({ target }) => setSize(target.value)}
      />
      <Textfield
        inputMode="decimal"
        suffix="%"
        label={t('events.own')}
        description={useLearned(view, kindId)}
        {...(tried && !isFactor && { error: t('events.ownWrong') })}
        value={percent}
        onChange={({ target }) => setPercent(target.value)}
      />
      <Textfield
        label={t('events.note')}
        maxLength={300}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {(add.error ?? edit.error) && <ErrorState error={add.error ?? edit.error} />}
      <Button type="submit" loading={add.isPending || edit.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

/** What has been learned of the kind, beside the field in which it can be set otherwise. */
function useLearned(view: TrafficView, kindId: string): string {
  const t = useTexts(trafficCausesTexts)
  const { change, interval } = useFormats()
  const learned = view.kinds.find((kind) => kind.kindId === kindId)?.learned
  if (learned?.basis !== 'learned') return t('events.ownUnknown')
  const peak = learned.days.reduce((most, each) =>
    Math.abs(each.change) > Math.abs(most.change) ? each : most,
  )
  return t('events.ownText', {
    change: change(peak.change * 100, 0),
    between: interval(peak.low * 100, peak.high * 100, 0),
    occurrences: learned.occurrences,
  })
}
