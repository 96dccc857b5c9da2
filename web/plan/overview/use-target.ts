/** A queue's target in words: "80 % svart innen 20 s, høyst 5 % legger på". */
import type { PlanOverview, StaffingRuleView } from '../../../src/plan/staffing/contract.ts'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Aimed = {
  readonly queue: Pick<NonNullable<PlanOverview['queue']>, 'kind'> | null
  readonly settings: StaffingRuleView['settings']
}

export function useTarget(overview: Aimed | undefined): string {
  const t = useTexts(planOverviewTexts)
  const { number, percent } = useFormats()
  if (!overview?.queue) return ''
  const { settings, queue } = overview
  if (queue.kind === 'tasks')
    return t('target.tasks', { share: percent(settings.share), hours: number(settings.deadlineHours) })
  const { serviceLevel, maxMeanWaitSeconds, maxAbandon, maxOccupancy } = settings.target
  const parts = [
    serviceLevel &&
      t('target.level', { share: percent(serviceLevel.share), seconds: number(serviceLevel.withinSeconds) }),
    maxMeanWaitSeconds !== null && t('target.wait', { seconds: number(maxMeanWaitSeconds) }),
    maxAbandon !== null && t('target.abandon', { share: percent(maxAbandon) }),
    maxOccupancy !== null && t('target.occupancy', { share: percent(maxOccupancy) }),
  ]
  return parts.filter(Boolean).join(', ')
}
