import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { PracticeAnswer, SeasonPoint } from '../../../src/measure/practice/contract.ts'
import { api } from '../../api.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { Loading } from '../../design/states.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { FigureSelect } from '../trend/series-choice.tsx'
import { useFigureName } from '../trend/words.ts'

/** How one figure came about, contact by contact, with the target as a grey line. */
export function SeasonChart({ answer }: { readonly answer: PracticeAnswer }) {
  const t = useTexts(practiceTexts)
  const figureName = useFigureName()
  const { editionId, participantId, targets, offered } = answer
  const [figure, setFigure] = useState(targets[0]?.figure ?? 'total')
  const season = useQuery(api.practice.season.queryOptions({ input: { editionId, participantId, figure } }))
  const shown = offered.find((one) => one.figure === figure) ?? { figure }
  const level = targets.find((line) => line.figure === figure)?.level
  const name = figureName(shown)
  const points = season.data?.points as readonly SeasonPoint[] | undefined
  const series = useSeries(points ?? [], { name, target: t('targets.target'), level })
  return (
    <>
      <div className="lp-practice__choose lp-no-print">
        <FigureSelect
          label={t('targets.figure')}
          value={figure}
          series={offered.map((one) => ({ ...one, points: [], steps: [] }))}
          onChoose={setFigure}
        />
      </div>
      {points === undefined && <Loading lines={4} />}
      {points?.length === 0 && <p className="lp-quiet">{t('targets.seasonFew')}</p>}
      {points !== undefined && points.length > 0 && (
        <LineWithBand
          title={`${t('targets.season')}: ${name}`}
          subtitle={t('targets.seasonSubtitle')}
          series={series}
        />
      )}
    </>
  )
}

type Names = { readonly name: string; readonly target: string; readonly level: number | undefined }

function useSeries(points: readonly SeasonPoint[], { name, target, level }: Names) {
  const format = useFormats()
  return useMemo(() => {
    const seen = points.map(({ date, value, interval }) => ({
      at: format.shortDate(date),
      value,
      ...(interval ? { low: interval[0], high: interval[1] } : {}),
    }))
    const aim =
      level === undefined
        ? []
        : [{ name: target, look: 'control' as const, points: seen.map(({ at }) => ({ at, value: level })) }]
    return [{ name: '', look: 'seen' as const, points: seen }, ...aim].map((line) => ({
      ...line,
      name: line.name || name,
    }))
  }, [points, name, target, level, format])
}
