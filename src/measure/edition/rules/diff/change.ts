/** One difference between two methods, and whether figures before and after it can still be compared. */
import type { Localized } from '../../../../kernel/localized.ts'

export const changeKinds = [
  'calendar-start',
  'calendar-weeks',
  'closed-days',
  'classes',
  'contacts',
  'observers',
  'scenario-repeat',
  'channel-added',
  'channel-removed',
  'channel-renamed',
  'share',
  'window',
  'protocol',
  'slots',
  'tie-order',
  'area-added',
  'area-removed',
  'area-renamed',
  'weight',
  'question-added',
  'question-removed',
  'question-reworded',
  'question-help',
  'question-moved',
  'question-area',
  'question-channels',
  'question-kind',
  'question-scored',
  'question-applicability',
  'waiting-steps',
  'option-added',
  'option-removed',
  'option-reworded',
  'points',
  'comment-added',
  'comment-removed',
  'comment-reworded',
  'comment-required',
  'score-rule',
  'interval',
  'band-added',
  'band-removed',
  'band-limits',
  'band-renamed',
  'ties',
  'scenario-added',
  'scenario-removed',
  'scenario-reworded',
  'scenario-use',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Why figures before and after cannot be laid side by side. */
export const breakReasons = ['reached', 'waiting', 'asked', 'points', 'score', 'bands'] as const
export type BreakReason = (typeof breakReasons)[number]

export type ChangeValue = string | number | boolean | null | Localized

export type Change = {
  readonly kind: ChangeKind
  /** Id of what changed: a question, `question.option`, a channel; empty for the method as a whole. */
  readonly subject: string
  readonly from: ChangeValue
  readonly to: ChangeValue
  /** The series that breaks, such as a question's or the total; absent when comparison stays fair. */
  readonly breaks?: BreakReason
}

export type Changed = Omit<Change, 'from' | 'to'>

/** Nothing when both are the same; otherwise the change with both values as they are shown. */
export function differing<T>(
  what: Changed,
  pair: readonly [before: T, after: T],
  show: (value: T) => ChangeValue,
): readonly Change[] {
  const [before, after] = pair
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  return [{ ...what, from: show(before), to: show(after) }]
}

export type Matched<T> = {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly kept: readonly (readonly [before: T, after: T])[]
}

/** Pairs two lists by id. */
export function matched<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): Matched<T> {
  const [old, recent] = [
    new Map(before.map((item) => [item.id, item])),
    new Map(after.map((item) => [item.id, item])),
  ]
  return {
    added: after.filter((item) => !old.has(item.id)),
    removed: before.filter((item) => !recent.has(item.id)),
    kept: after.flatMap((item) => {
      const was = old.get(item.id)
      return was ? [[was, item] as const] : []
    }),
  }
}

export function asList(values: readonly (string | number)[]): string {
  return values.join(', ')
}
