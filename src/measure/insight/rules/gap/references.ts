/**
 * What a participant can be held against (M7.4), and who may see it. Another participant's figures are shown only to
 * those who may see that participant; a class only where it does not give another away.
 */
import type { GapReference } from '../../contract.ts'

export type Standing = {
  readonly participantId: string
  readonly class: string
  /** TotalResult; participants without one are left out before. */
  readonly total: number
}

export type ChosenReference = {
  readonly reference: GapReference
  /** Whose contacts are the reference, together. */
  readonly members: readonly string[]
}

/** The better half of a class is shown when at least this many are in it and at least this many are not. */
const fewestInHalf = 3

type Seeing = {
  /** Whether this participant's own figures may be shown. */
  readonly mayName: (participantId: string) => boolean
  /** Whether the class's figures may be shown. */
  readonly maySeeClass: boolean
}

/** The references that may be shown, in the order of the page. Ties for the first place are one reference together. */
export function chooseReferences(
  standings: readonly Standing[],
  participantId: string,
  { mayName, maySeeClass }: Seeing,
): readonly ChosenReference[] {
  const own = standings.find((one) => one.participantId === participantId)
  if (!own) return []
  const inClass = standings.filter((one) => one.class === own.class)
  const lists: readonly (readonly [GapReference, readonly Standing[]])[] = [
    ['winner', bestOf(inClass)],
    ['best', bestOf(standings)],
    ['half', betterHalf(inClass, own)],
    ['class', maySeeClass && inClass.length > 1 ? inClass : []],
    ['edition', standings.length > 1 ? standings : []],
  ]
  return lists.flatMap(([reference, members]): ChosenReference[] => {
    if (members.length === 0) return []
    const isNamed = reference === 'winner' || reference === 'best'
    if (isNamed && members.some((one) => one.participantId === participantId)) return []
    if (isNamed && !members.every((one) => mayName(one.participantId))) return []
    if (reference === 'half' && !maySeeClass) return []
    return [{ reference, members: members.map((one) => one.participantId) }]
  })
}

const noise = 1e-9

function bestOf(standings: readonly Standing[]): readonly Standing[] {
  const most = Math.max(...standings.map(({ total }) => total))
  return standings.filter(({ total }) => most - total <= noise)
}

/** The better half of the others; empty where it, or what it leaves, is so small that it would tell one of them. */
function betterHalf(inClass: readonly Standing[], own: Standing): readonly Standing[] {
  const others = inClass
    .filter((one) => one !== own)
    .toSorted((a, b) => b.total - a.total || (a.participantId < b.participantId ? -1 : 1))
  const half = Math.ceil(others.length / 2)
  return others.length - half >= fewestInHalf ? others.slice(0, half) : []
}
