import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** Reads everything about participants anew after something has changed. */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: api.participants.key() }),
      queries.invalidateQueries({ queryKey: api.edition.key() }),
      queries.invalidateQueries({ queryKey: api.planning.key() }),
    ])
  }
}
