import { Dropdown } from '@digdir/designsystemet-react'
import { designTexts } from '../../i18n/design.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { Icon } from '../icon.tsx'
import { useToast } from '../toast.tsx'
import { type Sheet, toCsv } from './export-csv.ts'
import { toXlsx } from './export-xlsx.ts'
import { fileName, saveFile } from './save-file.ts'
import type { ToolbarProps } from './toolbar.tsx'

/** Exactly the rows that pass the filters, in their order, with the columns that are shown. */
export function Download<Row>({ title, selected, shown }: ToolbarProps<Row>) {
  const t = useTexts(designTexts)
  const language = useLanguage()
  const toast = useToast()
  const columns = shown.filter((column) => column.isAction !== true)
  const sheet = (): Sheet => ({
    header: columns.map((column) => column.header),
    rows: selected.map((row) => columns.map((column) => column.value(row))),
  })
  const saveXlsx = (): void => {
    toXlsx(sheet(), title).then(
      (workbook) => saveFile(`${fileName(title)}.xlsx`, workbook),
      () => toast({ text: t('table.downloadFailed') }),
    )
  }
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary">
        <Icon name="download" /> {t('table.download')}
      </Dropdown.Trigger>
      <Dropdown placement="bottom-end">
        <Dropdown.List>
          <Dropdown.Item>
            <Dropdown.Button onClick={() => saveFile(`${fileName(title)}.csv`, toCsv(sheet(), language))}>
              {t('table.csv')}
            </Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button onClick={saveXlsx}>{t('table.xlsx')}</Dropdown.Button>
          </Dropdown.Item>
          <Dropdown.Item>
            <Dropdown.Button onClick={() => window.print()}>{t('table.print')}</Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  )
}
