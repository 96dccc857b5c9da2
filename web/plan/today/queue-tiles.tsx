/** Every queue's day in small, side by side: which of them needs somebody is seen before anything is opened. */
import { Link } from '@tanstack/react-router'
import { linkTo } from '../../design/path-target.ts'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import {
  type Chosen,
  deviationOf,
  type QueueNeed,
  stateOf,
  type TodayQueue,
  type TodayView,
  todayLink,
} from './use-today.ts'

type Props = {
  readonly view: TodayView
  readonly needs: readonly QueueNeed[]
  readonly chosen: Chosen
  readonly openedId: string | undefined
}

export function QueueTiles({ view, needs, chosen, openedId }: Props) {
  const t = useTexts(todayTexts)
  return (
    <nav aria-label={t('queues')}>
      <ul className="lp-plain-list lp-today-tiles">
        {view.queues.map((day) => (
          <li key={day.queue.id}>
            <Link
              {...linkTo(todayLink({ ...chosen, queueId: day.queue.id }))}
              className="lp-card lp-today-tile"
              {...(day.queue.id === openedId && { 'aria-current': 'page' as const })}
              resetScroll={false}
            >
              <Tile day={day} need={needs.find(({ queueId }) => queueId === day.queue.id)} now={view.now} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type TileProps = { readonly day: TodayQueue; readonly need: QueueNeed | undefined; readonly now: string }

function Tile({ day, need, now }: TileProps) {
  const t = useTexts(todayTexts)
  const { change } = useFormats()
  const deviation = deviationOf(day)
  const staff = useStaffLine()
  const isCounted = day.seenUntil !== null
  return (
    <>
      <span className="lp-today-tile__name">{day.queue.name}</span>
      <DayLine day={day} />
      <span className="lp-number">
        {isCounted ? t('tile.soFar', { n: Math.round(day.soFar) }) : t('tile.noData')}
        {isCounted && deviation !== null && `, ${t('tile.change', { change: change(100 * deviation, 0) })}`}
      </span>
      <span className="lp-small lp-number" data-short={need?.worst ? true : undefined}>
        {staff({ day, need, now })}
      </span>
    </>
  )
}

function useStaffLine(): (tile: TileProps) => string {
  const t = useTexts(todayTexts)
  const { time, times } = useFormats()
  return ({ day, need, now }) => {
    const state = stateOf(day, now)
    if (state === 'closed') return t('tile.closed')
    if (state === 'over') return t('tile.over')
    if (need?.worst)
      return t('tile.missing', { n: need.worst.missing, span: times(need.worst.from, need.worst.to) })
    if (state === 'before') return t('tile.ahead', { time: time(day.opening[0]!.from) })
    return need?.now && need.now.on !== null ? t('tile.enough') : t('tile.unknown')
  }
}

const [width, height] = [160, 44]

/** Seen whole, this morning's forecast dashed and grey, what is expected now dashed; the figures stand beside it. */
function DayLine({ day: { cells } }: { readonly day: TodayQueue }) {
  const most = Math.max(
    1,
    ...cells.map(({ offered, planned, updated }) => Math.max(offered ?? 0, planned ?? 0, updated ?? 0)),
  )
  const path = (of: (cell: TodayQueue['cells'][number]) => number | null): string => {
    let isDown = false
    return cells
      .map((cell, at) => {
        const value = of(cell)
        if (value === null) {
          isDown = false
          return ''
        }
        const x = (at / Math.max(1, cells.length - 1)) * width
        const y = height - 2 - (value / most) * (height - 4)
        const step = `${isDown ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
        isDown = true
        return step
      })
      .join('')
  }
  return (
    <svg
      className="lp-today-line"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path className="lp-today-line__planned" d={path(({ planned }) => planned)} />
      <path className="lp-today-line__updated" d={path(({ updated }) => updated)} />
      <path className="lp-today-line__seen" d={path(({ offered }) => offered)} />
    </svg>
  )
}
