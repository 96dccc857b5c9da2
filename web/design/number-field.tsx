/**
 * A number in a form. What is being written stays as it is; it is told on once it is a number within its limits, and
 * until then the field says what it takes and the form is not sent.
 */
import { Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'

type Shared = {
  readonly label: string
  readonly help?: string
  readonly limits: readonly [number, number]
}
/** Null: nothing is written, which an optional field takes. */
type Optional =
  | {
      readonly optional: true
      readonly value: number | null
      readonly onChange: (value: number | null) => void
    }
  | { readonly optional?: false; readonly value: number; readonly onChange: (value: number) => void }
type NumberFieldProps = Shared & Optional & { readonly unit?: string; readonly step?: number }

export function NumberField(props: NumberFieldProps) {
  const { label, help, unit, limits, step } = props
  const t = useTexts(designTexts)
  const { number } = useFormats()
  const [least, most] = limits
  const [text, setText] = useState<string | null>(null)
  const written = text ?? (props.value === null ? '' : String(Number(props.value.toFixed(4))))
  const isFine = (value: string) =>
    value === '' ? props.optional === true : Number(value) >= least && Number(value) <= most
  const write = (value: string): void => {
    setText(value)
    if (!isFine(value)) return
    if (props.optional) props.onChange(value === '' ? null : Number(value))
    else props.onChange(Number(value))
  }
  return (
    <Textfield
      type="number"
      inputMode="decimal"
      min={least}
      max={most}
      step={step ?? 'any'}
      label={label}
      {...(help !== undefined && { description: help })}
      {...(unit !== undefined && { suffix: unit })}
      {...(!isFine(written) && { error: t('number.between', { least: number(least), most: number(most) }) })}
      required={props.optional !== true}
      value={written}
      onChange={({ target }) => write(target.value)}
      onBlur={() => isFine(written) && setText(null)}
    />
  )
}

/** A share, 0–1, written in per cent; `limits` are in per cent too. */
export function PercentField(props: Shared & Optional) {
  const { label, help, limits } = props
  const shared = { label, limits, unit: '%', ...(help !== undefined && { help }) }
  if (props.optional) {
    const { value, onChange } = props
    return (
      <NumberField
        {...shared}
        optional
        value={value === null ? null : value * 100}
        onChange={(percent) => onChange(percent === null ? null : percent / 100)}
      />
    )
  }
  return (
    <NumberField
      {...shared}
      value={props.value * 100}
      onChange={(percent) => props.onChange(percent / 100)}
    />
  )
}
