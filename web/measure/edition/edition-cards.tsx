import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { EditionSummary } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { stateTones } from './state-tones.ts'
import { useEditionTarget } from './use-edition-target.ts'
import './edition.css'

/** The editions that the person may see, newest first, each as a card that leads into it. */
export function EditionCards() {
  const t = useTexts(editionTexts)
  const editions = useQuery(api.edition.list.queryOptions())
  return (
    <Awaited query={editions} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.emptyBody')}</EmptyState>
        ) : (
          <div className="lp-columns">
            {items.map((edition) => (
              <EditionCard key={edition.editionId} edition={edition} />
            ))}
          </div>
        )
      }
    </Awaited>
  )
}

function EditionCard({ edition }: { readonly edition: EditionSummary }) {
  const t = useTexts(editionTexts)
  const format = useFormats()
  const target = useEditionTarget()(edition.editionId)
  return (
    <article className="lp-card lp-part-card lp-edition-card">
      <h2>
        <Link {...linkTo(target)}>{edition.name}</Link>
      </h2>
      <Status tone={stateTones[edition.state]}>{t(`state.${edition.state}`)}</Status>
      <p className="lp-number">
        {t('page.season', { from: format.date(edition.from), to: format.date(edition.to) })}
      </p>
      <p className="lp-number">{t('list.count', { count: edition.participants })}</p>
    </article>
  )
}
