import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** Everything that hangs on observers is read anew. */
export function useRefreshObservers(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(
      [api.observers, api.planning, api.fieldwork].map((feature) =>
        queries.invalidateQueries({ queryKey: feature.key() }),
      ),
    )
  }
}
