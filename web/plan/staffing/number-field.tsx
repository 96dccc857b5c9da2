/** A number in a form, in the unit that people say it in. */
import { Textfield } from '@digdir/designsystemet-react'

type Props = {
  readonly label: string
  readonly help?: string
  readonly unit?: string
  /** Null while nothing is written. */
  readonly value: number | null
  readonly limits: readonly [number, number]
  readonly required?: boolean
  readonly step?: number
  readonly onChange: (value: number | null) => void
}

export function NumberField(props: Props) {
  const { label, help, unit, value, limits, required = false, step, onChange } = props
  return (
    <Textfield
      type="number"
      inputMode="decimal"
      min={limits[0]}
      max={limits[1]}
      step={step ?? 'any'}
      label={label}
      {...(help === undefined ? {} : { description: help })}
      {...(unit === undefined ? {} : { suffix: unit })}
      required={required}
      value={value === null ? '' : String(Number(value.toFixed(4)))}
      onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
    />
  )
}
