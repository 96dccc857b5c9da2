/** A comparison as tables to read on a terminal. */
import type { Comparison } from '../../plan/simulation/rules/compare.ts'
import type { QueueFigure } from '../../plan/simulation/rules/figures.ts'
import type { NamedPlan } from '../../plan/simulation/rules/plans.ts'
import { type Estimate, isSure } from '../../plan/simulation/rules/replications.ts'

type Line = readonly [figure: QueueFigure, words: string, scale: number, decimals: number]

const queueLines: readonly Line[] = [
  ['offered', 'offered', 1, 0],
  ['serviceLevel', 'answered in time, %', 100, 1],
  ['meanWait', 'mean wait, s', 1, 1],
  ['waitP90', 'nine of ten waited at most, s', 1, 0],
  ['abandonShare', 'gave up, %', 100, 1],
  ['redialled', 'dialled again', 1, 1],
  ['shifted', 'went to another channel', 1, 1],
  ['returned', 'came back unsolved', 1, 1],
  ['callbacks', 'callbacks agreed', 1, 1],
  ['waitingAtClose', 'waiting at close', 1, 1],
]

const centreLines = [
  ['hours', 'hours', 1, 1],
  ['occupancy', 'occupancy, %', 100, 1],
  ['cost', 'cost', 1, 0],
  ['contactsPerFirst', 'contacts for each first one', 1, 3],
  ['satisfaction', 'expected satisfaction, 0–100', 1, 1],
  ['measuredScore', 'expected measured score, 0–100', 1, 1],
] as const

export function describeComparison(plans: readonly NamedPlan[], comparison: Comparison): string {
  const { contacts, differences } = comparison
  const parts = comparison.plans.map((plan, at) => {
    const change = differences[at - 1]
    const queues = plan.queues.map(({ id, figures, targetMet }) => {
      const own = change?.queues.find((queue) => queue.id === id)?.figures
      const rows = queueLines.map(([figure, words, scale, decimals]) =>
        line(words, { of: figures[figure], change: own?.[figure], scale, decimals }),
      )
      return [
        `  ${id}`,
        ...rows.filter((row) => row !== ''),
        `    target met in ${Math.round(targetMet * 100)} % of the runs`,
      ]
    })
    const centre = centreLines.map(([figure, words, scale, decimals]) =>
      line(words, { of: plan.centre[figure], change: change?.centre[figure], scale, decimals }),
    )
    return [plan.name, ...queues.flat(), '  centre', ...centre].filter((row) => row !== '').join('\n')
  })
  const sources = new Set(
    plans.flatMap(({ scenario }) =>
      [scenario.satisfaction?.source, scenario.measuredScore?.source].filter((each) => each !== undefined),
    ),
  )
  const told = [...sources].map((source) => `Satisfaction and score by wait: ${source}`)
  return `${[...parts, ...told, `${contacts} contacts simulated; intervals 95 %`].join('\n\n')}\n`
}

type Figure = {
  readonly of: Estimate
  readonly change: Estimate | undefined
  readonly scale: number
  readonly decimals: number
}

function line(words: string, { of, change, scale, decimals }: Figure): string {
  if (!of || isNothing(of, change)) return ''
  const write = (value: number) => (value * scale).toFixed(decimals).replace(/^-(?=0\.?0*$)/, '')
  const interval = ({ lo, hi }: NonNullable<Estimate>) =>
    lo === null || hi === null ? '' : `  [${write(lo)}, ${write(hi)}]`
  const changed =
    change == null
      ? ''
      : `   change ${change.mean > 0 ? '+' : ''}${write(change.mean)}${interval(change)}${isSure(change) ? ', sure' : ', may be chance'}`
  return `    ${words.padEnd(32)}${write(of.mean).padStart(9)}${interval(of)}${changed}`
}

/** What a scenario does not have, such as callbacks, is no line. */
function isNothing(of: NonNullable<Estimate>, change: Estimate | undefined): boolean {
  return of.mean === 0 && of.hi === 0 && (change == null || change.mean === 0)
}
