/** A yes or a no, whatever it is to; says what was done, and goes on. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../../api.ts'
import { useToast } from '../../design/toast.tsx'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { WaitingItem } from './waiting-items.ts'

export type Choices = {
  readonly answer: string
  readonly openShifts: boolean
  readonly acceptFindings: boolean
}
type Decision = Choices & { readonly state: 'approved' | 'refused' }

export function useDecision(item: WaitingItem, onDecided: () => void) {
  const t = useTexts(shiftRequestTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const decision = useMutation({
    mutationFn: async ({ state, answer, openShifts, acceptFindings }: Decision): Promise<void> => {
      if (item.kind === 'swap')
        await client.shifts.swaps.decide({ swapId: item.id, state, answer, acceptFindings })
      else await client.shifts.absences.decide({ absenceId: item.id, state, answer, openShifts })
    },
    onSuccess: async (_, { state }) => {
      const name = item.kind === 'swap' ? item.swap.from.name : item.absence.agent
      toast({ text: item.kind === 'cover' ? t('decide.done.cover') : t(`decide.done.${state}`, { name }) })
      onDecided()
      await queries.invalidateQueries({ queryKey: api.shifts.key() })
    },
  })
  return {
    isPending: decision.isPending,
    error: decision.error,
    decide: (state: Decision['state'], choices: Choices) => decision.mutate({ state, ...choices }),
  }
}
