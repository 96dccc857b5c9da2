/** How dates, numbers, durations and grades are written in the file. */
import { Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { ReaderMapping } from './mapping.tsx'

type Props = {
  readonly mapping: ReaderMapping
  readonly onChange: (changed: Partial<ReaderMapping>) => void
}

const units = ['seconds', 'minutes', 'hours', 'milliseconds'] as const

export function Options({ mapping, onChange }: Props) {
  const t = useTexts(intakeTexts)
  const timed = (['waitSeconds', 'handleSeconds'] as const).filter((field) => mapping.columns[field])
  return (
    <div className="lp-mapping">
      <Choice
        label={t('new.dateOrder')}
        value={mapping.dateOrder}
        onValue={(value) => onChange({ dateOrder: value === 'month-first' ? value : 'day-first' })}
      >
        <Select.Option value="day-first">{t('new.dayFirst')}</Select.Option>
        <Select.Option value="month-first">{t('new.monthFirst')}</Select.Option>
      </Choice>
      <Choice
        label={t('new.decimal')}
        value={mapping.decimal}
        onValue={(value) => onChange({ decimal: value === '.' ? '.' : ',' })}
      >
        <Select.Option value=",">1,5</Select.Option>
        <Select.Option value=".">1.5</Select.Option>
      </Choice>
      {timed.map((field) => (
        <Choice
          key={field}
          label={`${t(`field.${field}`)}: ${t('new.unit').toLowerCase()}`}
          value={mapping.units[field] ?? 'seconds'}
          onValue={(value) => {
            const unit = units.find((one) => one === value) ?? 'seconds'
            onChange({ units: { ...mapping.units, [field]: unit } })
          }}
        >
          {units.map((unit) => (
            <Select.Option key={unit} value={unit}>
              {t(`unit.${unit}`)}
            </Select.Option>
          ))}
        </Choice>
      ))}
      {mapping.columns.csat && <Scale mapping={mapping} onChange={onChange} />}
    </div>
  )
}

function Scale({ mapping, onChange }: Props) {
  const t = useTexts(intakeTexts)
  const scale = mapping.csatScale ?? { worst: 1, best: 5 }
  const set = (end: 'worst' | 'best', value: string): void => {
    const number = Number(value.replace(',', '.'))
    if (value.trim() !== '' && Number.isFinite(number)) onChange({ csatScale: { ...scale, [end]: number } })
  }
  return (
    <>
      <Textfield
        data-size="sm"
        label={t('new.csatWorst')}
        inputMode="decimal"
        defaultValue={scale.worst}
        onBlur={({ target }) => set('worst', target.value)}
      />
      <Textfield
        data-size="sm"
        label={t('new.csatBest')}
        inputMode="decimal"
        defaultValue={scale.best}
        onBlur={({ target }) => set('best', target.value)}
      />
    </>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly children: ReactNode
}

export function Choice({ label, value, onValue, children }: ChoiceProps) {
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={value} onChange={({ target }) => onValue(target.value)}>
        {children}
      </Select>
    </Field>
  )
}
