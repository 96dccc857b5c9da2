/** After a change everything that was read of traffic is read again; forecasts are made anew by themselves. */
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useToast } from '../../design/toast.tsx'

/** What a mutation does when it has gone well: reads again, says so, and goes on. */
export function useAfterChange(): (
  text: string,
  onDone?: () => void,
) => { readonly onSuccess: () => Promise<void> } {
  const queries = useQueryClient()
  const toast = useToast()
  return (text, onDone) => ({
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.traffic.key() })
      toast({ text })
      onDone?.()
    },
  })
}
