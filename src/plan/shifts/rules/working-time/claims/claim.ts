import type { PlainDate } from '../../../../../kernel/calendar.ts'
import type { CheckOptions } from '../../check-plan.ts'
import type { Agent, Contract } from '../../types.ts'
import type { RuleId } from '../paragraphs.ts'

/** What a rule says, with a plan that just keeps its limit and one that just passes it. Minutes, unless a count. */
export type Claim = {
  readonly rule: RuleId
  readonly claim: string
  /** Of the finding; nothing where it is no matter of the Act. */
  readonly paragraph?: string
  /** What is not as in the usual contract. */
  readonly contract?: Partial<Contract>
  readonly agent?: Partial<Agent>
  /** Of the first week; one far from holidays and clock changes when left out. */
  readonly monday?: PlainDate
  readonly options?: Partial<CheckOptions>
  /** As `writtenShifts` reads it. */
  readonly kept: string
  readonly passed: string
  readonly value: number
  readonly limit: number
}

export const quietMonday: PlainDate = '2027-02-01'
