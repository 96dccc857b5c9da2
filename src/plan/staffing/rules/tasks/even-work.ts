/**
 * The most even way to do work in time: as many agents as little up and down as its arrival and its deadlines allow. What
 * has been done must stay below what has come and above what is due; the shortest string between the two curves has the
 * lowest peak and the least spread of all (the taut string; for deadlines Yao, Demers & Shenker 1995, Zafer & Modiano
 * 2009).
 */

/**
 * @param due work that must be done by the end of each interval, cumulative, rising
 * @param come work that has come by the end of each interval, cumulative, rising, never below `due`; equal at the last
 * @returns work to do in each interval
 * @example due [0, 0, 6], come [4, 6, 6]: [2, 2, 2]
 */
export function evenWork(due: readonly number[], come: readonly number[]): number[] {
  const work: number[] = []
  let from = 0
  let done = 0
  while (from < due.length) {
    const { to, pace } = straightPart({ due, come, from, done })
    for (let at = from; at < to; at++) work.push(pace)
    done += pace * (to - from)
    from = to
  }
  return work
}

/** From here on straight for as long as both curves allow; the string turns where the one that stops it touches. */
function straightPart({
  due,
  come,
  from,
  done,
}: {
  readonly due: readonly number[]
  readonly come: readonly number[]
  readonly from: number
  readonly done: number
}): { readonly to: number; readonly pace: number } {
  let least = { pace: 0, to: from + 1 }
  let most = { pace: Number.POSITIVE_INFINITY, to: from + 1 }
  for (let at = from; at < due.length; at++) {
    const length = at + 1 - from
    const low = Math.max(0, (due[at]! - done) / length)
    const high = Math.max(0, (come[at]! - done) / length)
    if (low > most.pace) return most
    if (high < least.pace) return least
    if (low >= least.pace) least = { pace: low, to: at + 1 }
    if (high <= most.pace) most = { pace: high, to: at + 1 }
  }
  return least.pace >= most.pace || least.to === due.length ? least : most
}
