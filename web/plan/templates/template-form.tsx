/** When a kind of shift may begin, how long it is, and where its breaks may lie. */
import { Button, Checkbox, Fieldset, Textfield, ValidationMessage } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { TemplateFields, TemplateView } from '../../../src/plan/shifts/people/contract.ts'
import { api } from '../../api.ts'
import { NumberField } from '../../design/number-field.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { shiftTemplateTexts } from '../../i18n/shift-templates.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { TimeField } from '../agents/absence-form.tsx'
import { Choice } from '../agents/choice.tsx'
import { useWeekdayName, weekdays } from '../weekdays.ts'
import {
  type DraftBreak,
  type DraftFault,
  faultsOf,
  fieldsOf,
  type TemplateDraft,
  writeLengths,
} from './template-draft.ts'

type Props = { readonly template?: TemplateView; readonly onDone: () => void }

const usual: TemplateFields = {
  name: '',
  weekdays: [1, 2, 3, 4, 5],
  earliestStart: '08:00',
  latestStart: '10:00',
  startEvery: 30,
  lengths: [480],
  breaks: [{ minutes: 30, earliest: 180, latest: 285 }],
}
const everies = [15, 30, 45, 60] as const

export function TemplateForm({ template, onDone }: Props) {
  const t = useTexts(shiftTemplateTexts)
  const { number } = useFormats()
  const toast = useToast()
  const client = useQueryClient()
  const dayName = useWeekdayName()
  const start = template ?? usual
  const [draft, setDraft] = useState<TemplateDraft>(() => ({
    ...start,
    lengths: writeLengths(start.lengths, (hours) => number(hours)),
    breaks: start.breaks.map((pause, key) => ({ ...pause, key })),
  }))
  const change = (fields: Partial<TemplateDraft>): void => setDraft({ ...draft, ...fields })
  const faults = faultsOf(draft)
  const fault = (field: DraftFault['field']) => faults.find((each) => each.field === field)
  const lengths = fault('lengths')
  const save = useMutation({
    ...api.shifts.templates.save.mutationOptions(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: api.shifts.templates.key() })
      toast({ text: t('saved') })
      onDone()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (faults.length === 0) save.mutate({ ...fieldsOf(draft), templateId: template?.templateId ?? null })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <Textfield
        data-autofocus
        label={t('form.name')}
        maxLength={120}
        required
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      <Fieldset>
        <Fieldset.Legend>{t('form.weekdays')}</Fieldset.Legend>
        <div className="lp-row">
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              label={dayName(day).slice(0, 3)}
              value={String(day)}
              checked={draft.weekdays.includes(day)}
              onChange={({ target }) =>
                change({
                  weekdays: target.checked
                    ? [...draft.weekdays, day]
                    : draft.weekdays.filter((each) => each !== day),
                })
              }
            />
          ))}
        </div>
        {fault('weekdays') && <ValidationMessage role="alert">{t('fault.weekdays')}</ValidationMessage>}
      </Fieldset>
      <div className="lp-row">
        <TimeField
          label={t('form.earliest')}
          value={draft.earliestStart}
          onChange={(earliestStart) => change({ earliestStart })}
        />
        <TimeField
          label={t('form.latest')}
          value={draft.latestStart}
          onChange={(latestStart) => change({ latestStart })}
        />
        <Choice
          label={t('form.every')}
          value={String(draft.startEvery)}
          options={everies.map((each) => ({ id: String(each), name: t('form.minutes', { n: each }) }))}
          onChange={(every) => change({ startEvery: everies.find((each) => String(each) === every)! })}
        />
      </div>
      {fault('starts') && <ValidationMessage role="alert">{t('fault.starts')}</ValidationMessage>}
      {fault('latestStart') && <ValidationMessage role="alert">{t('fault.latestStart')}</ValidationMessage>}
      <Textfield
        label={t('form.lengths')}
        description={t('form.lengthsHelp')}
        required
        value={draft.lengths}
        onChange={({ target }) => change({ lengths: target.value })}
        error={
          lengths &&
          (lengths.word === undefined ? t('fault.lengths') : t('fault.length', { word: lengths.word }))
        }
      />
      <Breaks breaks={draft.breaks} onChange={(breaks) => change({ breaks })} />
      {fault('breaks') && <ValidationMessage role="alert">{t('fault.breaks')}</ValidationMessage>}
      {save.error && <ErrorState error={save.error} />}
      <div className="lp-row">
        <Button type="submit" loading={save.isPending}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  )
}

type BreaksProps = {
  readonly breaks: readonly DraftBreak[]
  readonly onChange: (breaks: readonly DraftBreak[]) => void
}

/** In hours after the start: so it is told, and so it is meant. */
function Breaks({ breaks, onChange }: BreaksProps) {
  const t = useTexts(shiftTemplateTexts)
  const set = (key: number, fields: Partial<DraftBreak>): void =>
    onChange(breaks.map((each) => (each.key === key ? { ...each, ...fields } : each)))
  const next = 1 + Math.max(-1, ...breaks.map(({ key }) => key))
  const minutes = (hours: number) => Math.round(hours * 60)
  return (
    <Fieldset>
      <Fieldset.Legend>{t('form.breaks')}</Fieldset.Legend>
      <Fieldset.Description>{t('form.breaksHelp')}</Fieldset.Description>
      {breaks.map((pause, at) => (
        <div key={pause.key} className="lp-template-break">
          <NumberField
            label={t('form.breakMinutes')}
            unit="min"
            limits={[5, 120]}
            step={5}
            value={pause.minutes}
            onChange={(value) => set(pause.key, { minutes: Math.round(value) })}
          />
          <NumberField
            label={t('form.breakFrom')}
            unit={t('form.hours')}
            limits={[0, 13]}
            value={pause.earliest / 60}
            onChange={(value) => set(pause.key, { earliest: minutes(value) })}
          />
          <NumberField
            label={t('form.breakTo')}
            unit={t('form.hours')}
            limits={[0, 13]}
            value={pause.latest / 60}
            onChange={(value) => set(pause.key, { latest: minutes(value) })}
          />
          <NumberField
            label={t('form.breakIf')}
            unit={t('form.hours')}
            limits={[0, 13]}
            optional
            value={pause.fromLength === undefined ? null : pause.fromLength / 60}
            onChange={(value) => set(pause.key, { fromLength: value === null ? undefined : minutes(value) })}
          />
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t('form.removeBreak', { n: at + 1 })}
            onClick={() => onChange(breaks.filter((each) => each !== pause))}
          >
            ×
          </Button>
        </div>
      ))}
      {breaks.length < 5 && (
        <div>
          <Button
            variant="tertiary"
            data-size="sm"
            onClick={() => onChange([...breaks, { key: next, minutes: 15, earliest: 120, latest: 180 }])}
          >
            {t('form.addBreak')}
          </Button>
        </div>
      )}
    </Fieldset>
  )
}
