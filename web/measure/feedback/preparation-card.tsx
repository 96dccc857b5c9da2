import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** On the overview of an edition in preparation: what is still to be settled; nothing where nothing is. */
export function PreparationCard({ editionId }: { readonly editionId: string }) {
  const t = useTexts(feedbackTexts)
  const { data } = useQuery(api.feedback.preparation.list.queryOptions({ input: { editionId } }))
  if (!data || data.frozen || data.open === 0) return null
  const late = data.items.filter((item) => item.late).length
  const words = [
    t('preparation.cardText', { count: data.open }),
    ...(late > 0 ? [t('preparation.cardLate', { count: late })] : []),
  ]
  return (
    <section className={`lp-card ${late > 0 ? 'lp-card--notice' : ''}`} aria-labelledby="preparation-card">
      <h2 id="preparation-card">{t('preparation.card')}</h2>
      <p>{words.join(' · ')}</p>
      <p>
        <Link to="/measure/editions/$editionId/feedback/preparation" params={{ editionId }}>
          {t('preparation.open')}
        </Link>
      </p>
    </section>
  )
}
