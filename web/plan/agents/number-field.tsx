import { Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { useFormats } from '../../i18n/use-texts.ts'

type Props = {
  readonly label: string
  readonly help?: string
  readonly value: number
  readonly limits: readonly [number, number]
  /** Only whole numbers. */
  readonly whole?: boolean
  readonly onChange: (value: number) => void
}

/** A number that is told on once it is one within its limits; what is being written stays as it is meanwhile. */
export function NumberField({ label, help, value, limits: [least, most], whole = false, onChange }: Props) {
  const { number } = useFormats()
  const [text, setText] = useState<string | null>(null)
  const read = (written: string): number | undefined => {
    const said = Number(written.replace(',', '.'))
    const isFine =
      written.trim() !== '' && said >= least && said <= most && (!whole || Number.isInteger(said))
    return isFine ? said : undefined
  }
  const shown = text ?? number(value)
  return (
    <Textfield
      label={label}
      {...(help !== undefined && { description: help })}
      inputMode="decimal"
      aria-invalid={(text !== null && read(text) === undefined) || undefined}
      value={shown}
      onChange={(event) => {
        setText(event.target.value)
        const said = read(event.target.value)
        if (said !== undefined) onChange(said)
      }}
      onBlur={() => setText(null)}
    />
  )
}
