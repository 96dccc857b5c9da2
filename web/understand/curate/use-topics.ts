/**
 * The topics on the screen, and the steps that change them. A step is shown as soon as its key is pressed, and its
 * answer put into what is shown: nothing is read anew, so that the next key can follow at once.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Decision, StepResult, TopicList } from '../../../src/understand/topics/contract.ts'
import { api, client } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { LeavingPart } from './foresee.ts'
import { shareLines } from './share-lines.ts'
import { type Ahead, StepsAhead } from './steps-ahead.ts'

export const topicsQuery = {
  ...api.topics.list.queryOptions(),
  structuralSharing: (before: unknown, next: unknown) =>
    shareLines(before as TopicList | undefined, next as TopicList),
}

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

/** The suggestion that the step answers; what leaves in a split, so that it is shown at once. */
export type StepMore = { readonly suggestionId?: string; readonly part?: LeavingPart }

export type Steps = {
  /**
   * Takes a decision; answers what it changed when the open topic's texts are read anew, or nothing when it was
   * refused and the person has been told.
   */
  readonly decide: (decision: Decision, more?: StepMore) => Promise<StepResult | undefined>
  readonly undo: () => Promise<void>
}

export function useSteps(): Steps {
  const t = useTexts(curateTexts)
  const toast = useToast()
  const problem = useProblemText()
  const queries = useQueryClient()
  const [steps] = useState(() => new StepsAhead())
  // One step after the other, in the order of the keys: the second may build on the first.
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const show = (): void => {
    queries.setQueryData(topicsQuery.queryKey, (list: TopicList | undefined) => steps.shown() ?? list)
  }
  /** Shows the step, and takes it when those before it are taken. */
  const inTurn = async (
    begin: (shown: TopicList) => Ahead,
    ask: () => Promise<StepResult | undefined>,
  ): Promise<StepResult | undefined> => {
    const shown = queries.getQueryData<TopicList>(topicsQuery.queryKey)
    if (!shown) return undefined
    const ahead = begin(shown)
    show()
    const done = queue.current.then(async () => {
      // A list that is being read would be shown without the steps that it does not know of.
      await queries.cancelQueries({ queryKey: topicsQuery.queryKey })
      const result = await ask().catch((error: unknown) => {
        toast({ text: problem(error) })
        return undefined
      })
      steps.end(ahead, result)
      show()
      return result
    })
    queue.current = done
    const result = await done
    if (result) {
      void queries.invalidateQueries({ queryKey: api.topics.decisions.key() })
      await queries.invalidateQueries({ queryKey: api.topics.texts.key() })
    }
    return result
  }
  return {
    decide: (decision, { suggestionId, part } = {}) =>
      inTurn(
        (shown) => steps.decide(shown, decision, part),
        () => client.topics.decide({ decision, ...(suggestionId && { suggestionId }) }),
      ),
    undo: async () => {
      const result = await inTurn(
        (shown) => steps.undo(shown),
        async () => {
          const last = steps.toUndo()
          return last ? client.topics.undo({ decision: last.decision }) : undefined
        },
      )
      if (!result) return
      void queries.invalidateQueries({ queryKey: api.topics.tray.key() })
      void queries.invalidateQueries({ queryKey: api.topics.suggestions.key() })
      toast({ text: result.left === 0 ? t('undone') : t('undoneLeft', { count: result.left }) })
    },
  }
}
