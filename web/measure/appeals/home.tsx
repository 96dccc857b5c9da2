/** The home page's place: appeals that wait for the organiser, and the day by which the first should be decided. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { EditionSummary } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import type { HomeCards } from '../../home/slots.ts'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** Participants object while an edition is in review, and only then. */
function AppealTasks() {
  const { data } = useQuery(api.edition.list.queryOptions())
  return data?.items
    .filter(({ state }) => state === 'review')
    .map((edition) => <WaitingAppeals key={edition.editionId} edition={edition} />)
}

function WaitingAppeals({ edition: { editionId, name } }: { readonly edition: EditionSummary }) {
  const t = useTexts(appealsTexts)
  const { date } = useFormats()
  const { data } = useQuery(api.appeals.list.queryOptions({ input: { editionId } }))
  const waiting = data?.items.filter(({ step }) => step === 'decide' || step === 'askForCoding') ?? []
  if (waiting.length === 0) return null
  const first = waiting.map(({ decideBy }) => decideBy).toSorted((one, other) => +one - +other)[0]!
  return (
    <p>
      <Link to="/measure/editions/$editionId/appeals" params={{ editionId }}>
        {t('title.waiting', { count: waiting.length })}
      </Link>{' '}
      <span className="lp-quiet">{t('home', { edition: name, date: date(first) })}</span>
    </p>
  )
}

export const appealsHome: HomeCards = {
  tasks: [{ id: 'appeals', roles: ['organiser', 'admin'], component: AppealTasks }],
}
