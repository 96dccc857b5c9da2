import { Field, Label, Select } from '@digdir/designsystemet-react'
import {
  type ImportField,
  type ImportPreview,
  importFields,
  type Mapping,
} from '../../../src/measure/participants/contract.ts'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly preview: ImportPreview; readonly onMapping: (mapping: Mapping) => void }

/** Which column holds what; a change shows the rows anew. */
export function ImportMapping({ preview, onMapping }: Props) {
  const t = useTexts(participantTexts)
  const choose = (field: ImportField, column: string): void => {
    const { [field]: _, ...others } = preview.mapping
    onMapping(column === '' ? others : { ...others, [field]: column })
  }
  return (
    <section className="lp-card" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{t('import.columns')}</h2>
      <p className="lp-quiet">{t('import.columnsHint')}</p>
      <div className="lp-mapping">
        {importFields.map((field) => (
          <Field key={field} data-size="sm">
            <Label>{t(`import.field.${field}`)}</Label>
            <Select
              value={preview.mapping[field] ?? ''}
              onChange={(event) => choose(field, event.target.value)}
            >
              <Select.Option value="">{t('import.unused')}</Select.Option>
              {preview.header.map((column) => (
                <Select.Option key={column} value={column}>
                  {column}
                </Select.Option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <p className="lp-small lp-quiet">{t('import.encoding', { encoding: preview.encoding })}</p>
    </section>
  )
}
