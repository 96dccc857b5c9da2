/** How an observer's assignments are laid out: what is returned, what is for today, and what can wait. */
import { isoWeek } from '../../../kernel/calendar.ts'
import { toLocal } from '../../../kernel/zone.ts'
import type { Assignment } from '../contract.ts'

export const assignmentGroups = ['returned', 'today', 'waiting', 'thisWeek', 'later', 'handedIn'] as const
export type AssignmentGroup = (typeof assignmentGroups)[number]

type Listed = Pick<Assignment, 'state' | 'channel' | 'date' | 'dueAt'>

/**
 * Where an assignment stands at `now`. A form that is not handed in is for today; so is everything that is late.
 * An e-mail waits apart until its deadline, because there is nothing to do but to look.
 *
 * @example groupOf({ state: 'assigned', channel: 'phone', date: tomorrow }, now) // 'thisWeek'
 */
export function groupOf(assignment: Listed, now: Date): AssignmentGroup {
  switch (assignment.state) {
    case 'returned':
      return 'returned'
    case 'answered':
    case 'unanswered':
      return 'today'
    case 'planned':
    case 'assigned':
      return byDate(assignment.date, now)
    case 'attempted':
      return attempted(assignment, now)
    default:
      return 'handedIn'
  }
}

function attempted({ channel, dueAt }: Listed, now: Date): AssignmentGroup {
  if (dueAt === undefined) return 'today'
  const due = Date.parse(dueAt)
  if (channel === 'email') return due > now.getTime() ? 'waiting' : 'today'
  // A day that is due ends at its midnight, which belongs to the next one.
  return byDate(toLocal(new Date(due - 1)).date, now)
}

function byDate(date: string, now: Date): AssignmentGroup {
  const today = toLocal(now).date
  if (date <= today) return 'today'
  return isoWeek(date) === isoWeek(today) ? 'thisWeek' : 'later'
}

/** The assignments of each group that has any, each in the order in which they are to be done. */
export function groupAssignments<T extends Listed>(
  assignments: readonly T[],
  now: Date,
): readonly { readonly group: AssignmentGroup; readonly items: readonly T[] }[] {
  const groups = Map.groupBy(assignments, (assignment) => groupOf(assignment, now))
  return assignmentGroups.flatMap((group) => {
    const items = groups.get(group)
    return items ? [{ group, items }] : []
  })
}
