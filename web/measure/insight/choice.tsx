import { Field, Label, Select } from '@digdir/designsystemet-react'
import type { Chosen } from './chosen.ts'

type Props = {
  readonly label: string
  readonly chosen: Chosen
  readonly options: readonly (readonly [value: string, name: string])[]
}

/** One choice among a few, kept in the address. */
export function Choice({ label, chosen: [value, choose], options }: Props) {
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([id, name]) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
