import type { BandCount, ResultMethod, SubmissionFilter } from '../../../src/measure/results/contract.ts'
import { type BandRow, StackedBands } from '../../design/chart/stacked-bands.tsx'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { countsOf, lowestShare, type ShownBand, shownBands } from './band-rows.ts'
import { submissionsLink } from './links.ts'
import { inSentence, useMethodWords } from './words.ts'

export type Segment = {
  readonly segment: string
  readonly name: string
  /** The submissions of the segment; absent where the person may not read them. */
  readonly filter?: SubmissionFilter
}

type Props = {
  readonly editionId: string
  readonly method: ResultMethod
  readonly bands: readonly BandCount[]
  readonly segments: readonly Segment[]
  readonly title: string
}

/** How the contacts of some segments are spread over the bands, each part leading to its submissions. */
export function BandBars({ editionId, method, bands, segments, title }: Props) {
  const t = useTexts(resultsTexts)
  const words = useMethodWords(method)
  const shown = shownBands(method.bands, words.band, {
    answered: (band) => t('bands.answered', { band }),
    unanswered: t('bands.unanswered'),
  })
  const rows = segments.map(({ segment, name, filter }): BandRow => {
    const counts = countsOf(bands, segment, shown)
    if (filter === undefined) return { name, counts }
    return {
      name,
      counts,
      linkTo: (band) => submissionsLink(editionId, { ...filter, ...bandFilter(band as ShownBand) }),
    }
  })
  return <StackedBands title={title} subtitle={t('bands.subtitle')} bands={shown} rows={rows} />
}

function bandFilter({ id, look, answered }: ShownBand): SubmissionFilter {
  if (!answered) return { answered: 'no' }
  return look === 'low' ? { band: id, answered: 'yes' } : { band: id }
}

/** The channel with most in the lowest band, as a title. */
export function useBandFinding(
  method: ResultMethod,
  bands: readonly BandCount[],
  channels: readonly string[],
) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  const words = useMethodWords(method)
  const worst = channels
    .map((channel) => ({ channel, share: lowestShare(bands, channel, method) }))
    .toSorted((a, b) => b.share - a.share)[0]
  const limits = method.bands.map(({ from }) => from).filter((from) => from > 0)
  if (!worst || channels.length < 2 || limits.length === 0) return t('bands.titleOne')
  return t('bands.title', {
    limit: format.number(Math.min(...limits)),
    channel: inSentence(words.channel(worst.channel)),
    percent: format.percent(worst.share / 100),
  })
}
