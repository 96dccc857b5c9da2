/** A questionnaire as another tool has it, before it becomes part of a method: what was understood, and what was not. */
import type { Localized } from '../../../../kernel/localized.ts'
import type { ChannelId, ClockAnswer, QuestionMethod } from '../../../edition/contract.ts'

export type ImportedOption = {
  /** As the other tool stores the answer. */
  readonly value: string
  readonly label: Localized
  /** Absent where the other tool gives none. */
  readonly points?: number
}

export type ImportedQuestion = {
  readonly name: string
  readonly area: string
  readonly text: Localized
  readonly help?: Localized
  readonly options: readonly ImportedOption[]
  readonly notApplicable: boolean
  /** Absent: asked on every channel. */
  readonly channels?: readonly ChannelId[]
  /** Said where it is meant to count nothing; then it is not missing points. */
  readonly unscored?: true
  /** Only where the file says it; otherwise it is seen from the options. */
  readonly kind?: QuestionMethod['kind']
  readonly clock?: ClockAnswer
}

export type ImportedArea = { readonly name: string; readonly title: Localized; readonly weight?: number }

export type ImportedComment = {
  readonly name: string
  readonly area: string
  readonly text: Localized
  readonly required: boolean
}

/** Something of the other form that has no place here, or that a person must look at, and why. */
export const leftReasons = [
  'kind-unknown',
  'no-options',
  'too-many-options',
  'no-points',
  'condition-unknown',
  'too-many-comments',
  'one-language',
] as const
export type LeftReason = (typeof leftReasons)[number]
export type LeftOut = { readonly name: string; readonly reason: LeftReason; readonly detail: string }

export type ImportedForm = {
  readonly areas: readonly ImportedArea[]
  readonly questions: readonly ImportedQuestion[]
  readonly comments: readonly ImportedComment[]
  readonly left: readonly LeftOut[]
}

export function sameInEvery(text: string): Localized {
  return { nb: text, nn: text, en: text }
}
