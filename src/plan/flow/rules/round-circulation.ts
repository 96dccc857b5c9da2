/**
 * Expected flows as whole numbers that still add up. A circulation (at every place as much comes in as goes out) has
 * one in whole numbers with each flow rounded down or up (Ford & Fulkerson 1962, Flows in Networks, the integrality
 * theorem). It is found by following arcs that are not whole until they close a circle, and pushing along it until one
 * of them is whole; a place with one such arc always has a second, or what is left at it would not be 0.
 */
export type Arc = { readonly from: string; readonly to: string; readonly flow: number }

const nearness = 1e-7

/**
 * @returns the flows in the order of the arcs, whole, each within 1 of what it was
 * @throws RangeError when the arcs are no circulation
 */
export function roundCirculation(arcs: readonly Arc[]): number[] {
  const flows = arcs.map(({ flow }) => settle(flow))
  checkConserved(arcs)
  // An arc from a place to itself touches nothing else.
  for (const [at, { from, to }] of arcs.entries()) if (from === to) flows[at] = Math.round(flows[at]!)
  for (;;) {
    const circle = findCircle(arcs, flows)
    if (!circle) break
    push(flows, circle)
  }
  return flows
}

function checkConserved(arcs: readonly Arc[]): void {
  const left = new Map<string, number>()
  let most = 1
  for (const { from, to, flow } of arcs) {
    left.set(from, (left.get(from) ?? 0) - flow)
    left.set(to, (left.get(to) ?? 0) + flow)
    most = Math.max(most, flow)
  }
  for (const [place, rest] of left)
    if (!(Math.abs(rest) < nearness * most)) throw new RangeError(`${rest} left at ${place}`)
}

type Step = { readonly arc: number; readonly forward: boolean }

/** A walk over arcs that are not whole, from where one is until a place comes again: the circle in it. */
function findCircle(arcs: readonly Arc[], flows: readonly number[]): Step[] | undefined {
  const start = flows.findIndex((flow) => !Number.isInteger(flow))
  if (start === -1) return undefined
  const walk: Step[] = [{ arc: start, forward: true }]
  const places = [arcs[start]!.from, arcs[start]!.to]
  for (;;) {
    const here = places.at(-1)!
    const last = walk.at(-1)!.arc
    const next = arcs.findIndex(
      ({ from, to }, at) => at !== last && (from === here || to === here) && !Number.isInteger(flows[at]),
    )
    // Only dust of floating point is left at this place: the arc is whole already.
    if (next === -1) return [walk.at(-1)!]
    const forward = arcs[next]!.from === here
    const there = forward ? arcs[next]!.to : arcs[next]!.from
    walk.push({ arc: next, forward })
    const met = places.indexOf(there)
    if (met !== -1) return walk.slice(met)
    places.push(there)
  }
}

/** Moves every flow of the circle by the least amount that makes one of them whole. */
function push(flows: number[], circle: readonly Step[]): void {
  if (circle.length === 1) {
    flows[circle[0]!.arc] = Math.round(flows[circle[0]!.arc]!)
    return
  }
  const room = (up: boolean) =>
    Math.min(
      ...circle.map(({ arc, forward }) => {
        const flow = flows[arc]!
        return forward === up ? Math.ceil(flow) - flow : flow - Math.floor(flow)
      }),
    )
  const [up, down] = [room(true), room(false)]
  const step = up <= down ? up : -down
  for (const { arc, forward } of circle) flows[arc] = settle(flows[arc]! + (forward ? step : -step))
}

/** What is whole but for the dust of floating point is whole. */
function settle(flow: number): number {
  const whole = Math.round(flow)
  return Math.abs(flow - whole) < nearness ? whole : flow
}
