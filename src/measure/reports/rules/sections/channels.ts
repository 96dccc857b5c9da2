import type { Cell, Section } from '../../contract.ts'
import { axisOf, estimateMarks, roundDomain } from '../drawing.ts'
import type { ReportInput } from '../report-input.ts'
import { inSentence, type ReportWords } from '../report-words.ts'
import { estimateLegend } from './areas.ts'

/** The total on each channel, unanswered contacts included. */
export function channelsSection({ facts, result }: ReportInput, words: ReportWords): Section {
  const { t, format } = words
  const { channels } = result
  const values = channels.flatMap(({ totalResult, interval }) => [totalResult ?? [], interval ?? []].flat())
  const domain = roundDomain(values, [0, 100])
  const level = words.percentLevel(facts.intervals.level)
  return {
    title: titleOf({ result }, words),
    lead: t('channelsLead'),
    blocks: [
      {
        kind: 'table',
        caption: t('channels'),
        columns: [
          { header: t('channel'), kind: 'text' },
          { header: '', kind: 'drawing', share: 1, axis: axisOf(domain, (value) => format.number(value)) },
          { header: t('score'), kind: 'number' },
          { header: t('intervalHead', { level }), kind: 'number' },
          { header: t('n'), kind: 'number' },
          { header: t('unanswered'), kind: 'number' },
          { header: t('channelPlace'), kind: 'number' },
        ],
        rows: channels.map(({ channel, totalResult, interval, n, nAnswered, rank, rankRange }): Cell[] => [
          { text: words.channel(channel), strong: true },
          { text: '', marks: estimateMarks({ value: totalResult, interval }, domain) },
          { text: words.score(totalResult), strong: true },
          { text: interval ? format.interval(...interval) : t('unknown') },
          { text: format.number(n) },
          { text: format.number(n - nAnswered) },
          {
            text:
              rank === null
                ? t('unknown')
                : rankRange === null
                  ? format.number(rank)
                  : `${format.number(rank)} (${words.range(rankRange)})`,
          },
        ]),
        legend: estimateLegend(words, false),
      },
    ],
  }
}

/** A difference is certain when the intervals of the highest and the lowest do not meet. */
function titleOf({ result }: Pick<ReportInput, 'result'>, words: ReportWords): string {
  const ordered = result.channels
    .filter(({ totalResult }) => totalResult !== null)
    .toSorted((a, b) => b.totalResult! - a.totalResult!)
  const [best, worst] = [ordered.at(0), ordered.at(-1)]
  if (!best?.interval || !worst?.interval || best === worst) return words.t('channels')
  if (best.interval[0] <= worst.interval[1]) return words.t('channelsOpen')
  return words.t('channelsSure', {
    best: words.channel(best.channel),
    worst: inSentence(words.channel(worst.channel)),
  })
}
