/** Which column is which figure, and how dates, decimals and times are written. */
import { Field, Label, Select } from '@digdir/designsystemet-react'
import type { TrafficPreview } from '../../../../src/plan/traffic/imports/contract.ts'
import {
  type TrafficField,
  trafficFields,
} from '../../../../src/plan/traffic/rules/import/traffic-mapping.ts'
import { trafficCountsTexts } from '../../../i18n/traffic-counts.ts'
import { useTexts } from '../../../i18n/use-texts.ts'

type ChosenMapping = TrafficPreview['mapping']
type Props = { readonly preview: TrafficPreview; readonly onMapping: (mapping: ChosenMapping) => void }

export function Mapping({ preview, onMapping }: Props) {
  const t = useTexts(trafficCountsTexts)
  const { mapping, header, samples } = preview
  const choose = (field: TrafficField, column: string): void => {
    const { [field]: _, ...others } = mapping.columns
    onMapping({ ...mapping, columns: column === '' ? others : { ...others, [field]: column } })
  }
  return (
    <section aria-labelledby="mapping">
      <h3 id="mapping">{t('mapping.title')}</h3>
      <p className="lp-quiet lp-small">{t('mapping.text')}</p>
      <div className="lp-mapping">
        {trafficFields.map((field) => (
          <Choice
            key={field}
            label={t(`field.${field}`)}
            value={mapping.columns[field] ?? ''}
            options={[
              ['', t('mapping.unused')],
              ...header.map((name) => [name, samples[name] ? `${name} (${samples[name]})` : name] as const),
            ]}
            onChange={(column) => choose(field, column)}
          />
        ))}
        <Choice
          label={t('mapping.decimal')}
          value={mapping.decimal}
          options={[
            [',', t('mapping.comma')],
            ['.', t('mapping.point')],
          ]}
          onChange={(value) => onMapping({ ...mapping, decimal: value === '.' ? '.' : ',' })}
        />
        <Choice
          label={t('mapping.dateOrder')}
          value={mapping.dateOrder}
          options={[
            ['day-first', t('mapping.dayFirst')],
            ['month-first', t('mapping.monthFirst')],
          ]}
          onChange={(value) =>
            onMapping({ ...mapping, dateOrder: value === 'month-first' ? 'month-first' : 'day-first' })
          }
        />
        {(['handleSeconds', 'waitSeconds'] as const).map(
          (field) =>
            mapping.columns[field] !== undefined && (
              <Choice
                key={field}
                label={t('mapping.unit', { field: t(`field.${field}`) })}
                value={mapping.units[field]}
                options={[
                  ['seconds', t('mapping.seconds')],
                  ['minutes', t('mapping.minutes')],
                ]}
                onChange={(value) =>
                  onMapping({
                    ...mapping,
                    units: { ...mapping.units, [field]: value === 'minutes' ? 'minutes' : 'seconds' },
                  })
                }
              />
            ),
        )}
      </div>
    </section>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([each, name]) => (
          <Select.Option key={each} value={each}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
