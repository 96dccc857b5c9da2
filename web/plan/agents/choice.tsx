import { Field, Label, Select } from '@digdir/designsystemet-react'

type Props<Value extends string> = {
  readonly label: string
  readonly help?: string
  readonly value: Value
  readonly options: readonly { readonly id: Value; readonly name: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, from a list. */
export function Choice<Value extends string>({ label, help, value, options, onChange }: Props<Value>) {
  return (
    <Field>
      <Label>{label}</Label>
      {help !== undefined && <Field.Description>{help}</Field.Description>}
      <Select value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {options.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
