/** What a new plan moves, contact by contact, with before, after and why. */
import type { PlanColumns } from '../columns.ts'
import type { PlannedContact } from '../plan-input.ts'
import type { MoveReason } from './reasons.ts'

export type Placement = Pick<PlannedContact, 'channel' | 'date' | 'from' | 'to' | 'observer' | 'scenario'>

export type Move = {
  readonly number: number
  readonly participant: string
  readonly reason: MoveReason
  /** Null: the contact is new. */
  readonly before: Placement | null
  /** Null: the contact is cancelled. */
  readonly after: Placement | null
}

/** Done contacts keep even an observer who has left the pool since. */
export function keepingLocked(
  after: readonly PlannedContact[],
  before: readonly PlannedContact[],
): PlannedContact[] {
  const locked = new Map(
    before.filter((contact) => contact.locked).map((contact) => [contact.number, contact]),
  )
  return after.map((contact) => locked.get(contact.number) ?? contact)
}

type Causes = {
  readonly reasons: ReadonlyMap<number, MoveReason>
  readonly columns: PlanColumns
  readonly cancelled: ReadonlyMap<number, MoveReason>
}

export function movesBetween(
  before: readonly PlannedContact[],
  after: readonly PlannedContact[],
  { reasons, columns, cancelled }: Causes,
): Move[] {
  const reasonOf = new Map([...reasons].map(([row, reason]) => [columns.number[row]!, reason]))
  const old = new Map(before.map((contact) => [contact.number, contact]))
  const moved = after.flatMap((contact): Move[] => {
    const reason = reasonOf.get(contact.number)
    const was = old.get(contact.number)
    if (!reason || (was && samePlace(was, contact))) return []
    const { number, participant } = contact
    return [{ number, participant, reason, before: was ? placement(was) : null, after: placement(contact) }]
  })
  const gone = before.flatMap((contact): Move[] => {
    const reason = cancelled.get(contact.number)
    if (!reason) return []
    const { number, participant } = contact
    return [{ number, participant, reason, before: placement(contact), after: null }]
  })
  return [...moved, ...gone].sort((a, b) => a.number - b.number)
}

function placement({ channel, date, from, to, observer, scenario }: PlannedContact): Placement {
  return { channel, date, from, to, observer, scenario }
}

function samePlace(a: Placement, b: Placement): boolean {
  return (
    a.channel === b.channel &&
    a.date === b.date &&
    a.from === b.from &&
    a.to === b.to &&
    a.observer === b.observer &&
    a.scenario === b.scenario
  )
}
