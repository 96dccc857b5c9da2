/** The editor's fields: numbers are shown as they are typed, and a locked method is read as text. */
import { Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { type ReactNode, useEffect, useState } from 'react'
import { isPlainDate } from '../../../../src/kernel/calendar.ts'
import { type Language, type Localized, languages } from '../../../../src/kernel/localized.ts'
import { methodTexts } from '../../../i18n/method.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { Reading } from './reading.tsx'

type Labelled = { readonly label: string; readonly labelHidden?: boolean; readonly hint?: string }

function labelOf({ label, labelHidden }: Labelled) {
  return labelHidden === true ? { 'aria-label': label } : { label }
}

type NumberProps = Labelled & {
  readonly value: number
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly suffix?: string
  readonly onChange: (value: number) => void
}

export function NumberField(props: NumberProps) {
  const { readOnly } = useDraft()
  const format = useFormats()
  if (!readOnly) return <NumberInput {...props} />
  const number = format.number(props.value)
  return (
    <Reading label={props.label} labelHidden={props.labelHidden === true} number>
      {props.suffix === undefined ? number : `${number}\u00a0${props.suffix}`}
    </Reading>
  )
}

function NumberInput(props: NumberProps) {
  const [text, setText] = useState(String(props.value))
  useEffect(() => {
    setText((typed) => (Number(typed) === props.value && typed !== '' ? typed : String(props.value)))
  }, [props.value])
  const type = (typed: string): void => {
    setText(typed)
    if (typed !== '' && Number.isFinite(Number(typed))) props.onChange(Number(typed))
  }
  return (
    <Textfield
      {...labelOf(props)}
      className="lp-field-number"
      type="number"
      inputMode="decimal"
      value={text}
      min={props.min ?? 0}
      {...(props.max === undefined ? {} : { max: props.max })}
      step={props.step ?? 1}
      {...(props.suffix === undefined ? {} : { suffix: props.suffix })}
      {...(props.hint === undefined ? {} : { description: props.hint })}
      onChange={(event) => type(event.target.value)}
    />
  )
}

type TextProps = Labelled & {
  readonly value: string
  readonly type?: 'text' | 'date' | 'time'
  readonly multiline?: boolean
  readonly language?: Language
  readonly onChange: (value: string) => void
}

export function TextField(props: TextProps) {
  const { readOnly } = useDraft()
  const written = useWritten(props)
  if (readOnly)
    return (
      <Reading label={props.label} labelHidden={props.labelHidden === true} language={props.language}>
        {written}
      </Reading>
    )
  const shared = {
    ...labelOf(props),
    value: props.value,
    ...(props.language === undefined ? {} : { lang: props.language }),
    ...(props.hint === undefined ? {} : { description: props.hint }),
  }
  return props.multiline === true ? (
    <Textfield {...shared} multiline rows={3} onChange={(event) => props.onChange(event.target.value)} />
  ) : (
    <Textfield
      {...shared}
      type={props.type ?? 'text'}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}

/** A date or a time of day as it is written in a sentence. */
function useWritten({ type, value }: TextProps): string {
  const format = useFormats()
  if (type === 'date' && isPlainDate(value)) return format.date(value)
  return type === 'time' ? format.time(value) : value
}

type LocalizedProps = {
  readonly legend: string
  readonly value: Localized
  readonly multiline?: boolean
  readonly onChange: (value: Localized) => void
}

/** One text in the three languages, side by side where there is room. */
export function LocalizedField({ legend, value, multiline = false, onChange }: LocalizedProps) {
  const t = useTexts(methodTexts)
  return (
    <fieldset className="lp-localized">
      <legend>{legend}</legend>
      {languages.map((language) => (
        <TextField
          key={language}
          label={t(`languages.${language}`)}
          language={language}
          multiline={multiline}
          value={value[language]}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </fieldset>
  )
}

type SelectProps<Value extends string> = Labelled & {
  readonly value: Value
  readonly options: readonly (readonly [value: Value, label: string])[]
  readonly onChange: (value: Value) => void
  /** Also when the method is frozen: the field only chooses what is shown. */
  readonly always?: boolean
}

export function SelectField<Value extends string>(props: SelectProps<Value>) {
  const { readOnly } = useDraft()
  if (readOnly && props.always !== true) {
    const chosen = props.options.find(([value]) => value === props.value)?.[1] ?? props.value
    return <Reading label={props.label}>{chosen}</Reading>
  }
  return (
    <Field>
      <Label>{props.label}</Label>
      <Select value={props.value} onChange={(event) => props.onChange(event.target.value as Value)}>
        {props.options.map(([value, label]) => (
          <Select.Option key={value} value={value}>
            {label}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}

type CheckProps = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function CheckField({ label, checked, onChange }: CheckProps) {
  const t = useTexts(methodTexts)
  const { readOnly } = useDraft()
  if (readOnly) return <Reading label={label}>{checked ? t('field.yes') : t('field.no')}</Reading>
  return (
    <Checkbox
      label={label}
      value={label}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}

export function FieldGroup({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="lp-field-group">
      <legend>{legend}</legend>
      <div>{children}</div>
    </fieldset>
  )
}
