/** What came and what will come on one line, with what happened below it; a click opens a day. */
import { useCallback, useMemo } from 'react'
import { isoWeek } from '../../../src/kernel/calendar.ts'
import type { TrafficView } from '../../../src/plan/traffic/contract.ts'
import { type ChartCell, ChartFrame } from '../../design/chart/chart-frame.tsx'
import type { ChartColours } from '../../design/chart/colours.ts'
import { EChart } from '../../design/chart/echart.tsx'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { SpanChoice } from './span-choice.tsx'
import { timelineOptions } from './timeline-options.ts'
import { hasPaths, type TimelinePoint, timelinePoints } from './timeline-points.ts'
import { type Chosen, trafficLink, useChoose } from './use-chosen.ts'
import { useStateName } from './use-words.ts'

type Props = { readonly view: TrafficView; readonly chosen: Chosen; readonly openDay: string | undefined }

export function TimelineCard({ view, chosen, openDay }: Props) {
  const t = useTexts(trafficTexts)
  const formats = useFormats()
  const choose = useChoose()
  const per = chosen.per ?? 'day'
  const queue = view.queues.find(({ id }) => id === view.queueId)!
  const points = useMemo(() => timelinePoints(view, queue.opening, per), [view, queue, per])
  const withPaths = hasPaths(points)
  const tell = useTell(per)
  const within = useCallback(
    (day: string | undefined) =>
      day === undefined ? -1 : points.findIndex((point) => day >= point.day && day <= point.last),
    [points],
  )
  const options = useCallback(
    (colours: ChartColours) =>
      timelineOptions(
        {
          points,
          now: within(points.find(({ last }) => last >= view.today)?.day),
          open: within(openDay),
          words: {
            seen: t('seen'),
            expected: t('expected'),
            told: t('told'),
            lowPath: t('lowPath'),
            highPath: t('highPath'),
            today: t('today'),
            lanes: [t('lane.events'), t('lane.shocks'), t('lane.days')],
          },
          write: (value) => formats.number(value, 0),
          label: (point) =>
            per === 'day'
              ? formats.shortDate(point.day)
              : t('weekShort', { week: Number(isoWeek(point.day).slice(-2)) }),
          tell,
        },
        colours,
      ),
    [points, per, openDay, view.today, within, t, formats, tell],
  )
  const open = (at: number): void => {
    const point = points[at]
    if (!point) return
    const { at: _, ...others } = chosen
    choose({ ...others, day: point.day })
  }
  return (
    <div className="lp-card">
      <SpanChoice view={view} chosen={chosen} />
      <ChartFrame
        title={t('timeline.title', { queue: queue.name })}
        subtitle={t(per === 'day' ? 'timeline.subtitle' : 'timeline.weeks')}
        table={{
          header: [
            per === 'day' ? t('day') : t('week'),
            t('seen'),
            t('expected'),
            t('low'),
            t('high'),
            ...(withPaths ? [t('lowPath'), t('highPath')] : []),
            t('told'),
            t('happened'),
          ],
          rows: points.map((point): readonly ChartCell[] => [
            {
              value: per === 'day' ? point.day : isoWeek(point.day),
              link: trafficLink({
                ...chosen,
                ...(view.queueId && { queueId: view.queueId }),
                day: point.day,
              }),
            },
            point.seen,
            point.mean,
            point.low,
            point.high,
            ...(withPaths ? [point.lowPath, point.highPath] : []),
            point.told,
            tell(point).slice(1).filter(Boolean).join('; ') || null,
          ]),
          decimals: 0,
        }}
        note={<Legend points={points} />}
      >
        <EChart
          label={t('timeline.title', { queue: queue.name })}
          height={23}
          options={options}
          onClick={open}
        />
      </ChartFrame>
    </div>
  )
}

/** Date first, then what is known of it in lines. */
function useTell(per: 'day' | 'week'): (point: TimelinePoint) => readonly string[] {
  const t = useTexts(trafficTexts)
  const formats = useFormats()
  const stateName = useStateName()
  return useCallback(
    (point) => {
      const { number, weekday, shortDate, interval } = formats
      const name =
        per === 'day'
          ? `${weekday(point.day)} ${shortDate(point.day)}`
          : `${t('weekLong', { week: Number(isoWeek(point.day).slice(-2)) })}`
      return [
        name,
        ...(point.seen === null ? [] : [t('tip.seen', { n: number(point.seen, 0) })]),
        ...(point.mean === null || point.low === null || point.high === null
          ? []
          : [t('tip.expected', { n: number(point.mean, 0), between: interval(point.low, point.high, 0) })]),
        ...(point.lowPath === null ? [] : [t('tip.lowPath', { n: number(point.lowPath, 0) })]),
        ...(point.highPath === null ? [] : [t('tip.highPath', { n: number(point.highPath, 0) })]),
        ...(point.told === null ? [] : [t('tip.told', { n: number(point.told, 0) })]),
        ...point.events.map((event) =>
          per === 'day' ? event.name : `${event.name} ${shortDate(event.day)}`,
        ),
        ...point.shocks.map((shock) => t('tip.shock', { name: shock.name || t('unnamedShock') })),
        ...point.states.map(stateName),
      ]
    },
    [per, t, formats, stateName],
  )
}

const shapes = {
  closed: '–',
  gap: '□',
  partial: '△',
  odd: '○',
  marked: '✕',
} as const

/** Only what is in the picture is explained. */
function Legend({ points }: { readonly points: readonly TimelinePoint[] }) {
  const t = useTexts(trafficTexts)
  const stateName = useStateName()
  const states = (Object.keys(shapes) as (keyof typeof shapes)[]).filter((state) =>
    points.some((point) => point.states.includes(state)),
  )
  const hasEvents = points.some(({ events }) => events.length > 0)
  const hasShocks = points.some((point) => point.shocks.length > 0)
  const entries = [
    ...(hasEvents ? [['▲', t('legend.event')] as const] : []),
    ...(hasShocks ? [['◆', t('legend.shock')] as const] : []),
    ...states.map((state) => [shapes[state], stateName(state)] as const),
  ]
  return (
    <span className="lp-traffic-legend">
      {points.some(({ told }) => told !== null) && (
        <span>
          <span aria-hidden="true">┄</span> {t('told')}
        </span>
      )}
      {hasPaths(points) && (
        <span>
          <span aria-hidden="true">┈</span> {t('legend.paths')}
        </span>
      )}
      {entries.map(([shape, text]) => (
        <span key={text}>
          <span aria-hidden="true">{shape}</span> {text}
        </span>
      ))}
      <span>{t('legend.open')}</span>
    </span>
  )
}
