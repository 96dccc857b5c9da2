import { LinkButton } from '../design/link-button.tsx'
import { EmptyState } from '../design/states.tsx'
import { planTexts } from '../i18n/plan.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useHasRole } from '../session.ts'

/** What every page about queues says while there is none, with the way to the first. */
export function NoQueues() {
  const t = useTexts(planTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  return (
    <div className="lp-card">
      <EmptyState
        title={t('noQueues.title')}
        {...(plans && { actions: <LinkButton to="/plan/traffic">{t('noQueues.open')}</LinkButton> })}
      >
        {t('noQueues.text')}
      </EmptyState>
    </div>
  )
}
