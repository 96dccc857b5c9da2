/** What the week comes to, in one sentence: the page's title, and the figure on the home page. */
import type { PlanOverview } from '../../../src/plan/staffing/contract.ts'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export function useFinding(overview: PlanOverview | undefined): string {
  const t = useTexts(planOverviewTexts)
  const { weekday, time } = useFormats()
  if (!overview?.queue) return t('title.none')
  const { queue, worst, lacks, scheduledFrom } = overview
  const name = { queue: queue.name }
  if (lacks !== null) return t('title.lacks', name)
  if (overview.cells.length === 0) return t('title.quiet', name)
  if (scheduledFrom === 'none') return t('title.nobody', name)
  if (worst === null) return t('title.covered', name)
  return t('title.missing', {
    ...name,
    day: weekday(worst.date),
    from: time(worst.from),
    to: time(worst.to),
    missing: worst.missing,
  })
}
