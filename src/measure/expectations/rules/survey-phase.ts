import type { SurveyPhase } from '../contract.ts'

type Dated = {
  readonly opensOn: string
  readonly closesOn: string
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

/** Both days count: a survey until the 21st is open all of the 21st. Example: opened, and today is its first day → open. */
export function surveyPhase({ opensOn, closesOn, openedAt, closedAt }: Dated, today: string): SurveyPhase {
  if (closedAt !== null) return 'closed'
  if (openedAt === null) return 'draft'
  if (today < opensOn) return 'waiting'
  return today > closesOn ? 'closed' : 'open'
}
