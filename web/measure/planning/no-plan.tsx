import type { Plan } from '../../../src/measure/planning/contract.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { MakeButton } from './make-plan.tsx'
import { Need } from './observer-need.tsx'

/** What a plan would be made from, and what is missing. */
export function NoPlan({ ready }: Pick<Plan, 'ready'>) {
  const t = useTexts(planningTexts)
  const params = { editionId: useEditionId() }
  const { participants, unsettled, observers, need } = ready
  const isShort = observers > 0 && need.takes < need.perWeek
  const settled = participants - unsettled
  return (
    <div className="lp-card">
      <h2>{t('ready.title')}</h2>
      <ul className="lp-plain-list lp-ready">
        <li>
          <Status tone={settled > 0 ? 'good' : 'warning'}>
            {t('ready.participants', { count: participants })}
          </Status>
        </li>
        {participants > 0 && (
          <li>
            <Status tone={unsettled > 0 ? 'warning' : 'good'}>
              {unsettled > 0 ? t('ready.unsettled', { count: unsettled }) : t('ready.allSettled')}
            </Status>
          </li>
        )}
        <li>
          <Status tone={observers > 0 ? 'good' : 'warning'}>
            {t('ready.observers', { count: observers })}
          </Status>
        </li>
        {isShort && (
          <li>
            <Status tone="warning">{t('ready.tooFew', need)}</Status>
          </li>
        )}
      </ul>
      {settled > 0 && <Need need={need} />}
      <div className="lp-row">
        {settled > 0 && observers > 0 && <MakeButton />}
        {unsettled > 0 && (
          <LinkButton to="/measure/editions/$editionId/participants" params={params} variant="secondary">
            {t('ready.toParticipants')}
          </LinkButton>
        )}
        {observers > 0 && (
          <LinkButton to="/measure/editions/$editionId/observers" params={params} variant="secondary">
            {t('ready.toObservers')}
          </LinkButton>
        )}
      </div>
      {settled === 0 && (
        <EmptyState
          title={t('ready.needsParticipants')}
          actions={
            <LinkButton to="/measure/editions/$editionId/participants" params={params}>
              {t('ready.toParticipants')}
            </LinkButton>
          }
        />
      )}
      {settled > 0 && observers === 0 && (
        <EmptyState
          title={t('ready.needsObservers')}
          actions={
            <LinkButton to="/measure/editions/$editionId/observers" params={params}>
              {t('ready.toObservers')}
            </LinkButton>
          }
        />
      )}
    </div>
  )
}
