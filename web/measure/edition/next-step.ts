/** The one thing that brings an edition on, from its state and its counts. */
import type { EditionView } from '../../../src/measure/edition/contract.ts'
import type { EditionPart } from './edition-parts.ts'

export type NextStep = {
  readonly key:
    | 'mendMethod'
    | 'addParticipants'
    | 'confirmChannels'
    | 'makePlan'
    | 'findObservers'
    | 'startFieldwork'
    | 'review'
    | 'late'
    | 'runFieldwork'
    | 'resume'
    | 'finishReview'
    | 'publish'
    | 'learn'
  readonly part: EditionPart
  readonly count?: number
}

/** Example: an edition in preparation without participants wants participants, whatever else is missing. */
export function nextStep({
  state,
  issues,
  counts,
}: Pick<EditionView, 'state' | 'issues' | 'counts'>): NextStep {
  switch (state) {
    case 'preparing':
      return nextPreparation(issues, counts)
    case 'paused':
      return { key: 'resume', part: 'fieldwork' }
    case 'fieldwork':
      if (counts.waiting > 0) return { key: 'review', part: 'review', count: counts.waiting }
      if (counts.unassigned > 0) return findObservers(counts)
      if (counts.late > 0) return { key: 'late', part: 'fieldwork', count: counts.late }
      return { key: 'runFieldwork', part: 'fieldwork' }
    case 'review':
      if (counts.waiting > 0) return { key: 'review', part: 'review', count: counts.waiting }
      return counts.approved < counts.contacts
        ? { key: 'finishReview', part: 'review' }
        : { key: 'publish', part: 'results' }
    case 'published':
      return { key: 'learn', part: 'results' }
  }
}

function nextPreparation(issues: number, counts: EditionView['counts']): NextStep {
  const unsettled = counts.participants - counts.confirmed
  if (issues > 0) return { key: 'mendMethod', part: 'method', count: issues }
  if (counts.participants === 0) return { key: 'addParticipants', part: 'participants' }
  if (unsettled > 0) return { key: 'confirmChannels', part: 'participants', count: unsettled }
  if (counts.contacts === 0) return { key: 'makePlan', part: 'plan' }
  if (counts.unassigned > 0) return findObservers(counts)
  return { key: 'startFieldwork', part: 'overview' }
}

/** Contacts without an observer are seen by nobody, and would only come up as late. */
function findObservers({ unassigned }: EditionView['counts']): NextStep {
  return { key: 'findObservers', part: 'plan', count: unassigned }
}
