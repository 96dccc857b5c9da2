import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrendAnswer } from '../../../src/measure/trend/contract.ts'
import { api } from '../../api.ts'
import { trendTexts } from '../../i18n/trend.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { FigureSelect } from '../trend/series-choice.tsx'
import { TrendChart } from '../trend/trend-chart.tsx'
import { useFigureName } from '../trend/words.ts'
import type { InCentre } from './links.ts'

/** A figure of the centre over the editions, with the class beside it; nothing before the second edition. */
export function TrendSection({ inCentre: { editionId, participantId } }: { readonly inCentre: InCentre }) {
  const trend = useTexts(trendTexts)
  const figureName = useFigureName()
  const answer = useQuery(api.practice.trend.queryOptions({ input: { editionId, participantId } }))
  const [figure, setFigure] = useState('total')
  const own =
    (answer.data?.own as TrendAnswer | undefined)?.series.filter(({ points }) => points.length > 1) ?? []
  const series = own.find((one) => one.figure === figure) ?? own[0]
  if (!series) return null
  const ofClass = answer.data?.class as TrendAnswer | undefined
  const beside = ofClass?.series.find((one) => one.figure === series.figure)
  return (
    <div>
      <div className="lp-practice__choose lp-no-print">
        <FigureSelect
          label={trend('choose.figure')}
          value={series.figure}
          series={own}
          onChoose={setFigure}
        />
      </div>
      <TrendChart
        title={`${trend('nav')}: ${figureName(series)}`}
        subtitle={beside ? `${trend('subtitle')} ${trend('chart.class')}` : trend('subtitle')}
        series={series}
        beside={beside}
      />
    </div>
  )
}
