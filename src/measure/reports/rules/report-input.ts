/** Everything that a participant's report is written from: the results' own figures and the contacts behind them. */
import type { EditionMethod } from '../../edition/contract.ts'
import type { GapStep } from '../../insight/contract.ts'
import type {
  BandCount,
  ClassResult,
  ComparedExperience,
  ComparedQuestion,
  EditionResults,
  ParticipantResult,
  SubmissionLine,
} from '../../results/contract.ts'

export type ReportContact = Pick<
  SubmissionLine,
  'number' | 'date' | 'channel' | 'answered' | 'score' | 'areas'
> & {
  readonly scenario: string
  /** By the comment's id; agents' names are masked already. */
  readonly comments: Readonly<Record<string, string>>
}

/** What separates the participant from others, in steps that add up to `to` − `from`; its own result is `to`. */
export type ReportGap = {
  /** The better half of the class's others together, or the whole class. */
  readonly target: 'half' | 'class'
  readonly from: number
  readonly to: number
  readonly steps: readonly Pick<GapStep, 'kind' | 'area' | 'value' | 'interval'>[]
}

export type EditionFacts = {
  readonly organisation: string
  readonly edition: string
  readonly method: EditionMethod
  readonly methodVersion: string
  readonly intervals: EditionResults['intervals']
  /** ISO 8601. */
  readonly computedAt: string
  /** Contacts of the plan, and those of them that have been approved. */
  readonly contacts: number
  readonly counted: number
  /** Participants that were ranked. */
  readonly taking: number
}

export type ReportInput = {
  readonly facts: EditionFacts
  readonly result: ParticipantResult
  /** Absent where the class is so small that its figures would give away another's. */
  readonly classResult?: ClassResult
  readonly questions: readonly ComparedQuestion[]
  readonly experience: readonly ComparedExperience[]
  readonly bands: readonly BandCount[]
  readonly gap?: ReportGap
  readonly contacts: readonly ReportContact[]
}
