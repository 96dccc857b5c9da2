/** Why a week cannot be reckoned with, and where that is mended. */
import type { PlanOverview } from '../../src/plan/staffing/contract.ts'
import { LinkButton } from '../design/link-button.tsx'
import { linkTo } from '../design/path-target.ts'
import { Progress } from '../design/progress.tsx'
import { EmptyState } from '../design/states.tsx'
import { planOverviewTexts } from '../i18n/plan-overview.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useHasRole } from '../session.ts'

/** Milliseconds until the next look: soon while a forecast is on its way, else not before something is done. */
export function nextLook(week: Pick<PlanOverview, 'lacks'> | undefined): number | false {
  return week?.lacks === 'forecast-coming' ? 5000 : false
}

type Props = { readonly lacks: PlanOverview['lacks']; readonly queueId: string }

const mendedAt = {
  forecast: '/plan/traffic/counts',
  'handle-time': '/plan/staffing/targets',
  target: '/plan/staffing/targets',
} as const

export function LacksCard({ lacks, queueId }: Props) {
  const t = useTexts(planOverviewTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  if (lacks === 'forecast-coming')
    return (
      <div className="lp-card">
        <Progress label={t('lacks.coming')} />
      </div>
    )
  const what = lacks ?? 'quiet'
  return (
    <div className="lp-card">
      <EmptyState
        title={t(`lacks.${what}.title`)}
        actions={
          plans &&
          what !== 'quiet' && (
            <LinkButton {...linkTo({ to: mendedAt[what], search: { queue: queueId } })}>
              {t(`mend.${what}`)}
            </LinkButton>
          )
        }
      >
        {t(`lacks.${what}.text`)}
      </EmptyState>
    </div>
  )
}
