/**
 * The topics on the screen, and the steps that change them. A step's answer is put straight into what is shown:
 * nothing is read anew, so that the next key can follow at once.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Decision, StepResult, TopicLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { api, client } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useTexts } from '../../i18n/use-texts.ts'

export const topicsQuery = api.topics.list.queryOptions()

export function useTopics() {
  return useQuery({
    ...topicsQuery,
    // A grouping that is under way changes everything when it is done.
    refetchInterval: ({ state }) => (isWorking(state.data) ? 2000 : false),
  })
}

export function isWorking(list: TopicList | undefined): boolean {
  return list?.fit?.state === 'waiting' || list?.fit?.state === 'running'
}

export type Steps = {
  /** Takes a decision; answers what it changed, or nothing when it was refused and the person has been told. */
  readonly decide: (decision: Decision, suggestionId?: string) => Promise<StepResult | undefined>
  readonly undo: () => Promise<void>
}

export function useSteps(): Steps {
  const t = useTexts(curateTexts)
  const toast = useToast()
  const problem = useProblemText()
  const queries = useQueryClient()
  // One step after the other, in the order of the keys: the second may build on the first.
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const takeIn = (result: StepResult): void => {
    queries.setQueryData(
      topicsQuery.queryKey,
      (list: TopicList | undefined) => list && withStep(list, result),
    )
    void queries.invalidateQueries({ queryKey: api.topics.texts.key() })
    void queries.invalidateQueries({ queryKey: api.topics.decisions.key() })
  }
  const inTurn = <Answer>(step: () => Promise<Answer>): Promise<Answer | undefined> => {
    const done = queue.current.then(step).catch((error: unknown) => {
      toast({ text: problem(error) })
      return undefined
    })
    queue.current = done
    return done
  }
  return {
    decide: (decision, suggestionId) =>
      inTurn(async () => {
        const result = await client.topics.decide({ decision, ...(suggestionId && { suggestionId }) })
        takeIn(result)
        return result
      }),
    undo: async () => {
      await inTurn(async () => {
        const last = queries.getQueryData<TopicList>(topicsQuery.queryKey)?.undo
        if (!last) return
        const result = await client.topics.undo({ decision: last.decision })
        takeIn(result)
        void queries.invalidateQueries({ queryKey: api.topics.tray.key() })
        void queries.invalidateQueries({ queryKey: api.topics.suggestions.key() })
        toast({ text: result.left === 0 ? t('undone') : t('undoneLeft', { count: result.left }) })
      })
    },
  }
}

/** The list after a step: changed lines in their place, new ones where their size puts them, gone ones away. */
export function withStep(list: TopicList, { changed, gone, unsure, undo }: StepResult): TopicList {
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
