/** One day: what came or is expected, why, interval by interval, and whether it counts. */
import { useQuery } from '@tanstack/react-query'
import { addDays } from '../../../../src/kernel/calendar.ts'
import type { DayView, TrafficView } from '../../../../src/plan/traffic/contract.ts'
import { api } from '../../../api.ts'
import { LinkButton } from '../../../design/link-button.tsx'
import { linkTo } from '../../../design/path-target.ts'
import { Awaited } from '../../../design/states.tsx'
import { Status, type Tone } from '../../../design/status.tsx'
import { trafficTexts } from '../../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { type Chosen, trafficLink } from '../use-chosen.ts'
import { useDayName, useStateName } from '../use-words.ts'
import { DayIntervals } from './day-intervals.tsx'
import { DayMark } from './day-mark.tsx'
import { DayParts } from './day-parts.tsx'

type Props = {
  readonly view: TrafficView
  readonly queueId: string
  readonly day: string
  readonly chosen: Chosen
}

export function DayCard({ view, queueId, day, chosen }: Props) {
  const query = useQuery(api.traffic.day.queryOptions({ input: { queueId, day } }))
  return (
    <section aria-labelledby="day" className="lp-stack" id="day-card">
      <Awaited query={query} lines={8}>
        {(answer) => <Filled day={answer as DayView} view={view} chosen={{ ...chosen, queueId, day }} />}
      </Awaited>
    </section>
  )
}

type FilledProps = { readonly day: DayView; readonly view: TrafficView; readonly chosen: Chosen }

function Filled({ day, view, chosen }: FilledProps) {
  const t = useTexts(trafficTexts)
  const dayName = useDayName()
  const headline = useHeadline()
  const step = (days: number) => {
    const { at: _, ...others } = chosen
    return linkTo(trafficLink({ ...others, day: addDays(day.day, days) }))
  }
  const hasParts = day.forecast !== null && day.forecast.mean > 0 && day.day >= view.today
  return (
    <>
      <div className="lp-card__head">
        <h2 id="day" className="lp-traffic-day-name">
          {dayName(day.day)}: {headline(day, view.today)}
        </h2>
        <span className="lp-row lp-no-print">
          <LinkButton {...step(-1)} replace resetScroll={false} variant="tertiary" data-size="sm">
            {t('dayBefore')}
          </LinkButton>
          <LinkButton {...step(1)} replace resetScroll={false} variant="tertiary" data-size="sm">
            {t('dayAfter')}
          </LinkButton>
        </span>
      </div>
      <div className="lp-traffic-day">
        {hasParts && <DayParts day={day} view={view} chosen={chosen} />}
        {hasParts ? (
          <div className="lp-stack lp-traffic-column">
            <DayIntervals day={day} view={view} />
            <About day={day} view={view} chosen={chosen} />
          </div>
        ) : (
          <>
            <DayIntervals day={day} view={view} />
            <About day={day} view={view} chosen={chosen} />
          </>
        )}
      </div>
    </>
  )
}

function About({ day, view, chosen: { queueId } }: FilledProps) {
  return (
    <div className="lp-card">
      <Facts day={day} view={view} queueId={queueId} />
      <DayMark key={day.day} day={day} queueId={queueId ?? ''} isPast={day.day < view.today} />
    </div>
  )
}

function useHeadline(): (day: DayView, today: string) => string {
  const t = useTexts(trafficTexts)
  const { number, interval } = useFormats()
  return ({ day, seen, forecast, state }, today) => {
    const came = seen.reduce((sum, { offered }) => sum + offered, 0)
    if (day < today)
      return seen.length > 0
        ? t('headline.came', { n: Math.round(came) })
        : t(`headline.${state === 'gap' ? 'gap' : 'closed'}`)
    if (!forecast || forecast.mean === 0) return t(state === 'closed' ? 'headline.closed' : 'headline.none')
    return t('headline.expected', {
      n: number(forecast.mean, 0),
      between: interval(forecast.lo95, forecast.hi95, 0),
    })
  }
}

const tones: Readonly<Record<DayView['state'], Tone>> = {
  seen: 'good',
  partial: 'warning',
  gap: 'warning',
  closed: 'neutral',
  odd: 'warning',
  marked: 'information',
  running: 'accent',
  ahead: 'neutral',
}

/** What is known of the day beside its intervals. */
function Facts({
  day,
  view,
  queueId,
}: Pick<FilledProps, 'day' | 'view'> & { readonly queueId: string | undefined }) {
  const t = useTexts(trafficTexts)
  const { number, times, percent, shortDate, interval } = useFormats()
  const stateName = useStateName()
  const seen = view.seen.find((each) => each.day === day.day)
  const opening = day.opening.map(({ from, to }) => times(from, to)).join(', ') || t('closed')
  const rows: readonly (readonly [string, string])[] = [
    [
      t('fact.opening'),
      day.exception
        ? t('fact.exception', { opening, reason: day.exception.reason || t('noReason') })
        : opening,
    ],
    ...(seen?.offered != null ? [[t('fact.offered'), number(seen.offered, 0)] as const] : []),
    ...(day.told && day.day < view.today
      ? [
          [
            t('fact.told'),
            t('fact.toldOf', {
              n: number(day.told.mean, 0),
              between: interval(day.told.lo95, day.told.hi95, 0),
              day: shortDate(day.told.madeOn),
            }),
          ] as const,
        ]
      : []),
    ...(seen?.handled != null ? [[t('fact.handled'), number(seen.handled, 0)] as const] : []),
    ...(seen?.abandoned != null && seen.offered
      ? [
          [
            t('fact.abandoned'),
            t('fact.share', {
              n: number(seen.abandoned, 0),
              share: percent(seen.abandoned / seen.offered, 1),
            }),
          ] as const,
        ]
      : []),
    ...(seen && seen.missing > 0 && seen.state !== 'closed'
      ? [[t('fact.missing'), number(seen.missing)] as const]
      : []),
    ...day.events.map(
      (event) => [event.kind, `${shortDate(event.day)}${event.note && `: ${event.note}`}`] as const,
    ),
  ]
  return (
    <>
      <div className="lp-card__head">
        <h3>{t('fact.title')}</h3>
        <Status tone={tones[day.state]}>{stateName(day.state)}</Status>
      </div>
      <table className="lp-traffic-facts">
        <tbody>
          {rows.map(([name, value], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two events of a kind share their name, and rows never move
            <tr key={`${name} ${at}`}>
              <th scope="row">{name}</th>
              <td className="lp-number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="lp-row lp-small">
        <LinkButton
          {...linkTo(trafficLink(queueId ? { queueId } : {}, '/plan/traffic/counts'))}
          variant="tertiary"
          data-size="sm"
        >
          {t('fact.source')}
        </LinkButton>
        <LinkButton
          {...linkTo(trafficLink(queueId ? { queueId } : {}, '/plan/traffic/causes'))}
          variant="tertiary"
          data-size="sm"
        >
          {t('fact.causes')}
        </LinkButton>
      </p>
    </>
  )
}
