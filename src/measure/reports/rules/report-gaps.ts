/** The gap of each participant that a report tells of: to the better half of its class, else to the class. */
import type { EditionMethod } from '../../edition/contract.ts'
import { gapBetween } from '../../insight/rules/gap/gap.ts'
import { type GapGroup, gapGroup, pooled } from '../../insight/rules/gap/gap-group.ts'
import { chooseReferences } from '../../insight/rules/gap/references.ts'
import type { InsightContact } from '../../insight/rules/insight-contact.ts'
import type { EditionResults } from '../../results/contract.ts'
import { compileMethod } from '../../results/rules/compiled-form.ts'
import { randomFor } from '../../results/rules/resample.ts'
import { smallestClass } from '../../results/rules/visible-results.ts'
import type { ReportGap } from './report-input.ts'

/** Enough for an interval's ends to about a point; the page of insight draws more of them. */
const resamples = 200

export type GapSource = {
  readonly method: EditionMethod
  readonly results: EditionResults
  readonly contacts: readonly InsightContact[]
}

/**
 * What tells a participant's gap. Nobody else is named, and a class of fewer than four gives no gap. The resampled
 * sums of a participant are drawn once, whoever's gap they are part of.
 */
export function reportGaps({
  method,
  results,
  contacts,
}: GapSource): (name: string) => ReportGap | undefined {
  const compiled = compileMethod(method)
  const byName = Map.groupBy(contacts, ({ participant }) => participant)
  const groups = new Map<string, GapGroup>()
  const groupOf = (name: string): GapGroup => {
    const random = randomFor(results.intervals.seed, name)
    const group = groups.get(name) ?? gapGroup(compiled, byName.get(name) ?? [], { random, resamples })
    groups.set(name, group)
    return group
  }
  const standings = results.participants.flatMap(({ participant, class: name, totalResult }) =>
    totalResult === null ? [] : [{ participantId: participant, class: name, total: totalResult }],
  )
  const sizes = new Map(results.classes.map((one) => [one.class, one.participants]))
  return (name) => {
    const className = standings.find(({ participantId }) => participantId === name)?.class
    const maySeeClass = (sizes.get(className ?? '') ?? 0) >= smallestClass
    const references = chooseReferences(standings, name, { mayName: () => false, maySeeClass })
    const chosen = (['half', 'class'] as const)
      .map((wanted) => references.find(({ reference }) => reference === wanted))
      .find((one) => one !== undefined)
    if (!chosen || !byName.has(name)) return undefined
    const reference = pooled(chosen.members.map(groupOf))
    const { level } = results.intervals
    const gap = gapBetween(compiled, { own: groupOf(name), reference, level })
    return gap && { target: chosen.reference === 'half' ? 'half' : 'class', ...gap }
  }
}
