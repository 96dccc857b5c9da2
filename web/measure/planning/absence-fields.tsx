import { Button, Textfield } from '@digdir/designsystemet-react'
import type { Absence } from '../../../src/measure/planning/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { observerTexts } from '../../i18n/observers.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** An absence in the making, with a key of its own while it has no dates yet. */
export type AbsenceRow = Absence & { readonly key: number }

export function areComplete(rows: readonly AbsenceRow[]): boolean {
  return rows.every(({ from, to }) => from !== '' && to !== '' && from <= to)
}

type Props = {
  readonly rows: readonly AbsenceRow[]
  readonly onChange: (rows: readonly AbsenceRow[]) => void
}

export function AbsenceFields({ rows, onChange }: Props) {
  const t = useTexts(observerTexts)
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1
  return (
    <fieldset className="lp-choices">
      <legend>{t('form.absences')}</legend>
      {rows.map((row, at) => (
        <OneAbsence
          key={row.key}
          row={row}
          onChange={(changed) => onChange(rows.with(at, changed))}
          onRemove={() => onChange(rows.toSpliced(at, 1))}
        />
      ))}
      <div>
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          onClick={() => onChange([...rows, { key: nextKey, from: '', to: '', reason: '' }])}
        >
          {t('form.addAbsence')}
        </Button>
      </div>
    </fieldset>
  )
}

type OneProps = {
  readonly row: AbsenceRow
  readonly onChange: (row: AbsenceRow) => void
  readonly onRemove: () => void
}

function OneAbsence({ row, onChange, onRemove }: OneProps) {
  const t = useTexts(observerTexts)
  const field = (name: 'from' | 'to' | 'reason', type: 'date' | 'text') => (
    <Textfield
      data-size="sm"
      type={type}
      label={t(`form.${name}`)}
      value={row[name]}
      maxLength={200}
      onChange={(event) => onChange({ ...row, [name]: event.target.value })}
    />
  )
  return (
    <div className="lp-absence">
      {field('from', 'date')}
      {field('to', 'date')}
      <Button
        type="button"
        variant="tertiary"
        data-size="sm"
        data-color="danger"
        aria-label={t('form.removeAbsence', { from: row.from })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </Button>
      {field('reason', 'text')}
    </div>
  )
}
