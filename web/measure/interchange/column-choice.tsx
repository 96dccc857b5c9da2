import { Field, Label, Select } from '@digdir/designsystemet-react'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly label: string
  readonly header: readonly string[]
  readonly column: string | undefined
  readonly onColumn: (column: string | undefined) => void
}

/** Which column holds what the label says. */
export function ColumnChoice({ label, header, column, onColumn }: Props) {
  const t = useTexts(interchangeTexts)
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select
        value={column ?? ''}
        onChange={({ target }) => onColumn(target.value === '' ? undefined : target.value)}
      >
        <Select.Option value="">{t('results.unused')}</Select.Option>
        {header.map((name) => (
          <Select.Option key={name} value={name}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
