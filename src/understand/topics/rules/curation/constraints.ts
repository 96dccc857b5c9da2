/** The decisions of the log as the list that every new grouping is held to. */
import type { Decision as Taken } from '../../contract.ts'
import { type Decision, foldDecisions, resolved, type TopicConstraints } from '../groups/decisions.ts'

/** A decision that stands (nobody has taken it back); `made` is the topic that it made, if it made one. */
export type LoggedDecision = { readonly number: number; readonly taken: Taken; readonly made: string | null }

export type Constraints = {
  /** Topics that others went into. */
  readonly together: readonly string[]
  readonly apart: readonly (readonly [string, string])[]
  readonly excluded: readonly (readonly [textKey: string, topicId: string])[]
}

export function constraintsOf(log: readonly LoggedDecision[]): Constraints {
  const folded = foldDecisions(log.flatMap(asActs))
  return {
    together: [
      ...new Set([...folded.mergedInto.keys()].map((topicId) => resolved(folded.mergedInto, topicId))),
    ],
    apart: [...folded.apart].map((pair) => partedPair(folded, pair)),
    excluded: [...folded.excluded].flatMap(([textKey, topicIds]) =>
      [...topicIds].map((topicId) => [textKey, resolved(folded.mergedInto, topicId)] as const),
    ),
  }
}

function partedPair({ mergedInto }: TopicConstraints, pair: string): readonly [string, string] {
  const [one = '', other = ''] = JSON.parse(pair) as string[]
  return [resolved(mergedInto, one), resolved(mergedInto, other)]
}

/** Several acts of one step have one sequence. */
function asActs({ number, taken, made }: LoggedDecision): Decision[] {
  const act = (at: number) => ({ id: `${number}.${at}`, sequence: number })
  switch (taken.kind) {
    case 'place':
      return taken.topicIds.length === 1
        ? [{ ...act(0), kind: 'confirm', texts: taken.textKeys, topic: taken.topicIds[0]! }]
        : []
    case 'refuse':
      return taken.textKeys.map((text, at) => ({ ...act(at), kind: 'notTopic', text, topic: taken.topicId }))
    case 'merge':
      return taken.topicIds.map((topic, at) => ({ ...act(at), kind: 'merge', topic, into: taken.into }))
    case 'split':
      return made === null
        ? []
        : [{ ...act(0), kind: 'split', topic: taken.topicId, part: made, texts: taken.textKeys }]
    default:
      return []
  }
}
