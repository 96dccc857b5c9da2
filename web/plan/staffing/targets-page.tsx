/** What is wanted of a queue, with what it takes told while it is being written. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useTarget } from '../overview/use-target.ts'
import { QueueTabs } from './queue-tabs.tsx'
import { RuleHistory } from './rule-history.tsx'
import { StaffingFrame } from './staffing-frame.tsx'
import { TargetForm } from './target-form.tsx'
import { useChoice } from './use-choice.ts'

export function TargetsPage() {
  const t = useTexts(staffingTexts)
  const { queueId, from } = useChoice()
  const query = useQuery({
    ...api.staffing.week.queryOptions({ input: { ...(queueId && { queueId }), ...(from && { from }) } }),
    placeholderData: keepPreviousData,
  })
  const week = query.data as StaffingWeek | undefined
  const target = useTarget(week?.queue ? { queue: week.queue, settings: week.rule.settings } : undefined)
  return (
    <StaffingFrame
      current="targets"
      width="wide"
      title={week?.queue ? t('targets.title', { queue: week.queue.name, target }) : t('part.targets')}
      subtitle={t('targets.subtitle')}
    >
      <Awaited query={query} lines={12}>
        {() => <Filled week={week!} />}
      </Awaited>
    </StaffingFrame>
  )
}

function Filled({ week }: { readonly week: StaffingWeek }) {
  const t = useTexts(planOverviewTexts)
  if (week.queue === null)
    return (
      <div className="lp-card">
        <EmptyState title={t('empty')} actions={<LinkButton to="/plan/traffic">{t('toTraffic')}</LinkButton>}>
          {t('emptyText')}
        </EmptyState>
      </div>
    )
  return (
    <>
      <QueueTabs week={week} to="/plan/staffing/targets" />
      <TargetForm key={`${week.queue.id} ${week.rule.setAt}`} week={week} />
      <RuleHistory queueId={week.queue.id} kind={week.queue.kind} />
    </>
  )
}
