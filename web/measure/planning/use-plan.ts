import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Plan } from '../../../src/measure/planning/contract.ts'
import { api } from '../../api.ts'

export type MadePlan = NonNullable<Plan['plan']>

export function usePlan(editionId: string) {
  return useQuery(api.planning.get.queryOptions({ input: { editionId } }))
}

/** Reads everything that hangs on the plan anew after it has changed. */
export function useRefreshPlan(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(
      [api.planning, api.edition, api.participants, api.fieldwork].map((feature) =>
        queries.invalidateQueries({ queryKey: feature.key() }),
      ),
    )
  }
}

/** Names by id, of participants and observers alike. */
export function namesOf({ names }: Pick<Plan, 'names'>): ReadonlyMap<string, string> {
  return new Map([...names.participants, ...names.observers].map(({ id, name }) => [id, name]))
}
