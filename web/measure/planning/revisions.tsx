/** The plan's history: who changed it when, why, and what moved. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Plan } from '../../../src/measure/planning/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { MovesTable } from './moves-table.tsx'

export function Revisions({ plan }: { readonly plan: Plan }) {
  const t = useTexts(planningTexts)
  const format = useFormats()
  const editionId = useEditionId()
  if (plan.revisions.length === 0) return null
  return (
    <section className="lp-card" aria-labelledby="revisions-title">
      <h2 id="revisions-title">{t('revisions.title')}</h2>
      <ol className="lp-plain-list lp-ready" reversed>
        {plan.revisions.map(({ revision, madeAt, madeBy, reason, moves }) => (
          <li key={revision}>
            <strong>{reason === '' ? t('revisions.first') : reason}</strong>{' '}
            <span className="lp-quiet lp-small">
              {t('revisions.by', { at: format.instant(madeAt), name: madeBy })}
            </span>{' '}
            {moves > 0 && (
              <span className="lp-small">
                <Link
                  {...linkTo({
                    to: '/measure/editions/$editionId/plan',
                    params: { editionId },
                    search: { revision: String(revision) },
                  })}
                >
                  {t('revisions.moves', { count: moves })}
                </Link>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What one revision moved. */
export function RevisionMoves({ revision, plan }: { readonly revision: number; readonly plan: Plan }) {
  const t = useTexts(planningTexts)
  const editionId = useEditionId()
  const found = useQuery(api.planning.revision.queryOptions({ input: { editionId, revision } }))
  return (
    <section className="lp-card">
      <Awaited query={found}>
        {({ items }) => (
          <MovesTable moves={items} plan={plan} title={t('revision.title', { count: items.length })} />
        )}
      </Awaited>
    </section>
  )
}
