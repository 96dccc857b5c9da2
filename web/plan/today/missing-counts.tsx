/** A day without counts says so, and how they get here. */

import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { clockOfInstant, isLate, type TodayQueue, type TodayView } from './use-today.ts'

type Props = { readonly view: TodayView; readonly day: TodayQueue }

export function MissingCounts({ view, day }: Props) {
  const t = useTexts(todayTexts)
  const { time } = useFormats()
  const plans = useHasRole('manager', 'planner', 'admin')
  const isAdmin = useHasRole('admin')
  if (!isLate(day, view.now)) return null
  const { id } = day.queue
  return (
    <section className="lp-card lp-card--notice" aria-labelledby="missing">
      <h2 id="missing">
        {day.seenUntil === null
          ? t('missing.title')
          : t('missing.late', { until: time(clockOfInstant(day.seenUntil)) })}
      </h2>
      {plans && (
        <>
          <p>{t('missing.text')}</p>
          <p className="lp-small lp-quiet">
            {t('missing.path', { path: `POST /api/plan/queues/${id}/live` })}
          </p>
          <div className="lp-row">
            <LinkButton
              {...linkTo({ to: '/plan/traffic/counts', search: { queue: id } })}
              variant="secondary"
            >
              {t('missing.bring')}
            </LinkButton>
            {isAdmin && (
              <LinkButton {...linkTo({ to: '/organisation/keys' })} variant="tertiary">
                {t('missing.keys')}
              </LinkButton>
            )}
          </div>
        </>
      )}
    </section>
  )
}
