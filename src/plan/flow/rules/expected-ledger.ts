/**
 * The ledgers of a forecast: what is expected of every queue's contacts in a steady state, in whole contacts that
 * balance for each queue and between queues.
 */
import { type FlowQueue, type FlowVolumes, stepOf } from './flow-system.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { type Arc, roundCirculation } from './round-circulation.ts'

const outside = ' outside'
type Way = 'first' | 'returned' | 'redialled' | 'shifted' | 'settled' | 'gone'
type NamedArc = Arc & { readonly way: Way }

/**
 * @param offered from `offeredFrom`, by queue id
 * @param first the first contacts that these came of
 * @returns a ledger for each queue; every entry within 1 of what is expected, handled within as many as queues + 1
 *
 * @example 1,000 first contacts, 0.2 of the handled return: 1,250 in (1,000 first, 250 returned), 1,250 handled
 */
export function expectedLedgers(
  queues: readonly FlowQueue[],
  { offered, first }: { readonly offered: FlowVolumes; readonly first: FlowVolumes },
): ReadonlyMap<string, Ledger> {
  const arcs = queues.flatMap((from) => arcsOf(from, queues, { offered, first }))
  const whole = roundCirculation(arcs)
  const total = (chosen: (arc: NamedArc) => boolean) =>
    arcs.reduce((sum, arc, at) => (chosen(arc) ? sum + whole[at]! : sum), 0)
  return new Map(
    queues.map(({ id }) => {
      const into = (...ways: readonly Way[]) => total(({ to, way }) => to === id && ways.includes(way))
      const outOf = (...ways: readonly Way[]) => total(({ from, way }) => from === id && ways.includes(way))
      const ledger = makeLedger({
        waitingAtOpen: 0,
        first: into('first'),
        returned: into('returned'),
        redialledIn: into('redialled'),
        shiftedIn: into('shifted'),
        handled: outOf('settled', 'returned'),
        abandonedForGood: outOf('gone'),
        redialled: outOf('redialled'),
        shifted: outOf('shifted'),
        waitingAtClose: 0,
      })
      return [id, ledger]
    }),
  )
}

/** The arcs into a queue from outside and out of it, with what is expected to go along each. */
function arcsOf(
  from: FlowQueue,
  queues: readonly FlowQueue[],
  { offered, first }: { readonly offered: FlowVolumes; readonly first: FlowVolumes },
): readonly NamedArc[] {
  const { id, pAbandon, pReturn, pRedial, shiftsTo = {} } = from
  const own = offered.get(id) ?? 0
  const between = queues.flatMap(({ id: to }): NamedArc[] => {
    const { returned, redialled, shifted } = stepOf(from, to)
    return [
      { from: id, to, way: 'returned', flow: own * returned },
      { from: id, to, way: 'redialled', flow: own * redialled },
      { from: id, to, way: 'shifted', flow: own * shifted },
    ]
  })
  const shifts = Object.values(shiftsTo).reduce((sum, share) => sum + share, 0)
  const gone = Math.max(0, 1 - pRedial - shifts)
  return [
    { from: outside, to: id, way: 'first', flow: first.get(id) ?? 0 },
    ...between.filter(({ flow }) => flow > 0),
    { from: id, to: outside, way: 'settled', flow: own * (1 - pAbandon) * (1 - pReturn) },
    { from: id, to: outside, way: 'gone', flow: own * pAbandon * gone },
  ]
}
