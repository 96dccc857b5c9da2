/** A year of one topic, week by week, stacked by channel. */
import { useId } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import { enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import type { TopicCard } from '../../../src/understand/overview/contract.ts'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { useNarrow } from '../../design/use-narrow.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { recordsLink } from './links.ts'
import { MixLegend } from './mix-bar.tsx'

const [left, height] = [32, 170]
const widths = { narrow: 420, wide: 960 }

export function WeekChart({ card }: { readonly card: TopicCard }) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const { number, shortDate } = useFormats()
  const name = useId()
  const isNarrow = useNarrow()
  const labelled = isNarrow ? 26 : 13
  const width = isNarrow ? widths.narrow : widths.wide
  const channels = enquiryChannels.flatMap((channel) =>
    card.byChannel.filter((each) => each.channel === channel),
  )
  const count = channels[0]?.weeks.length ?? 0
  const weeks = Array.from({ length: count }, (_, at) => ({
    from: addDays(card.period.to, 1 - 7 * (count - at)),
    to: addDays(card.period.to, -7 * (count - 1 - at)),
    counts: channels.map(({ channel, weeks: counts }) => ({ channel, count: counts[at]! })),
  }))
  const totals = weeks.map(({ counts }) => counts.reduce((sum, each) => sum + each.count, 0))
  const domain = niceDomain([0, ...totals], { limits: [0, Number.MAX_SAFE_INTEGER] })
  const top = domain.ticks.at(-1) ?? 1
  const yOf = (value: number) => 6 + (1 - value / top) * (height - 6)
  const xOf = (at: number) => left + (at / Math.max(1, count)) * (width - left)
  const table = {
    header: [t('topic.week'), ...channels.map(({ channel }) => words(`channel.${channel}`))],
    rows: weeks.map(({ from, to, counts }) => [
      { value: from, link: recordsLink({ from, to }, { topicId: card.line.topicId }) },
      ...counts.map((each) => each.count),
    ]),
    decimals: 0,
  }
  return (
    <div className="lp-card">
      <ChartFrame
        title={t('topic.weeks')}
        subtitle={t('topic.weeksText')}
        table={table}
        note={
          <MixLegend
            mix={card.byChannel.map(({ channel, weeks: counts }) => ({
              channel,
              contacts: counts.reduce((sum, each) => sum + each, 0),
            }))}
          />
        }
      >
        <svg
          className="lp-neck lp-weeks"
          viewBox={`0 0 ${width} ${height + 20}`}
          role="img"
          aria-labelledby={name}
        >
          <title id={name}>{t('topic.weeks')}</title>
          {domain.ticks.map((tick) => (
            <g key={tick}>
              <line className="lp-neck__grid" x1={left} x2={width} y1={yOf(tick)} y2={yOf(tick)} />
              <text x={left - 4} y={yOf(tick) + 4} textAnchor="end">
                {number(tick)}
              </text>
            </g>
          ))}
          {weeks.map(({ from, counts }, at) => {
            let base = 0
            return counts.map((each) => {
              const y = yOf(base + each.count)
              const part = { channel: each.channel, y, height: yOf(base) - y }
              base += each.count
              return (
                <rect
                  key={`${from} ${part.channel}`}
                  data-bar={part.channel}
                  x={xOf(at)}
                  width={Math.max(1, (width - left) / count - 1.5)}
                  y={part.y}
                  height={Math.max(0, part.height)}
                />
              )
            })
          })}
          {weeks
            .filter((_, at) => at % labelled === 0)
            .map(({ from }, at) => (
              <text key={from} x={xOf(at * labelled)} y={height + 15}>
                {shortDate(from)}
              </text>
            ))}
        </svg>
      </ChartFrame>
    </div>
  )
}
