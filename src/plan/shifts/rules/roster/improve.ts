/**
 * A plan that no change of one person's week makes better, and then better ones: again and again some people's weeks
 * are taken out and put back one by one, each as cheap as it can be beside all others (large neighbourhood search,
 * Shaw 1998, with the acceptance of record-to-record travel, Dueck 1993).
 */
import type { Random } from '../../../../kernel/random.ts'
import { randomInteger, shuffled } from '../../../../kernel/random.ts'
import { bestPattern, type Pattern, presentQuarters, priceCandidates, type Search } from './best-pattern.ts'
import type { Candidate } from './candidates.ts'
import type { Tally } from './tally.ts'

export type Roster = {
  readonly patterns: (Pattern | undefined)[]
  readonly cost: number
}

export type ImproveInput = {
  readonly searches: readonly Search[]
  /** Of each person: candidates to price, so that only those that somebody can take are. */
  readonly candidatesOf: readonly (readonly Candidate[])[]
  readonly tally: Tally
  readonly quarters: number
  readonly random: Random
  /** Weeks tried at most; the effort that makes the same seed give the same plan. */
  readonly tries: number
  /** Asked now and then; the best so far is kept when it says true. */
  readonly stop: (best: number) => boolean
  /** A cost at which nothing is left to gain. */
  readonly enough?: number
  /** Where to begin; from nothing when left out. */
  readonly from?: readonly (Pattern | undefined)[]
}

export type Improved = Roster & {
  readonly tries: number
  /** Patterns of the best plans on the way, as columns for the bound. */
  readonly seen: ReadonlyMap<string, { readonly person: number; readonly pattern: Pattern }>
}

export function improveRoster(input: ImproveInput): Improved {
  const { searches, candidatesOf, tally, quarters, random } = input
  const people = searches.length
  const patterns: (Pattern | undefined)[] = Array(people).fill(undefined)
  const costs = new Float64Array(quarters)
  const seen = new Map<string, { person: number; pattern: Pattern }>()
  let [own, tries] = [0, 0]

  const take = (person: number, pattern: Pattern | undefined) => {
    patterns[person] = pattern
    if (!pattern) return
    own += pattern.own
    for (const at of presentQuarters(pattern, quarters)) tally.add(searches[person]!.week.pool, at)
  }
  const drop = (person: number) => {
    const pattern = patterns[person]
    patterns[person] = undefined
    if (!pattern) return
    own -= pattern.own
    for (const at of presentQuarters(pattern, quarters)) tally.remove(searches[person]!.week.pool, at)
  }
  const respond = (person: number): Pattern | undefined => {
    tries++
    const search = searches[person]!
    tally.costs(search.week.pool, costs)
    return bestPattern(search, priceCandidates(candidatesOf[person]!, costs))
  }
  const total = () => own + tally.total()
  /** Everybody in turn until nobody's week can be made cheaper. */
  const settle = (among: readonly number[]) => {
    for (let better = true; better && tries < input.tries; ) {
      better = false
      for (const person of among) {
        const [before, pattern] = [total(), patterns[person]]
        drop(person)
        take(person, respond(person))
        if (total() < before - 1e-6) better = true
        else if (total() > before + 1e-6) {
          drop(person)
          take(person, pattern)
        }
      }
    }
  }
  const remember = () => {
    patterns.forEach((pattern, person) => {
      if (pattern) seen.set(`${person} ${keyOf(pattern)}`, { person, pattern })
    })
  }

  const everybody = shuffled([...searches.keys()], random)
  for (const person of everybody) take(person, input.from?.[person] ?? respond(person))
  settle(everybody)
  remember()
  let best: Roster = { patterns: [...patterns], cost: total() }
  let current = best
  const restore = (roster: Roster) => {
    roster.patterns.forEach((pattern, person) => {
      if (patterns[person] === pattern) return
      drop(person)
      take(person, pattern)
    })
  }
  while (tries < input.tries && people > 1 && best.cost > (input.enough ?? Number.NEGATIVE_INFINITY)) {
    if (input.stop(best.cost)) break
    const out = shuffled([...searches.keys()], random).slice(
      0,
      Math.min(people, 2 + randomInteger(random, 4)),
    )
    for (const person of out) drop(person)
    for (const person of shuffled(out, random)) take(person, respond(person))
    settle(out)
    const cost = total()
    const allowed = best.cost * (1 + 0.002 * (1 - tries / input.tries))
    if (cost < best.cost - 1e-6) {
      best = { patterns: [...patterns], cost }
      remember()
    }
    if (cost <= allowed) current = { patterns: [...patterns], cost }
    else restore(current)
  }
  restore(best)
  return { ...best, tries, seen }
}

/** The same for the same shifts with the same breaks. */
export function keyOf({ shifts }: Pattern): string {
  return shifts
    .map(({ candidate: { start, end }, breaks }) => `${start}-${end}:${breaks.join('+')}`)
    .join(' ')
}
