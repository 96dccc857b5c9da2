/** The home page's headline for whoever reads for a participant: the last shared result, and what changed. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NamedParticipant, ResultsAnswer } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import type { HomeCards } from '../../home/slots.ts'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { participantLink } from './links.ts'

function ResultFigure() {
  const t = useTexts(resultsTexts)
  const { data } = useQuery(api.edition.list.queryOptions())
  if (!data) return null
  const [last, before] = data.items.filter(({ state }) => state === 'published')
  if (!last) return <p>{t('home.none')}</p>
  const comparable = before?.methodVersion === last.methodVersion ? before.editionId : undefined
  return <OwnResult editionId={last.editionId} before={comparable} />
}

type Props = { readonly editionId: string; readonly before: string | undefined }

function OwnResult({ editionId, before }: Props) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const now = useOwn(editionId)
  const then = useOwn(before)
  if (!now || now.own.totalResult === null) return null
  const { own, results } = now
  const total = format.number(now.own.totalResult, 1)
  const change = then?.own.totalResult == null ? undefined : now.own.totalResult - then.own.totalResult
  return (
    <p className="lp-number">
      <Link {...linkTo(participantLink(editionId, own.participantId))}>{own.participant}</Link>:{' '}
      <strong>{total}</strong>
      {own.interval && ` (${format.interval(...own.interval)})`}, n = {format.number(own.n)}.{' '}
      {results.edition}.
      {change !== undefined &&
        ` ${t('home.change', { change: format.change(change), edition: then!.results.edition })}`}
    </p>
  )
}

/** The first of the person's own participants in an edition that is shared. */
function useOwn(
  editionId: string | undefined,
): { readonly results: ResultsAnswer; readonly own: NamedParticipant } | undefined {
  const query = useQuery({
    ...api.results.get.queryOptions({ input: { editionId: editionId ?? '' } }),
    enabled: editionId !== undefined,
  })
  const results = query.data as ResultsAnswer | undefined
  const own = results?.participants.find(({ participantId }) => results.own.includes(participantId))
  return results && own ? { results, own } : undefined
}

export const resultsHome: HomeCards = {
  loop: { measure: { id: 'results', roles: ['participant'], component: ResultFigure } },
}
