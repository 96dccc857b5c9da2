/**
 * Would the winner have been another without one contact? Every contact of everybody is left out, one at a time, and
 * the first place is given again by the edition's own tie rule. No draws: the answer is exact.
 */
import type { ChannelId } from '../../edition/contract.ts'
import { type Ranked, rank, type TieRule } from './rank.ts'

/** What a contact, or all contacts of an entry, add to the total: see `column` in score-table.ts. */
export type TotalSums = {
  readonly total: number
  readonly weight: number
  readonly answeredWeight: number
  readonly unanswered: number
}

export type LeftOutContact = TotalSums & { readonly channel: ChannelId }

export type LeaveOneOutEntry = {
  readonly name: string
  readonly sums: TotalSums
  readonly contacts: Iterable<LeftOutContact>
}

export type Deciding = {
  readonly participant: string
  readonly channel: ChannelId
  readonly score: number
  readonly winners: readonly string[]
}

export type Sensitivity = {
  readonly contacts: number
  readonly changing: number
  readonly deciding: readonly Deciding[]
}

const mostNamed = 50

/**
 * Example: A has 80 and 60 (mean 70), B 75 and 63 (mean 69). Without A's 80, or B's 63, B is first; without A's 60 or
 * B's 75 A stays: 2 of 4 contacts decide.
 */
export function leaveOneOut(entries: readonly LeaveOneOutEntry[], ties: TieRule): Sensitivity {
  const values = entries.map(({ sums }) => rankedOf(sums))
  const top = topTwo(rank(values, ties))
  const winners = top.first.map((index) => entries[index]!.name).sort()
  const near = [...top.first, ...top.second]
  let [contacts, changing] = [0, 0]
  const deciding: Deciding[] = []
  entries.forEach(({ name, sums, contacts: own }, index) => {
    const others = near.filter((other) => other !== index)
    const names = [...others.map((other) => entries[other]!.name), name]
    for (const contact of own) {
      contacts++
      const left = [...others.map((other) => values[other]!), rankedOf(without(sums, contact))]
      const places = rank(left, ties)
      const first = names.filter((_, at) => places[at] === 1).sort()
      if (first.join('\n') === winners.join('\n')) continue
      changing++
      const { channel, total, weight } = contact
      deciding.push({ participant: name, channel, score: total / weight, winners: first })
    }
  })
  return { contacts, changing, deciding: deciding.toSorted(byName).slice(0, mostNamed) }
}

const byName = (a: Deciding, b: Deciding) =>
  a.participant === b.participant
    ? a.channel === b.channel
      ? b.score - a.score
      : a.channel < b.channel
        ? -1
        : 1
    : a.participant < b.participant
      ? -1
      : 1

function rankedOf({ total, weight, answeredWeight, unanswered }: TotalSums): Ranked {
  return {
    value: weight > 0 ? total / weight : null,
    answeredScore: answeredWeight > 0 ? total / answeredWeight : null,
    unanswered,
  }
}

function without(sums: TotalSums, contact: TotalSums): TotalSums {
  const unanswered = sums.unanswered - contact.unanswered
  return {
    total: sums.total - contact.total,
    // The last contact leaves no weight, whatever bits a sum of fractions leaves behind.
    weight: sums.weight - contact.weight < 1e-9 ? 0 : sums.weight - contact.weight,
    answeredWeight: sums.answeredWeight - contact.answeredWeight,
    unanswered,
  }
}

/** The entries of the first place and of the next one: nobody else can win by one contact less of another. */
function topTwo(places: readonly (number | null)[]) {
  const first = places.flatMap((place, index) => (place === 1 ? [index] : []))
  const next = first.length + 1
  return { first, second: places.flatMap((place, index) => (place === next ? [index] : [])) }
}
