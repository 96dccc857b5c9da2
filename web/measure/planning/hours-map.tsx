import { addDays } from '../../../src/kernel/calendar.ts'
import type { Fairness } from '../../../src/measure/planning/rules/fairness/report.ts'
import { Heatmap } from '../../design/chart/heatmap.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { contactsLink } from './links.ts'

const aMonday = '2027-01-04'

/** Contacts by the parts of the day and the weekday. */
export function HoursMap({ fairness }: { readonly fairness: Fairness }) {
  const t = useTexts(planningTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const parts = Map.groupBy(fairness.figures.hours, ({ from, to }) => `${from}–${to}`)
  const rows = [...parts].map(([time, cells]) => ({
    name: format.times(cells[0]!.from, cells[0]!.to),
    cells: [1, 2, 3, 4, 5].map((weekday) => ({
      value: cells.find((cell) => cell.weekday === weekday)?.contacts ?? 0,
      link: contactsLink(editionId, { weekday: String(weekday), time }),
    })),
  }))
  return (
    <Heatmap
      title={t('hours.title')}
      subtitle={t('hours.subtitle')}
      columns={[0, 1, 2, 3, 4].map((weekday) => format.weekday(addDays(aMonday, weekday)).slice(0, 3))}
      rows={rows}
      scale="amount"
    />
  )
}
