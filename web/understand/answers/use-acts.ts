/** Every step on an answer: the answer that comes back is put where the page reads it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnswerDetail } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { useToast } from '../../design/toast.tsx'

export function useKeepAnswer(): (answer: AnswerDetail, text?: string) => void {
  const client = useQueryClient()
  const toast = useToast()
  return (answer, text) => {
    const input = { answerId: answer.answerId }
    client.setQueryData(api.answers.get.queryKey({ input }), answer as never)
    void client.invalidateQueries({ queryKey: api.answers.list.key() })
    void client.invalidateQueries({ queryKey: api.answers.history.key() })
    void client.invalidateQueries({ queryKey: api.answers.facts.key() })
    void client.invalidateQueries({ queryKey: api.answers.versions.history.key() })
    if (text !== undefined) toast({ text })
  }
}

export function useMove(text: string) {
  const keep = useKeepAnswer()
  return useMutation(
    api.answers.move.mutationOptions({ onSuccess: (answer) => keep(answer as AnswerDetail, text) }),
  )
}
