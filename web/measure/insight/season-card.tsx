/** How the result went through the season: months for a participant beside its class, weeks for a class or edition. */
import type {
  InsightAnswer,
  ParticipantInsightAnswer,
  SeasonPoint,
} from '../../../src/measure/insight/contract.ts'
import { type LineSeries, LineWithBand } from '../../design/chart/line-with-band.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from '../results/links.ts'
import { MonthTable } from './month-table.tsx'
import { lowestMonth } from './season-finding.ts'

export function ParticipantSeason({ insight }: { readonly insight: ParticipantInsightAnswer }) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const nameOf = useMonthName()
  const { months, classMonths, editionMonths, editionId, participantId } = insight
  const beside = classMonths ?? editionMonths
  const series: LineSeries[] = [
    { name: t('season.own'), look: 'seen', points: pointsOf(months, nameOf) },
    {
      name: t(classMonths ? 'season.class' : 'season.edition'),
      look: 'control',
      points: months.map(({ from }) => ({
        at: nameOf(from),
        value: beside.find((point) => point.from === from)?.total ?? null,
      })),
    },
  ]
  return (
    <div className="lp-stack">
      <LineWithBand
        title={useSeasonTitle(months)}
        subtitle={t('season.subtitle', { level: format.number(insight.level * 100) })}
        series={series}
      />
      <MonthTable
        months={months}
        level={insight.level}
        nameOf={nameOf}
        linkOf={({ from, to }) => submissionsLink(editionId, { participantId, from, to })}
      />
    </div>
  )
}

export function ScopeSeason({ answer }: { readonly answer: InsightAnswer }) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const nameOf = useMonthName()
  const { insight, editionId, class: className } = answer
  const name = t(className === undefined ? 'season.edition' : 'season.class')
  return (
    <div className="lp-stack">
      <LineWithBand
        title={useSeasonTitle(insight.months)}
        subtitle={t('season.subtitleWeeks', { level: format.number(answer.level * 100) })}
        series={[{ name, look: 'seen', points: pointsOf(insight.weeks, format.shortDate) }]}
      />
      <MonthTable
        months={insight.months}
        level={answer.level}
        nameOf={nameOf}
        linkOf={({ from, to }) =>
          submissionsLink(editionId, { ...(className === undefined ? {} : { class: className }), from, to })
        }
      />
    </div>
  )
}

function pointsOf(points: readonly SeasonPoint[], nameOf: (date: string) => string): LineSeries['points'] {
  return points.map(({ from, total, interval }) => ({
    at: nameOf(from),
    value: total,
    ...(interval ? { low: interval[0], high: interval[1] } : {}),
  }))
}

function useSeasonTitle(months: readonly SeasonPoint[]): string {
  const t = useTexts(insightTexts)
  const nameOf = useMonthName()
  const lowest = lowestMonth(months)
  return lowest ? t('season.title', { month: nameOf(lowest.from) }) : t('season.titleEven')
}

/** `november 2025`, from a date in it. */
function useMonthName(): (date: string) => string {
  const { date: write } = useFormats()
  return (date) =>
    write(date)
      .replace(/^\d+\.?\s/u, '')
      .replace('\u00a0', ' ')
}
