/** Which column is which field, how its cells are written, and what unknown words mean. */
import { Field, Label, Select } from '@digdir/designsystemet-react'
import type { IntakePreview } from '../../../src/understand/intake/contract.ts'
import {
  type MappedField,
  mappedFields,
} from '../../../src/understand/intake/rules/readers/table/column-mapping.ts'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Options } from './options.tsx'
import { UnreadWords } from './unread-words.tsx'

export type Reader = IntakePreview['reader']
export type ReaderMapping = NonNullable<Reader['mapping']>
export type MappingProps = {
  readonly preview: IntakePreview
  readonly onReader: (reader: Reader) => void
}

export function Mapping({ preview, onReader }: MappingProps) {
  const t = useTexts(intakeTexts)
  const { reader, columns } = preview
  const { mapping } = reader
  if (!mapping) return null
  const change = (changed: Partial<ReaderMapping>): void =>
    onReader({ ...reader, mapping: { ...mapping, ...changed } })
  const choose = (field: MappedField, column: string): void => {
    const { [field]: _, ...others } = mapping.columns
    change({ columns: column === '' ? others : { ...others, [field]: column } })
  }
  return (
    <section className="lp-card" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{t('new.columns')}</h2>
      <p className="lp-quiet">{t('new.columnsHint')}</p>
      <div className="lp-mapping">
        {mappedFields.map((field) => (
          <Field key={field} data-size="sm">
            <Label>{t(`field.${field}`)}</Label>
            <Select
              value={mapping.columns[field] ?? ''}
              onChange={({ target }) => choose(field, target.value)}
            >
              <Select.Option value="">{t('new.unused')}</Select.Option>
              {columns.map(({ name, samples }) => (
                <Select.Option key={name} value={name}>
                  {samples[0] === undefined ? name : `${name} (${samples[0].slice(0, 30)})`}
                </Select.Option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <Options mapping={mapping} onChange={change} />
      <UnreadWords preview={preview} mapping={mapping} onChange={change} />
    </section>
  )
}
