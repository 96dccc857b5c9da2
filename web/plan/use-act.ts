/** Acts that change shifts or what agents ask for: each tells that it is done, and everything is read anew. */
import { type UseMutationOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useToast } from '../design/toast.tsx'

/** Reads everything of shifts anew. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: api.shifts.key() })
}

/** @example useAct(api.shifts.own.addWish.mutationOptions(), { done: t('saved'), onDone: close }) */
export function useAct<Input, Answer>(
  options: UseMutationOptions<Answer, Error, Input>,
  { done, onDone }: { readonly done: string; readonly onDone?: (answer: Answer) => void },
) {
  const refresh = useRefresh()
  const toast = useToast()
  return useMutation({
    ...options,
    onSuccess: async (answer: Answer) => {
      await refresh()
      toast({ text: done })
      onDone?.(answer)
    },
  })
}
