/**
 * What a step will make of the list, by the rule that the server takes it by, so that a key is on the screen before
 * the answer is. What hangs on single texts (a text in two topics that are merged) is set right by the answer.
 */
import type { Decision, StepResult, TopicLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { takeDecision } from '../../../src/understand/topics/rules/curation/take-decision.ts'
import type { TopicRecord } from '../../../src/understand/topics/rules/curation/topic-state.ts'

/** Steps that follow from the topics alone; the others move texts, or make a topic whose id the server gives. */
const foreseeable: readonly Decision['kind'][] = ['merge', 'rename', 'move', 'confirm', 'park', 'open']

/** The list as it will be; as it is when the step cannot be foreseen or will be refused. */
export function foresee(list: TopicList, decision: Decision): TopicList {
  if (!foreseeable.includes(decision.kind)) return list
  const lines = new Map(list.items.map((line) => [line.topicId, line]))
  const topics = new Map(list.items.map((line) => [line.topicId, recordOf(line)]))
  const after = takeDecision(decision, { topics, assigned: [], newTopicId: '' })
  if (!after.ok) return list
  const changed = after.topics.flatMap(({ topicId, parentId, name, nameGiven, state }) =>
    state === 'gone' ? [] : [{ ...withThoseOf(lines, topicId, decision), parentId, name, nameGiven, state }],
  )
  const gone = after.topics.filter(({ state }) => state === 'gone').map(({ topicId }) => topicId)
  return withStep(list, { ...list, changed, gone })
}

function recordOf({ topicId, parentId, name, nameGiven, state, unexplained }: TopicLine): TopicRecord {
  return { topicId, parentId, name, nameGiven, state, goneInto: null, unexplained }
}

/** The line with what it gets from those that are merged into it. */
function withThoseOf(lines: ReadonlyMap<string, TopicLine>, topicId: string, decision: Decision): TopicLine {
  const own = lines.get(topicId)!
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
