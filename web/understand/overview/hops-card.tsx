import { enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import type { TopicCard } from '../../../src/understand/overview/contract.ts'
import { Heatmap } from '../../design/chart/heatmap.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** Steps between channels as a table of shades; the rows are where they come from. */
export function HopsCard({ hops }: Pick<TopicCard, 'hops'>) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const { number } = useFormats()
  const seen = enquiryChannels.filter((channel) =>
    hops.some(({ from, to }) => from === channel || to === channel),
  )
  const of = (from: string, to: string) => hops.find((hop) => hop.from === from && hop.to === to)
  const bounces = (from: string) =>
    hops.filter((hop) => hop.from === from).reduce((sum, hop) => sum + hop.bounces, 0)
  if (seen.length === 0) {
    return (
      <section className="lp-card">
        <h3>{t('topic.hops')}</h3>
        <p className="lp-quiet">{t('topic.hopsNone')}</p>
      </section>
    )
  }
  return (
    <div className="lp-card">
      <Heatmap
        title={t('topic.hops')}
        subtitle={t('topic.hopsText')}
        scale="amount"
        columns={[...seen.map((channel) => words(`channel.${channel}`)), t('topic.bounces')]}
        rows={seen.map((from) => ({
          name: words(`channel.${from}`),
          cells: [
            ...seen.map((to) => ({ value: of(from, to)?.steps ?? 0 })),
            { value: null, text: number(bounces(from)) },
          ],
        }))}
      />
    </div>
  )
}
