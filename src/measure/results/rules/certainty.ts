/**
 * What a number of contacts can and cannot tell, worked out from the spread of the edition's own scores. Formulas and
 * a worked example: docs/methods/certainty.md.
 */
import type { Random } from '../../../kernel/random.ts'
import { normalQuantile } from '../../../kernel/statistics.ts'
import type { Certainty } from '../contract.ts'

/** Half the width of the interval of a mean. Example: SD 20 over 25 contacts at 95 % → 7.84. */
export function halfWidth(sd: number, contacts: number, level = 0.95): number {
  return (normalQuantile((1 + level) / 2) * sd) / Math.sqrt(contacts)
}

/** How far apart two means of as many contacts must be. Example: SD 20, 25 contacts, critical 1.96 → 11.09. */
export function smallestDifference(sd: number, contacts: number, critical = normalQuantile(0.975)): number {
  return critical * sd * Math.sqrt(2 / contacts)
}

/**
 * Contacts each that it takes to see a true difference in four of five editions, at 5 % false alarms.
 * Example: SD 20 and a difference of 10 → 63.
 */
export function contactsNeeded(sd: number, difference: number): number {
  const reach = normalQuantile(0.975) + normalQuantile(0.8)
  return Math.ceil(2 * ((reach * sd) / difference) ** 2)
}

/** Rounds of the simulation where classes are small; fewer where one is so large that they would take long. */
const mostRounds = 2000
const fewestRounds = 200
const mostNumbers = 100_000

export type Spread = {
  /** Standard deviation of the true totals. */
  readonly between: number
  /** Standard deviations of what is seen around the true ones, one for each number of contacts. */
  readonly errors: readonly number[]
}

/**
 * How often the truly best of a class also has the highest total: one row for each class size, one chance for each
 * error. Totals and errors are drawn from the normal distribution, the same for all sizes and errors.
 * Example: without any true difference every one of four is first as often as another → 0.25.
 */
export function chancesOfBestFirst(sizes: readonly number[], spread: Spread, random: Random): number[][] {
  const largest = Math.max(1, ...sizes)
  const rounds = Math.min(mostRounds, Math.max(fewestRounds, Math.floor(mostNumbers / largest)))
  const order = sizes.map((_, at) => at).sort((a, b) => sizes[a]! - sizes[b]!)
  const hits = sizes.map(() => spread.errors.map(() => 0))
  for (let round = 0; round < rounds; round++) countRound({ sizes, order, spread, hits }, random)
  return hits.map((row) => row.map((count) => count / rounds))
}

type Counting = {
  readonly sizes: readonly number[]
  /** From the smallest size to the largest: the small class is the first part of the larger ones. */
  readonly order: readonly number[]
  readonly spread: Spread
  readonly hits: readonly number[][]
}

function countRound({ sizes, order, spread, hits }: Counting, random: Random): void {
  const { between, errors } = spread
  let [who, best, highest] = [0, 0, -Infinity]
  const first = errors.map(() => 0)
  const seen = errors.map(() => -Infinity)
  for (const at of order) {
    for (; who < sizes[at]!; who++) {
      const radius = Math.sqrt(-2 * Math.log(1 - random()))
      const angle = 2 * Math.PI * random()
      // Without a true spread somebody is still the one called best: the first normal number decides.
      const standing = radius * Math.cos(angle)
      if (standing > highest) [highest, best] = [standing, who]
      for (let error = 0; error < errors.length; error++) {
        const total = between * standing + errors[error]! * radius * Math.sin(angle)
        if (total > seen[error]!) [seen[error], first[error]] = [total, who]
      }
    }
    for (let error = 0; error < errors.length; error++) if (first[error] === best) hits[at]![error]!++
  }
}

/**
 * Spread of the true totals within classes: what the totals spread beyond what chance explains, never below 0.
 * Example: totals 60 and 80 with standard errors of 10 → √(200 − 100) = 10.
 */
export function trueSpread(
  classes: readonly (readonly { readonly value: number; readonly standardError: number }[])[],
): number {
  let [squares, freedom, error, count] = [0, 0, 0, 0]
  for (const members of classes) {
    if (members.length < 2) continue
    const mean = members.reduce((sum, { value }) => sum + value, 0) / members.length
    for (const { value, standardError } of members) {
      squares += (value - mean) ** 2
      error += standardError ** 2
      count++
    }
    freedom += members.length - 1
  }
  return freedom === 0 ? 0 : Math.sqrt(Math.max(0, squares / freedom - error / count))
}

export type CertaintyInput = {
  readonly contacts: number
  readonly participants: number
  readonly withinSd: number
  readonly betweenSd: number
  readonly classes: readonly {
    readonly class: string
    readonly participants: number
    readonly critical: number
  }[]
}

const shownSizes = [4, 8, 12, 19]
const shownContacts = [10, 25, 50, 100]
const shownDifferences = [20, 15, 10, 5]

export function certaintyOf({ classes, ...input }: CertaintyInput, random: Random): Certainty {
  const { contacts, withinSd, betweenSd } = input
  const errors = [contacts, ...shownContacts].map((n) => withinSd / Math.sqrt(n))
  const sizes = [...classes.map(({ participants }) => participants), ...shownSizes]
  const chances = chancesOfBestFirst(sizes, { between: betweenSd, errors }, random)
  return {
    ...input,
    halfWidth: halfWidth(withinSd, contacts),
    difference: smallestDifference(withinSd, contacts),
    classes: classes.map(({ class: name, participants, critical }, at) => ({
      class: name,
      participants,
      difference: smallestDifference(withinSd, contacts, critical),
      firstChance: chances[at]![0]!,
    })),
    firstChances: shownSizes.flatMap((participants, at) =>
      shownContacts.map((n, column) => ({
        participants,
        contacts: n,
        chance: chances[classes.length + at]![column + 1]!,
      })),
    ),
    needed: shownDifferences.map((difference) => ({
      difference,
      contacts: contactsNeeded(withinSd, difference),
    })),
  }
}
