import { Checkbox, Fieldset, Popover } from '@digdir/designsystemet-react'
import { designTexts } from '../../i18n/design.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Icon } from '../icon.tsx'
import type { ToolbarProps } from './toolbar.tsx'

/** Which columns are shown. The first, which names the row, always is. */
export function ColumnChoice<Row>({ columns, shown, onChange, state }: ToolbarProps<Row>) {
  const t = useTexts(designTexts)
  if (columns.length < 4) return null
  const shownIds = new Set(shown.map((column) => column.id))
  const toggle = (id: string): void => {
    const wanted = columns.filter((column) => shownIds.has(column.id) !== (column.id === id))
    onChange({ columns: wanted.map((column) => column.id), page: state.page })
  }
  return (
    <Popover.TriggerContext>
      <Popover.Trigger variant="tertiary">
        <Icon name="columns" /> {t('table.columns')}
      </Popover.Trigger>
      <Popover placement="bottom-end">
        <Fieldset>
          <Fieldset.Legend>{t('table.columns')}</Fieldset.Legend>
          {columns
            .slice(1)
            .filter((column) => column.isAction !== true)
            .map((column) => (
              <Checkbox
                key={column.id}
                label={column.header}
                checked={shownIds.has(column.id)}
                onChange={() => toggle(column.id)}
              />
            ))}
        </Fieldset>
      </Popover>
    </Popover.TriggerContext>
  )
}
