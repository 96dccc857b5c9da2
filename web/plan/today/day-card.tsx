/** The opened queue's day: what came, what was expected this morning, what is expected now, and whether that is unusual. */
import { Link } from '@tanstack/react-router'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { Figure } from '../../design/figure.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Status } from '../../design/status.tsx'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { ifItGoesOn } from './if-it-goes-on.ts'
import { clockOfInstant, type QueueNeed, type TodayQueue, type TodayView } from './use-today.ts'

type Props = {
  readonly view: TodayView
  readonly day: TodayQueue
  readonly need: QueueNeed | undefined
}

export function DayCard({ view, day, need }: Props) {
  return (
    <>
      <Alarm day={day} />
      <Figures day={day} need={need} />
      <div className="lp-card">
        <DayChart view={view} day={day} />
      </div>
    </>
  )
}

function Alarm({ day }: { readonly day: TodayQueue }) {
  const t = useTexts(todayTexts)
  const { number } = useFormats()
  const { alarm, usual, soFar } = day
  if (alarm === null || usual === null) return null
  const [low, high] = [number(Math.round(usual.low)), number(Math.round(usual.high))]
  const goesOn = ifItGoesOn(day)
  return (
    <section className="lp-card lp-card--notice" aria-labelledby="alarm">
      <h2 id="alarm">
        <Status tone={alarm === 'above' ? 'warning' : 'information'}>{t(`alarm.${alarm}`)}</Status>
      </h2>
      <p>
        {t('alarm.text', { came: number(Math.round(soFar)), low, high })}
        {goesOn && ` ${t('alarm.goesOn', goesOn)}`}
      </p>
    </section>
  )
}

function Figures({ day, need }: Omit<Props, 'view'>) {
  const t = useTexts(todayTexts)
  const { number, clock, percent } = useFormats()
  const { soFar, expectedSoFar, updated, waitSeconds, abandoned } = day
  const rest = updated && {
    value: Math.max(0, updated.mean - soFar),
    interval: [Math.max(0, updated.lo95 - soFar), Math.max(0, updated.hi95 - soFar)] as const,
  }
  return (
    <div className="lp-today-figures">
      <Figure
        label={t('figure.soFar')}
        value={number(Math.round(soFar))}
        {...(expectedSoFar !== null && {
          note: t('figure.soFarNote', { expected: number(Math.round(expectedSoFar)) }),
        })}
      />
      {rest && (
        <Figure
          label={t('figure.rest')}
          value={number(Math.round(rest.value))}
          interval={rest.interval}
          decimals={0}
        />
      )}
      {day.queue.kind !== 'tasks' && (
        <Figure
          label={t('figure.wait')}
          value={waitSeconds === null ? t('figure.waitNone') : clock(waitSeconds)}
          {...(abandoned !== null &&
            soFar > 0 && { note: t('figure.abandoned', { share: percent(abandoned / soFar, 1) }) })}
        />
      )}
      {need?.now && (
        <Figure
          label={t('figure.now')}
          value={need.now.on === null ? '–' : number(need.now.on, need.now.on % 1 === 0 ? 0 : 1)}
          note={t('figure.nowNote', { n: need.now.needed })}
          isNotice={need.now.on !== null && need.now.on < need.now.needed}
        />
      )}
    </div>
  )
}

function DayChart({ view, day }: Omit<Props, 'need'>) {
  const t = useTexts(todayTexts)
  const { time } = useFormats()
  const { cells, queue } = day
  const at = (startsAt: string) => time(clockOfInstant(startsAt))
  const now = cells.findLast(({ startsAt }) => startsAt <= view.now)
  const firstLeft = cells.find(({ updated }) => updated !== null)
  return (
    <LineWithBand
      title={t('chart.title')}
      subtitle={t('chart.subtitle', { minutes: queue.intervalMinutes })}
      series={[
        {
          name: t('chart.planned'),
          look: 'earlier',
          points: cells.map((cell) => ({
            at: at(cell.startsAt),
            value: cell.planned,
            // Of what is past the band of the morning is shown, of the rest the band of now; they meet in the first of it.
            ...((cell.updated === null || cell === firstLeft) && bounds(cell.lo95, cell.hi95)),
          })),
        },
        {
          name: t('chart.seen'),
          look: 'seen',
          points: cells.map((cell) => ({
            at: at(cell.startsAt),
            value: cell.updated === null ? cell.offered : null,
          })),
        },
        ...(!firstLeft
          ? []
          : [
              {
                name: t('chart.updated'),
                look: 'expected' as const,
                points: cells.map((cell) => ({
                  at: at(cell.startsAt),
                  value: cell.updated,
                  ...bounds(cell.updatedLo95, cell.updatedHi95),
                })),
              },
            ]),
      ]}
      decimals={0}
      height={18}
      fromZero
      {...(now && firstLeft && { marks: [{ at: at(now.startsAt), text: t('chart.now') }] })}
      note={<DayNote view={view} day={day} />}
    />
  )
}

const bounds = (low: number | null, high: number | null) =>
  low === null || high === null ? {} : { low, high }

function DayNote({ view, day }: Omit<Props, 'need'>) {
  const t = useTexts(todayTexts)
  const { number, interval } = useFormats()
  const readsTraffic = useHasRole('manager', 'editor', 'planner', 'admin')
  const { updated, planned, queue } = day
  const search = { queue: queue.id, day: view.today }
  return (
    <>
      {updated &&
        planned &&
        `${t('chart.day', {
          n: number(Math.round(updated.mean)),
          interval: interval(updated.lo95, updated.hi95, 0),
          planned: number(Math.round(planned.mean)),
        })} `}
      {readsTraffic && <Link {...linkTo({ to: '/plan/traffic', search })}>{t('chart.records')}</Link>}
    </>
  )
}
