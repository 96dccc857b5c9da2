/** The fairness report of contacts that stand in a store or a file. */
import { toColumns } from '../columns.ts'
import { frameOf } from '../frame.ts'
import type { PlanInput, PlannedContact } from '../plan-input.ts'
import { checkFairness } from './check-fairness.ts'
import { type ParticipantFigures, participantFigures } from './participant-figures.ts'
import { planView } from './plan-view.ts'
import type { Fairness } from './report.ts'

type Input = Omit<PlanInput, 'seed'>

export function fairnessOf(input: Input, contacts: readonly PlannedContact[]): Fairness {
  return checkFairness(input, frameOf(input), toColumns(contacts, input))
}

export function figuresOf(input: Input, contacts: readonly PlannedContact[]): ParticipantFigures[] {
  return participantFigures(planView(input, frameOf(input), toColumns(contacts, input)))
}
