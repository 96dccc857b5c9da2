/**
 * Erlang's loss formula (Erlang 1917): the share of calls that meet every server busy when nobody waits.
 * 1/B = 1 + n/a + n(n−1)/a² + … holds positive terms only, so nothing cancels, and is cut off where the rest no longer
 * counts: about 8√a terms in a centre staffed near its load, also at 100,000 servers.
 */

/**
 * @param servers whole number, 0 or more
 * @param load offered load in erlangs, above 0
 * @returns the share that is blocked, 0–1. Example: `blockingShare(2, 1)` is 0.2.
 */
export function blockingShare(servers: number, load: number): number {
  const perErlang = 1 / load
  let term = 1
  let sum = 1
  for (let left = servers; left > 0; left--) {
    const factor = left * perErlang
    term *= factor
    sum += term
    // Once terms fall, the rest is smaller than a geometric series with this factor.
    if (factor < 1 && term * factor < 1e-17 * sum * (1 - factor)) break
    if (sum === Number.POSITIVE_INFINITY) return 0
  }
  return 1 / sum
}

/**
 * The fewest servers that block at most this share, by the recursion B(n) = aB(n−1)/(n + aB(n−1)).
 * Example: 17 servers for 10 erlangs and 2 %.
 */
export function serversForBlocking(load: number, most: number): number {
  let inverse = 1
  let servers = 0
  while (inverse * most < 1) {
    servers++
    inverse = 1 + (servers / load) * inverse
  }
  return servers
}
