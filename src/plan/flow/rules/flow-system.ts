/**
 * How contacts make contacts. Of those offered to a queue some give up (and dial again, go to another channel, or stay
 * away), the others are handled, and some of these come back because the matter was not settled. With offered o, first
 * contacts f and M[i][j] the contacts in queue j that one offered in queue i makes,
 *
 *   o = f + Mᵀ o,   M[i][j] = (1 − aᵢ) rᵢ ρᵢⱼ + aᵢ (dᵢ δᵢⱼ + sᵢⱼ)
 *
 * which is "traffic = first contacts ÷ (1 − p return)" when there is one queue and nobody gives up. Solved exactly as
 * a linear system. It has an answer only while a contact makes less than one further contact in the long run: the
 * spectral radius of M is below 1, which for a matrix without negative elements is the same as all pivots of I − M
 * being positive (a nonsingular M-matrix; Berman & Plemmons 1979, Nonnegative Matrices in the Mathematical Sciences,
 * theorem 6.2.3).
 */

export type FlowQueue = {
  readonly id: string
  /** Share of the handled that come back with the same matter: 1 − first-contact resolution. */
  readonly pReturn: number
  /** Where those come back; shares that add up to 1. Absent: to the same queue. */
  readonly returnsTo?: Readonly<Record<string, number>>
  /** Share of the offered that give up. */
  readonly pAbandon: number
  /** Share of those that gave up who try the same queue again. */
  readonly pRedial: number
  /** Shares of those that gave up who turn to another queue, by its id. With `pRedial` at most 1 together. */
  readonly shiftsTo?: Readonly<Record<string, number>>
}

export type FlowRefusal =
  | { readonly kind: 'notAShare'; readonly queue: string; readonly value: number }
  | { readonly kind: 'sharesExceedOne'; readonly queue: string; readonly of: 'abandoned' | 'returns' }
  | { readonly kind: 'unknownQueue'; readonly queue: string; readonly to: string }
  /** Contacts make at least as many new ones: no amount of answering would ever be enough. */
  | { readonly kind: 'neverSettles'; readonly radius: number }
  /** The observed offered contacts are fewer than what the others would bring back into this queue. */
  | { readonly kind: 'fewerThanReturns'; readonly queue: string; readonly first: number }

/** Contacts per period, by queue id. */
export type FlowVolumes = ReadonlyMap<string, number>

type Solved = { readonly ok: true; readonly volumes: FlowVolumes; readonly radius: number }
export type FlowAnswer = Solved | { readonly ok: false; readonly refusal: FlowRefusal }

/**
 * Offered contacts from first contacts.
 *
 * @example one queue, 1,000 first contacts, pReturn 0.2, nobody gives up: 1,250 offered
 */
export function offeredFrom(queues: readonly FlowQueue[], first: FlowVolumes): FlowAnswer {
  const refusal = refusalOf(queues)
  if (refusal) return { ok: false, refusal }
  const made = contactsMade(queues)
  const radius = spectralRadius(made)
  const solution = solveOffered(
    made,
    queues.map(({ id }) => first.get(id) ?? 0),
  )
  if (!solution) return { ok: false, refusal: { kind: 'neverSettles', radius } }
  return { ok: true, radius, volumes: new Map(queues.map(({ id }, at) => [id, solution[at]!])) }
}

/** First contacts from observed offered contacts: the inverse, f = o − Mᵀ o, which needs no solving. */
export function firstFrom(queues: readonly FlowQueue[], offered: FlowVolumes): FlowAnswer {
  const refusal = refusalOf(queues)
  if (refusal) return { ok: false, refusal }
  const made = contactsMade(queues)
  const radius = spectralRadius(made)
  if (!solveOffered(made, Array(queues.length).fill(0)))
    return { ok: false, refusal: { kind: 'neverSettles', radius } }
  const volumes = new Map<string, number>()
  for (const [to, { id }] of queues.entries()) {
    const own = offered.get(id) ?? 0
    const first = queues.reduce((left, from, at) => left - (offered.get(from.id) ?? 0) * made[at]![to]!, own)
    if (first < -1e-9 * Math.max(1, own))
      return { ok: false, refusal: { kind: 'fewerThanReturns', queue: id, first } }
    volumes.set(id, Math.max(0, first))
  }
  return { ok: true, radius, volumes }
}

/** M: the contacts in each queue that one offered contact of each queue makes, row by row. */
export function contactsMade(queues: readonly FlowQueue[]): readonly (readonly number[])[] {
  return queues.map((from) => queues.map((to) => stepOf(from, to.id).total))
}

/** What one offered contact of a queue sends to another, by the way it goes. */
export function stepOf(from: FlowQueue, to: string) {
  const { id, pAbandon, pRedial, pReturn, returnsTo = { [id]: 1 }, shiftsTo = {} } = from
  const returned = (1 - pAbandon) * pReturn * (returnsTo[to] ?? 0)
  const redialled = id === to ? pAbandon * pRedial : 0
  const shifted = pAbandon * (shiftsTo[to] ?? 0)
  return { returned, redialled, shifted, total: returned + redialled + shifted }
}

/** What cannot be meant; undefined when every share is one and every queue that is named exists. */
export function refusalOf(queues: readonly FlowQueue[]): FlowRefusal | undefined {
  const ids = new Set(queues.map(({ id }) => id))
  for (const queue of queues) {
    const { id, pReturn, returnsTo = { [id]: 1 }, pAbandon, pRedial, shiftsTo = {} } = queue
    const shifts = Object.values(shiftsTo)
    const bad = [pReturn, pAbandon, pRedial, ...shifts, ...Object.values(returnsTo)].find(
      (share) => !(share >= 0 && share <= 1),
    )
    if (bad !== undefined) return { kind: 'notAShare', queue: id, value: bad }
    if (sum(shifts) + pRedial > 1 + 1e-9) return { kind: 'sharesExceedOne', queue: id, of: 'abandoned' }
    if (Math.abs(sum(Object.values(returnsTo)) - 1) > 1e-9)
      return { kind: 'sharesExceedOne', queue: id, of: 'returns' }
    const to = [...Object.keys(shiftsTo), ...Object.keys(returnsTo)].find((each) => !ids.has(each))
    if (to !== undefined) return { kind: 'unknownQueue', queue: id, to }
  }
  return undefined
}

/** Below this a pivot is as good as nothing: more than a billion contacts for each first one. */
const leastPivot = 1e-9

/**
 * Solves (I − Mᵀ) o = f by elimination without exchanging rows, which is stable for an M-matrix. Undefined when a pivot
 * is not positive, which is when the radius is not below 1.
 */
function solveOffered(made: readonly (readonly number[])[], first: readonly number[]): number[] | undefined {
  const size = made.length
  const rows = first.map((value, to) => [...made.map((from, at) => (at === to ? 1 : 0) - from[to]!), value])
  for (let pivot = 0; pivot < size; pivot++) {
    const own = rows[pivot]!
    if (!(own[pivot]! > leastPivot)) return undefined
    for (let at = pivot + 1; at < size; at++) {
      const row = rows[at]!
      const factor = row[pivot]! / own[pivot]!
      for (let column = pivot; column <= size; column++) row[column]! -= factor * own[column]!
    }
  }
  const solution = Array<number>(size).fill(0)
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at]!
    let rest = row[size]!
    for (let column = at + 1; column < size; column++) rest -= row[column]! * solution[column]!
    solution[at] = rest / row[at]!
  }
  return solution
}

/** The largest eigenvalue of a matrix without negative elements, as the growth of its powers (Gelfand 1941). */
export function spectralRadius(made: readonly (readonly number[])[]): number {
  let power = made.map((row) => [...row])
  let logarithm = 0
  const doublings = 40
  for (let doubling = 0; doubling < doublings; doubling++) {
    const size = Math.max(0, ...power.map(sum))
    if (size === 0) return 0
    logarithm += Math.log(size) / 2 ** doubling
    const scaled = power.map((row) => row.map((value) => value / size))
    power = scaled.map((row) =>
      row.map((_, to) => row.reduce((all, value, at) => all + value * scaled[at]![to]!, 0)),
    )
  }
  return Math.exp(logarithm)
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
