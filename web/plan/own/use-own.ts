/** The agent's own view. */
import { useQuery } from '@tanstack/react-query'
import type { OwnShift, OwnView } from '../../../src/plan/shifts/own/contract.ts'
import { api } from '../../api.ts'

export type { OwnShift, OwnView }

export function useOwn() {
  return useQuery(api.shifts.own.get.queryOptions({ input: {} }))
}
