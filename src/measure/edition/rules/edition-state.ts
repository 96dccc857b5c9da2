/** Where an edition may go from where it is. Fieldwork can be paused, and reopened from review. */
import type { EditionState } from '../contract.ts'

const ways: Readonly<Record<EditionState, readonly EditionState[]>> = {
  preparing: ['fieldwork'],
  fieldwork: ['paused', 'review'],
  paused: ['fieldwork'],
  review: ['fieldwork', 'published'],
  published: ['review'],
}

/** Example: a published edition can be taken back to review, and never to preparation. */
export function mayMove(from: EditionState, to: EditionState): boolean {
  return ways[from].includes(to)
}
