/** Did it get better from edition to edition, and can the editions be compared at all? */
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import {
  type SeriesKind,
  seriesKinds,
  type TrendAnswer,
  type TrendOverview,
  type TrendSeries,
} from '../../../src/measure/trend/contract.ts'
import { lastChange } from '../../../src/measure/trend/rules/build-series.ts'
import { api } from '../../api.ts'
import { Page } from '../../design/page.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { trendTexts } from '../../i18n/trend.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { inSentence } from '../results/words.ts'
import { ChangeTable } from './change-table.tsx'
import { EarlierCard } from './earlier-card.tsx'
import { JudgementCard } from './judgement-card.tsx'
import { SeriesChoice } from './series-choice.tsx'
import { TieCard } from './tie-card.tsx'
import { TrendChart } from './trend-chart.tsx'
import { useFigureName } from './words.ts'
import './trend.css'

export function TrendPage() {
  const t = useTexts(trendTexts)
  const trail = useTrail()
  const overview = useQuery(api.trend.overview.queryOptions())
  if (overview.data) return <Loaded overview={overview.data} />
  return (
    <Page title={t('nav')} trail={trail}>
      <Awaited query={overview}>{() => null}</Awaited>
    </Page>
  )
}

function useTrail() {
  const edition = useTexts(editionTexts)
  return [
    { to: '/measure' as const, label: edition('measure') },
    { to: '/measure/editions' as const, label: edition('editions') },
  ]
}

export type TrendChoice = { readonly kind: SeriesKind; readonly name: string; readonly figure: string }

function readChoice(search: Search, { classes, participants }: TrendOverview): TrendChoice {
  const kind = seriesKinds.find((one) => one === search.kind) ?? 'edition'
  const names = kind === 'class' ? classes : participants.map(({ name }) => name)
  const name = kind === 'edition' ? '' : (names.find((one) => one === search.name) ?? names[0] ?? '')
  return { kind, name, figure: search.figure ?? 'total' }
}

function Loaded({ overview }: { readonly overview: TrendOverview }) {
  const t = useTexts(trendTexts)
  const choice = readChoice(useSearch({ strict: false }) as Search, overview)
  const { kind, name } = choice
  const answer = useQuery({
    ...api.trend.series.queryOptions({ input: { kind, name } }),
    placeholderData: (before: TrendAnswer | undefined) => before,
  })
  const series = answer.data?.series.find(({ figure }) => figure === choice.figure) ?? answer.data?.series[0]
  return (
    <Page title={useFinding(answer.data, series)} subtitle={t('subtitle')} trail={useTrail()}>
      <SeriesChoice overview={overview} choice={choice} series={answer.data?.series ?? []} />
      <Awaited query={answer}>
        {(data) =>
          series ? (
            <Series answer={data as TrendAnswer} series={series} />
          ) : (
            <EmptyState title={t('title.none')} />
          )
        }
      </Awaited>
      <div className="lp-columns lp-columns--wide lp-no-print">
        <TieCard overview={overview} />
        <JudgementCard overview={overview} />
      </div>
      <EarlierCard />
    </Page>
  )
}

/** What the last step shows: up, down, nothing certain, or that it cannot be compared. */
function useFinding(answer: TrendAnswer | undefined, series: TrendSeries | undefined): string {
  const t = useTexts(trendTexts)
  const figureName = useFigureName()
  if (!answer) return t('nav')
  if (!series) return t('title.none')
  const values = {
    name: answer.kind === 'edition' ? t('all') : answer.name,
    figure: inSentence(figureName(series)),
  }
  if (series.points.length < 2) return t('title.one', values)
  const change = lastChange(series.points, series.steps)
  if (!change) return t('title.broken', values)
  const [low, high] = change.interval ?? [-1, 1]
  return t(low > 0 ? 'title.up' : high < 0 ? 'title.down' : 'title.level', values)
}

function Series({ answer, series }: { readonly answer: TrendAnswer; readonly series: TrendSeries }) {
  const t = useTexts(trendTexts)
  const figureName = useFigureName()
  return (
    <>
      <div className="lp-card">
        <TrendChart
          title={figureName(series)}
          series={series}
          {...(answer.alsoNamed.length > 0
            ? { subtitle: t('chart.also', { names: answer.alsoNamed.join(', ') }) }
            : {})}
        />
      </div>
      <div className="lp-card">
        <ChangeTable answer={answer} />
      </div>
    </>
  )
}
