/**
 * What people have decided about topics, as a list that is only ever added to, and what follows from it: the fold of
 * the list is what every re-fit is held to. Nothing is lost by a decision: undoing it gives back what was before, and
 * undoing an undo does it again. Topics are named by ids, texts by keys (`textKey`).
 */
export type Decision = { readonly id: string; readonly sequence: number } & Act

type Act =
  /** These texts are about this topic: a confirmation, or a move of texts from another topic. */
  | { readonly kind: 'confirm'; readonly texts: readonly string[]; readonly topic: string }
  /** This text is about something else. */
  | { readonly kind: 'notTopic'; readonly text: string; readonly topic: string }
  /** Two topics are one: `topic` goes up in `into`. */
  | { readonly kind: 'merge'; readonly topic: string; readonly into: string }
  /**
   * `part` is a topic of its own. When it is one that went up in `topic`, it comes out again; `texts` are those that a
   * person took along, and may be none then.
   */
  | {
      readonly kind: 'split'
      readonly topic: string
      readonly part: string
      readonly texts: readonly string[]
    }
  | { readonly kind: 'rename'; readonly topic: string; readonly label: string }
  | { readonly kind: 'park'; readonly topic: string }
  | { readonly kind: 'unpark'; readonly topic: string }
  /** Under which other topic it stands in the tree; null is at the top. */
  | { readonly kind: 'place'; readonly topic: string; readonly under: string | null }
  | { readonly kind: 'undo'; readonly decision: string }

export type TopicConstraints = {
  /** Where a person has put a text. */
  readonly confirmed: ReadonlyMap<string, string>
  /** What a person has said that a text is not about. */
  readonly excluded: ReadonlyMap<string, ReadonlySet<string>>
  /** Topics that went up in another one. */
  readonly mergedInto: ReadonlyMap<string, string>
  /** Pairs (see `pairOf`) that a person has parted. */
  readonly apart: ReadonlySet<string>
  readonly labels: ReadonlyMap<string, string>
  readonly parked: ReadonlySet<string>
  readonly under: ReadonlyMap<string, string>
}

type State = {
  readonly confirmed: Map<string, string>
  readonly excluded: Map<string, Set<string>>
  readonly mergedInto: Map<string, string>
  readonly apart: Set<string>
  readonly labels: Map<string, string>
  readonly parked: Set<string>
  readonly under: Map<string, string>
}

/** The two topics of a pair, whichever comes first. */
export function pairOf(one: string, other: string): string {
  return JSON.stringify(one < other ? [one, other] : [other, one])
}

/** What follows from all decisions, in the order of their sequence, whatever the order in which they are handed over. */
export function foldDecisions(decisions: Iterable<Decision>): TopicConstraints {
  const state: State = {
    confirmed: new Map(),
    excluded: new Map(),
    mergedInto: new Map(),
    apart: new Set(),
    labels: new Map(),
    parked: new Set(),
    under: new Map(),
  }
  for (const decision of standing(decisions)) apply(state, decision)
  return state
}

/** The decisions that are not undone, in order. */
export function standing(decisions: Iterable<Decision>): Decision[] {
  const ordered = [...decisions].sort((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1))
  const undone = new Set<string>()
  // From the last one back: an undo that is itself undone undoes nothing.
  for (const decision of ordered.toReversed())
    if (decision.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.decision)
  return ordered.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id))
}

function apply(state: State, act: Act): void {
  switch (act.kind) {
    case 'confirm':
      for (const text of act.texts) confirm(state, text, act.topic)
      return
    case 'notTopic':
      exclude(state, act.text, act.topic)
      return
    case 'merge':
      merge(state, act.topic, act.into)
      return
    case 'split':
      split(state, act)
      return
    case 'rename':
      state.labels.set(act.topic, act.label)
      return
    case 'park':
      state.parked.add(act.topic)
      return
    case 'unpark':
      state.parked.delete(act.topic)
      return
    case 'place':
      place(state, act.topic, act.under)
      return
    case 'undo':
      throw new Error('an undo is taken out before decisions are applied')
  }
}

function confirm(state: State, text: string, topic: string): void {
  state.confirmed.set(text, topic)
  state.excluded.get(text)?.delete(topic)
  if (state.excluded.get(text)?.size === 0) state.excluded.delete(text)
}

function exclude(state: State, text: string, topic: string): void {
  state.excluded.set(text, new Set(state.excluded.get(text)).add(topic))
  const placed = state.confirmed.get(text)
  if (placed !== undefined && resolved(state.mergedInto, placed) === resolved(state.mergedInto, topic))
    state.confirmed.delete(text)
}

/** A merge that would close a circle says nothing new: the two are one already. */
function merge(state: State, topic: string, into: string): void {
  const [from, to] = [resolved(state.mergedInto, topic), resolved(state.mergedInto, into)]
  if (from !== to) state.mergedInto.set(from, to)
}

function split(state: State, { topic, part, texts }: Extract<Act, { kind: 'split' }>): void {
  const cameBack = state.mergedInto.delete(part)
  if (!cameBack) state.apart.add(pairOf(resolved(state.mergedInto, topic), part))
  for (const text of texts) confirm(state, text, part)
}

function place(state: State, topic: string, under: string | null): void {
  if (under === null || under === topic) state.under.delete(topic)
  else state.under.set(topic, under)
}

/** The topic that a topic is now. */
export function resolved(mergedInto: ReadonlyMap<string, string>, topic: string): string {
  let now = topic
  for (let next = mergedInto.get(now); next !== undefined; next = mergedInto.get(now)) now = next
  return now
}

/** The topic of a text that the learner has put in `found`, after everything that people have decided. */
export function topicUnder({ confirmed, mergedInto }: TopicConstraints, text: string, found: string): string {
  return resolved(mergedInto, confirmed.get(text) ?? found)
}

/** Whether a person has said that these are two topics and has not merged them since. */
export function areApart({ apart, mergedInto }: TopicConstraints, one: string, other: string): boolean {
  const [here, there] = [resolved(mergedInto, one), resolved(mergedInto, other)]
  return here !== there && (apart.has(pairOf(one, other)) || apart.has(pairOf(here, there)))
}
