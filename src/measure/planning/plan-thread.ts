/** A plan made away from the server's own thread: half a million contacts take some seconds. */
import { toContacts } from './rules/columns.ts'
import { checkFairness } from './rules/fairness/check-fairness.ts'
import type { Fairness } from './rules/fairness/report.ts'
import { makePlan } from './rules/make-plan.ts'
import type { PlanInput, PlannedContact } from './rules/plan-input.ts'

export type MadePlan = { readonly contacts: readonly PlannedContact[]; readonly fairness: Fairness }

export function run(input: PlanInput): MadePlan {
  const { frame, columns } = makePlan(input)
  const contacts = toContacts(columns, input).sort((a, b) => a.number - b.number)
  return { contacts, fairness: checkFairness(input, frame, columns) }
}
