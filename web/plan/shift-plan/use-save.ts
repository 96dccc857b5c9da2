/** Saves what has changed. When somebody else was first, theirs is fetched and mine laid upon it: nothing is lost. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api, client } from '../../api.ts'
import { useToast } from '../../design/toast.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'
import type { Draft } from './use-draft.ts'

/** @returns the revision that is saved, undefined when it was refused */
export type Save = () => Promise<number | undefined>

export function useSave(weekStart: string, draft: Draft) {
  const t = useTexts(shiftPlanTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const { changes, base, shifts, saved, isChanged } = draft
  const mutation = useMutation({
    mutationFn: () =>
      client.shifts.week.save({
        weekStart,
        revision: base.revision,
        put: changes.put.map((shift) => ({ ...shift, breaks: [...shift.breaks] })),
        remove: [...changes.remove],
      }),
    onSuccess: ({ revision }) => saved({ revision, shifts }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.shifts.week.key() }),
  })
  const { mutateAsync, isPending } = mutation
  const save: Save = useCallback(async () => {
    if (!isChanged) return base.revision
    if (isPending) return undefined
    try {
      const { revision, findings } = await mutateAsync()
      toast({ text: findings === 0 ? t('save.done') : t('save.doneWith', { count: findings }) })
      return revision
    } catch {
      // It is told on the page, from the mutation's own error.
      return undefined
    }
  }, [isChanged, base.revision, isPending, mutateAsync, toast, t])
  const isOvertaken = mutation.error instanceof ProblemError && mutation.error.code === 'plan-week-changed'
  // Overtaken is told by the notice about what the other has done.
  return { save, isSaving: isPending, error: isOvertaken ? null : mutation.error }
}
