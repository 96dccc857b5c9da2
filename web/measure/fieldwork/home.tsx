import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import type { HomeCards } from '../../home/slots.ts'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** What waits for the organiser: submissions to review, and contacts that are late. */
function FieldworkTasks() {
  const t = useTexts(fieldworkTexts)
  const { data } = useQuery(api.fieldwork.overview.queryOptions())
  const needy = data?.items.filter(({ counts }) => counts.waitingForReview > 0 || counts.late > 0)
  return needy?.map(({ editionId, edition, counts }) => (
    <ul key={editionId} className="lp-plain-list lp-home-tasks">
      {counts.waitingForReview > 0 && (
        <li>
          <Link to="/measure/editions/$editionId/review" params={{ editionId }}>
            {t('home.review', { count: counts.waitingForReview })}
          </Link>{' '}
          <span className="lp-quiet">{t('home.edition', { edition })}</span>
        </li>
      )}
      {counts.late > 0 && (
        <li>
          <Link to="/measure/editions/$editionId/fieldwork" params={{ editionId }}>
            {t('home.late', { count: counts.late })}
          </Link>{' '}
          <span className="lp-quiet">{t('home.edition', { edition })}</span>
        </li>
      )}
    </ul>
  ))
}

export const fieldworkHome: HomeCards = {
  tasks: [{ id: 'fieldwork', roles: ['organiser', 'admin'], component: FieldworkTasks }],
}
