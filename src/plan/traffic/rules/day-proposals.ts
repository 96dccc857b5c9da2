/** What may be done when a day leaves its band, as the watch of the day proposes it. */
import type { DayProposal } from './intraday/watch-day.ts'

export const dayProposals = [
  'move-breaks',
  'pause-tasks',
  'offer-callback',
  'ask-for-overtime',
  'tell-customers',
  'work-off-tasks',
  'train-or-coach',
  'offer-time-off',
] as const satisfies readonly DayProposal[]
