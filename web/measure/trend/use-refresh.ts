import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** After a change of ties, declarations or earlier figures every series may be another one. */
export function useRefreshTrend(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: api.trend.key() })
    await queries.invalidateQueries({ queryKey: api.practice.key() })
  }
}
