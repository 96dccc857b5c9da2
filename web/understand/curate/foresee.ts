/**
 * What a step will make of the list, by the rule that the server takes it by, so that a key is on the screen before
 * the answer is. What hangs on single texts (a text in two topics that are merged) is set right by the answer.
 */
import type { Decision, StepResult, TopicLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { takeDecision } from '../../../src/understand/topics/rules/curation/take-decision.ts'
import type { Assignment, TopicRecord } from '../../../src/understand/topics/rules/curation/topic-state.ts'

/** What leaves a topic in a split, as far as the screen knows it. */
export type LeavingPart = { readonly contacts: number; readonly examples: readonly string[] }

/** Steps that follow from the topics alone; one that moves single texts is shown by its answer. */
const foreseeable: readonly Decision['kind'][] = [
  'merge',
  'rename',
  'move',
  'confirm',
  'park',
  'open',
  'create',
]

export type Foreseen = {
  /** The id of a topic that the step makes until the answer gives it its own: a step upon it before that is refused. */
  readonly newTopicId: string
  readonly part?: LeavingPart | undefined
}

/** The list as it will be; as it is when the step cannot be foreseen or will be refused. */
export function foresee(list: TopicList, decision: Decision, { newTopicId, part }: Foreseen): TopicList {
  const isSplit = decision.kind === 'split' && part !== undefined
  if (!isSplit && !foreseeable.includes(decision.kind)) return list
  const lines = new Map(list.items.map((line) => [line.topicId, line]))
  const topics = new Map(list.items.map((line) => [line.topicId, recordOf(line)]))
  const assigned = decision.kind === 'split' ? textsOf(lines.get(decision.topicId), decision.textKeys) : []
  const after = takeDecision(decision, { topics, assigned, newTopicId })
  if (!after.ok) return list
  const changed = after.topics.flatMap(({ topicId, parentId, name, nameGiven, state }) =>
    state === 'gone'
      ? []
      : [{ ...lineAfter(lines, topicId, { decision, part }), topicId, parentId, name, nameGiven, state }],
  )
  const gone = after.topics.filter(({ state }) => state === 'gone').map(({ topicId }) => topicId)
  return withStep(list, { ...list, changed, gone })
}

function recordOf({ topicId, parentId, name, nameGiven, state, unexplained }: TopicLine): TopicRecord {
  return { topicId, parentId, name, nameGiven, state, goneInto: null, unexplained }
}

/** The texts that leave, and one that stays unless they are all. */
function textsOf(line: TopicLine | undefined, leaving: readonly string[]): Assignment[] {
  if (line === undefined) return []
  const staying = line.texts > leaving.length ? [''] : []
  const sure = { share: 1, certainty: 1, origin: 'group', unsure: false, nearest: [] } as const
  return [...leaving, ...staying].map((textKey) => ({ textKey, topicId: line.topicId, ...sure }))
}

const nothing = { unexplained: false, texts: 0, contacts: 0, confirmed: 0, unsure: 0, examples: [] }

type Taken = { readonly decision: Decision; readonly part: LeavingPart | undefined }

/** What is in the topic after the step: with those that are merged into it, or without the part that leaves. */
function lineAfter(lines: ReadonlyMap<string, TopicLine>, topicId: string, { decision, part }: Taken) {
  const own = lines.get(topicId)
  if (decision.kind === 'split' && part !== undefined) {
    const texts = decision.textKeys.length
    if (own === undefined)
      return { ...nothing, ...part, examples: [...part.examples], texts, confirmed: texts }
    return { ...own, texts: own.texts - texts, contacts: own.contacts - part.contacts }
  }
  if (own === undefined) return nothing
  if (decision.kind !== 'merge' || decision.into !== topicId) return own
  const all = [own, ...decision.topicIds.map((id) => lines.get(id)!)]
  const sum = (of: (line: TopicLine) => number) => all.reduce((total, line) => total + of(line), 0)
  return {
    ...own,
    texts: sum(({ texts }) => texts),
    contacts: sum(({ contacts }) => contacts),
    confirmed: sum(({ confirmed }) => confirmed),
    unsure: sum(({ unsure }) => unsure),
  }
}

type Step = Pick<StepResult, 'changed' | 'gone' | 'unsure' | 'undo'>

/** The list after a step: changed lines in their place, new ones where their size puts them, gone ones away. */
export function withStep(list: TopicList, { changed, gone, unsure, undo }: Step): TopicList {
  const lines = new Map(list.items.map((line) => [line.topicId, line]))
  for (const topicId of gone) lines.delete(topicId)
  for (const line of changed) lines.set(line.topicId, line)
  const known = list.items.flatMap(({ topicId }) => lines.get(topicId) ?? [])
  const made = changed.filter(({ topicId }) => !list.items.some((line) => line.topicId === topicId))
  return { ...list, items: made.reduce(insertBySize, known), unsure, undo }
}

/** What is shown does not jump while somebody works on it: only what is new looks for its place. */
function insertBySize(lines: readonly TopicLine[], line: TopicLine): TopicLine[] {
  const at = lines.findIndex(({ contacts }) => contacts < line.contacts)
  return at === -1 ? [...lines, line] : lines.toSpliced(at, 0, line)
}
