import { useQuery } from '@tanstack/react-query'
import type { AgentFields, AgentList, AgentView } from '../../../src/plan/shifts/people/contract.ts'
import { api } from '../../api.ts'

export type { AgentFields, AgentList, AgentView }

export function useAgents() {
  return useQuery(api.shifts.agents.list.queryOptions({ input: {} }))
}

export type Employment = 'now' | 'later' | 'ended'

/** Whether somebody can be set up on a day. */
export function employmentOn({ validFrom, validTo }: AgentView, today: string): Employment {
  if (validTo !== null && validTo < today) return 'ended'
  return validFrom > today ? 'later' : 'now'
}
