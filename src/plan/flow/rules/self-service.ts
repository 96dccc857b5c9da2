/**
 * What happens before a contact. Of all needs some are tried on the web or with a machine first; of those some are
 * settled there, some are given up, and the rest leak: they become contacts all the same, beside the needs that came
 * straight to people. In whole needs, exactly: needs = settled + given up + leaked + direct.
 */
export type SelfService = {
  /** Share of needs that are tried without people first. */
  readonly tried: number
  /** Of those tried: the share that is settled there, and the share that is given up for good. */
  readonly settled: number
  readonly givenUp: number
}

export type NeedsLedger = {
  readonly needs: number
  readonly settled: number
  readonly givenUp: number
  readonly leaked: number
  readonly direct: number
  /** Leaked and direct: first contacts with people. */
  readonly first: number
}

/**
 * @throws RangeError for shares outside 0–1 or above 1 together
 * @example 1,000 needs, half tried, of these 0.4 settled and 0.1 given up: 200 settled, 50 given up, 750 contacts
 */
export function firstOfNeeds(needs: number, { tried, settled, givenUp }: SelfService): NeedsLedger {
  for (const share of [tried, settled, givenUp, settled + givenUp])
    if (!(share >= 0 && share <= 1 + 1e-9)) throw new RangeError(`not a share: ${share}`)
  const attempted = needs * tried
  const direct = needs - attempted
  const leaked = Math.max(0, attempted * (1 - settled - givenUp))
  return {
    needs,
    settled: attempted * settled,
    givenUp: attempted * givenUp,
    leaked,
    direct,
    first: leaked + direct,
  }
}

/** Needs from first contacts: the inverse. Undefined when no contact can come of any need. */
export function needsOfFirst(first: number, { tried, settled, givenUp }: SelfService): number | undefined {
  const reaching = 1 - tried * (settled + givenUp)
  return reaching > 1e-9 ? first / reaching : undefined
}

/**
 * What first contacts are multiplied by when self-service changes and needs stay.
 *
 * @example settled from 0.4 to 0.5 of those who try, half of all try, 0.1 give up: 0.70 ÷ 0.75 = 0.933
 */
export function selfServiceFactor(before: SelfService, after: SelfService): number {
  const needs = needsOfFirst(1, before)
  if (needs === undefined) throw new RangeError('no need reaches people before')
  return firstOfNeeds(needs, after).first
}
