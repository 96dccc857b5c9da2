/** Who is needed against who is on, quarter by quarter, for one queue and day; what is missing is filled and told. */
import { memo, useMemo } from 'react'
import type { LocalDay } from '../../../src/plan/shifts/rules/local-days.ts'
import { quarterMinutes } from '../../../src/plan/shifts/rules/quarter-grid.ts'
import type { RequirementGrid } from '../../../src/plan/shifts/rules/types.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { clockIn, type DayScale } from './day-scale.ts'
import { useTimeWords } from './words.ts'

type Props = {
  readonly name: string
  readonly queue: number
  readonly grid: RequirementGrid
  readonly on: Int32Array
  readonly day: LocalDay
  readonly scale: DayScale
  /** The largest number of the week, so that days can be compared. */
  readonly most: number
}

type Quarter = { readonly at: number; readonly need: number; readonly on: number }

/** Drawn again only when the numbers of its own day have changed. */
export const NeedStrip = memo(NeedStripOf, (one, other) => {
  if (one.day !== other.day || one.grid !== other.grid || one.most !== other.most || one.name !== other.name)
    return false
  if (one.scale.from !== other.scale.from || one.scale.to !== other.scale.to) return false
  const [first, end] = quartersIn(one)
  for (let at = first; at < end; at++) if (one.on[at] !== other.on[at]) return false
  return true
})

const quartersIn = ({ grid, day }: Pick<Props, 'grid' | 'day'>): [number, number] => [
  (day.from - grid.from) / quarterMinutes,
  (day.to - grid.from) / quarterMinutes,
]

function NeedStripOf(props: Props) {
  const { name, day, scale, most, grid, queue, on } = props
  const t = useTexts(shiftPlanTexts)
  const { number } = useFormats()
  const words = useTimeWords()
  const quarters = useMemo(() => read({ grid, queue, on, day }), [grid, queue, on, day])
  const missing = quarters.reduce((sum, { need, on: there }) => sum + Math.max(0, need - there), 0)
  const isNeeded = quarters.some(({ need }) => need > 0)
  const hours = number((missing * quarterMinutes) / 60, 1)
  const where = { queue: name, day: words.day(day.date) }
  const label = !isNeeded
    ? t('strip.none', where)
    : missing > 0
      ? t('strip.missing', { ...where, hours })
      : t('strip.enough', where)
  const width = (scale.to - scale.from) / quarterMinutes
  const x = ({ at }: Quarter) => (clockIn(day, grid.from + at * quarterMinutes) - scale.from) / quarterMinutes
  const y = (people: number) => 100 - (100 * people) / most
  const block = (from: number, to: number) => (one: Quarter) => `M${x(one)} ${y(from)}h1V${y(to)}h-1z`
  return (
    <div className="lp-week__strip" data-short={missing > 0 || undefined} title={label}>
      <span className="lp-visually-hidden">{label}</span>
      <svg viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden="true">
        <path className="lp-week__on" d={quarters.map((one) => block(0, one.on)(one)).join('')} />
        <path
          className="lp-week__missing"
          d={quarters.flatMap((one) => (one.need > one.on ? [block(one.on, one.need)(one)] : [])).join('')}
        />
        <path className="lp-week__need" d={needLine(quarters, x, y)} />
      </svg>
      {missing > 0 && (
        <span className="lp-week__lack" aria-hidden="true">
          {t('strip.lack', { hours })}
        </span>
      )}
    </div>
  )
}

function read({ grid, queue, on, day }: Pick<Props, 'grid' | 'queue' | 'on' | 'day'>): Quarter[] {
  const [first, end] = quartersIn({ grid, day })
  const found: Quarter[] = []
  for (let at = first; at < end; at++) {
    const need = grid.queues[queue]!.need[at]!
    if (need > 0 || on[at]! > 0) found.push({ at, need, on: on[at]! })
  }
  return found
}

function needLine(
  quarters: readonly Quarter[],
  x: (one: Quarter) => number,
  y: (people: number) => number,
): string {
  let [path, last]: [string, Quarter | undefined] = ['', undefined]
  for (const one of quarters) {
    path += last && last.at + 1 === one.at ? `V${y(one.need)}h1` : `M${x(one)} ${y(one.need)}h1`
    last = one
  }
  return path
}
