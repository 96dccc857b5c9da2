/** The flow as ribbons: their widths are contacts, in on the left, out on the right, and both sides are as high. */
import { useId } from 'react'
import type { QueueLedger } from '../../../../src/plan/flow/contract.ts'
import { comings, goings } from '../../../../src/plan/flow/rules/ledger.ts'
import { flowTexts } from '../../../i18n/flow.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { type Ribbon, ribbonsOf } from './ribbons.ts'

type Ledger = QueueLedger['ledger']

const size = { width: 960, height: 320, top: 34, label: 190, bar: 14 }
/** Those that come again, and what they come of: the part that need not have been. */
const again: ReadonlySet<string> = new Set(['returned', 'redialledIn', 'shiftedIn', 'redialled', 'shifted'])

export function FlowDrawing({ ledger, name }: { readonly ledger: Ledger; readonly name: string }) {
  const t = useTexts(flowTexts)
  const { number } = useFormats()
  const id = useId()
  const { width, height, top, label, bar } = size
  const middle = width / 2 - bar / 2
  const room = { top, height: height - top - 10, gap: 16 }
  const left = ribbonsOf(
    comings.map((entry) => ({ entry, count: ledger[entry] })),
    room,
  )
  const right = ribbonsOf(
    goings.map((entry) => ({ entry, count: ledger[entry] })),
    room,
  )
  return (
    <svg className="lp-flow" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{name}</title>
      <text className="lp-flow__side" x={label} y={14} textAnchor="end">
        {t('ledger.in')}
      </text>
      <text className="lp-flow__side" x={width - label} y={14}>
        {t('ledger.out')}
      </text>
      <text className="lp-flow__sum" x={width / 2} y={14} textAnchor="middle">
        {number(ledger.contactsIn)}
      </text>
      {left.ribbons.map((ribbon) => (
        <g key={ribbon.entry} data-again={again.has(ribbon.entry) || undefined}>
          <path d={band(label + bar, middle, ribbon)} />
          <rect x={label} y={ribbon.outer} width={bar} height={ribbon.thick} />
          <Label at={label - 8} end ribbon={ribbon} />
        </g>
      ))}
      <rect className="lp-flow__bar" x={middle} y={left.from} width={bar} height={left.thick} />
      {right.ribbons.map((ribbon) => (
        <g key={ribbon.entry} data-again={again.has(ribbon.entry) || undefined}>
          <path d={band(width - label - bar, middle + bar, ribbon)} />
          <rect x={width - label - bar} y={ribbon.outer} width={bar} height={ribbon.thick} />
          <Label at={width - label + 8} ribbon={ribbon} />
        </g>
      ))}
    </svg>
  )
}

type LabelProps = {
  readonly at: number
  readonly end?: boolean
  readonly ribbon: Ribbon<keyof Ledger>
}

function Label({ at, end = false, ribbon: { entry, count, outer, thick } }: LabelProps) {
  const t = useTexts(flowTexts)
  const { number } = useFormats()
  const y = outer + thick / 2 + 4
  return (
    <text x={at} y={y} textAnchor={end ? 'end' : 'start'}>
      {t(`ledger.entry.${entry as (typeof comings)[number]}`)} <tspan>{number(count)}</tspan>
    </text>
  )
}

/** From the outer side to the bar in the middle, with a soft bend. */
function band(from: number, to: number, { outer, inner, thick }: Ribbon<string>): string {
  const bend = (from + to) / 2
  return (
    `M${from},${outer} C${bend},${outer} ${bend},${inner} ${to},${inner} ` +
    `L${to},${inner + thick} C${bend},${inner + thick} ${bend},${outer + thick} ${from},${outer + thick} Z`
  )
}
