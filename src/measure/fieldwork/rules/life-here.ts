/** An assignment as it stands on the observer's device: what the server told, and on top of it what is not sent yet. */
import type { Assignment, AssignmentDetail, LogEvent } from '../contract.ts'
import type { StatusMethod } from './clock-status.ts'
import { assignedLife, type Life, stepLife } from './contact-state.ts'
import { nextDue } from './due.ts'
import type { UnsentWork } from './unsent-work.ts'

export function methodOf({ method }: Pick<AssignmentDetail, 'method'>): StatusMethod {
  const { protocol, window } = method.channel
  return { protocol, window, closedDays: method.closedDays }
}

/**
 * The life that the log and the unsent pieces add up to. An event is in both for a moment after it was sent; the
 * server refuses what cannot be, and so do we. A form that is handed in and not sent counts as handed in.
 *
 * @example lifeHere(detail of an untouched contact, { waiting: [started, answered] }).state // 'answered'
 */
export function lifeHere(detail: AssignmentDetail, work: UnsentWork): Life {
  const seen = new Set<string>()
  const method = methodOf(detail)
  let life = assignedLife
  for (const event of [...detail.log, ...unsentLog(work)]) {
    if (seen.has(event.eventId)) continue
    seen.add(event.eventId)
    const kind = event.kind === 'submitted' && life.state === 'returned' ? 'resubmitted' : event.kind
    const step = stepLife(life, { ...event, kind }, method)
    if (step.ok) life = step.life
  }
  return life
}

function unsentLog({ waiting }: UnsentWork): readonly LogEvent[] {
  return waiting.flatMap((piece): LogEvent[] => {
    if (piece.kind === 'event') return [piece.event]
    return piece.kind === 'submission' ? [{ eventId: piece.id, kind: 'submitted', at: piece.madeAt }] : []
  })
}

/** The line of the list for an assignment that this device knows more about than the list does. */
export function assignmentHere(
  assignment: Assignment,
  detail: AssignmentDetail,
  work: UnsentWork,
): Assignment {
  const life = lifeHere(detail, work)
  const last = [...detail.log, ...unsentLog(work)].at(-1)
  const { dueAt: _listed, ...rest } = assignment
  const dueAt =
    last && life.clock.attempts.length > 0
      ? nextDue(life, methodOf(detail), { at: new Date(last.at), planned: assignment })
      : undefined
  return { ...rest, state: life.state, ...(dueAt ? { dueAt: dueAt.toISOString() } : {}) }
}
