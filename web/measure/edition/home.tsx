import { useQuery } from '@tanstack/react-query'
import type { EditionSummary } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import type { HomeCards } from '../../home/slots.ts'
import { editionTexts } from '../../i18n/edition.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** The edition that matters most now, and how far it has come. */
function EditionFigure() {
  const t = useTexts(editionTexts)
  const { data } = useQuery(api.edition.list.queryOptions())
  if (!data) return null
  const chosen = mostPressing(data.items)
  return chosen ? <Progress edition={chosen} /> : <p>{t('home.none')}</p>
}

function Progress({ edition: { editionId, name, state } }: { readonly edition: EditionSummary }) {
  const t = useTexts(editionTexts)
  const format = useFormats()
  const { data } = useQuery(api.edition.get.queryOptions({ input: { editionId } }))
  const { handedIn = 0, contacts = 0 } = data?.counts ?? {}
  return (
    <p className="lp-number">
      <strong>{name}</strong>: {t(`state.${state}`)}
      {contacts > 0 && `, ${t('home.done', { done: format.number(handedIn), of: format.number(contacts) })}`}
    </p>
  )
}

/** Under way before in review before in preparation before published; of two alike the one that began first. */
function mostPressing(editions: readonly EditionSummary[]): EditionSummary | undefined {
  const order = ['fieldwork', 'paused', 'review', 'preparing', 'published']
  const byStart = editions.toSorted((a, b) => a.from.localeCompare(b.from))
  return byStart.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0]
}

export const editionHome: HomeCards = {
  loop: { measure: { id: 'edition', roles: ['organiser', 'admin'], component: EditionFigure } },
}
