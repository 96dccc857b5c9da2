/** The week's requirement as a file that the search for shifts reads: timestamp, queue and needed. */
import { Button } from '@digdir/designsystemet-react'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { toCsv } from '../../design/table/export-csv.ts'
import { fileName, saveFile } from '../../design/table/save-file.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'

const header = ['timestamp', 'queue', 'mean', 'p10', 'p50', 'p90', 'needed', 'scheduled'] as const

export function RequirementFile({ week }: { readonly week: StaffingWeek }) {
  const t = useTexts(staffingTexts)
  const language = useLanguage()
  const save = (): void => {
    const rows = week.cells.map(({ date, time, mean, p10, p50, p90, needed, scheduled }) => [
      `${date}T${time}`,
      week.queue!.name,
      mean,
      p10,
      p50,
      p90,
      needed,
      scheduled,
    ])
    const name = fileName(`${t('file')} ${week.queue!.name} ${week.from}`)
    saveFile(`${name}.csv`, toCsv({ header, rows }, language))
  }
  return (
    <Button variant="secondary" onClick={save}>
      {t('download')}
    </Button>
  )
}
