import { Input } from '@digdir/designsystemet-react'
import { useState } from 'react'

type Props = {
  readonly label: string
  /** Words that stand beside the field. */
  readonly note?: string
  readonly value: number
  readonly limits: readonly [number, number]
  readonly onChange: (value: number) => void
}

/** A number that is told on once it is one within its limits; what is being written stays as it is meanwhile. */
export function NumberInput({ label, note, value, limits: [least, most], onChange }: Props) {
  const [text, setText] = useState<string | null>(null)
  const written = text ?? String(value)
  const number = Number(written.replace(',', '.'))
  const isFine = written.trim() !== '' && Number.isFinite(number) && number >= least && number <= most
  return (
    <span className="lp-levers__number">
      <Input
        inputMode="decimal"
        aria-label={label}
        aria-invalid={!isFine || undefined}
        value={written}
        onChange={(event) => {
          setText(event.target.value)
          const next = Number(event.target.value.replace(',', '.'))
          if (event.target.value.trim() !== '' && next >= least && next <= most) onChange(next)
        }}
        onBlur={() => setText(null)}
      />
      {note && <span className="lp-small lp-quiet">{note}</span>}
    </span>
  )
}
