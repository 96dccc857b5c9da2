/** Which topics have a core answer, and how it stands; asked only by those who may read answers. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnswerLine } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { useHasRole } from '../../session.ts'

export type AnswerMark = 'agreed' | 'draft' | 'review' | 'stale' | 'wrong' | 'none'

/** The best answer of each topic; undefined while it is not known. */
export function useAnswerStates(): ReadonlyMap<string, AnswerMark> | undefined {
  const may = useHasRole('agent', 'editor', 'manager', 'admin')
  const { data } = useQuery({ ...api.answers.list.queryOptions({ input: {} }), enabled: may })
  const items = data?.items as readonly AnswerLine[] | undefined
  return useMemo(() => items && marksOf(items), [items])
}

const order: readonly AnswerMark[] = ['agreed', 'stale', 'wrong', 'review', 'draft']

function marksOf(items: readonly AnswerLine[]): ReadonlyMap<string, AnswerMark> {
  const marks = new Map<string, AnswerMark>()
  for (const answer of items) {
    const mark = markOf(answer)
    if (answer.topicId === null || mark === 'none') continue
    const known = marks.get(answer.topicId)
    if (known === undefined || order.indexOf(mark) < order.indexOf(known)) marks.set(answer.topicId, mark)
  }
  return marks
}

function markOf({ state, stale, wrong }: AnswerLine): AnswerMark {
  if (state === 'retired') return 'none'
  if (state === 'inReview') return 'review'
  if (state === 'draft') return 'draft'
  if (wrong.length > 0) return 'wrong'
  return stale.length > 0 ? 'stale' : 'agreed'
}
