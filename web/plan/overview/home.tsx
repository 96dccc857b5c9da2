/** The home page's place for Plan: will we answer next week? */
import { useQuery } from '@tanstack/react-query'
import type { PlanOverview } from '../../../src/plan/staffing/contract.ts'
import { api } from '../../api.ts'
import type { HomeCards } from '../../home/slots.ts'
import { useFinding } from './use-finding.ts'

function Headline() {
  const { data } = useQuery(api.staffing.overview.queryOptions({ input: {} }))
  const finding = useFinding(data as PlanOverview | undefined)
  return data ? <p className="lp-number">{finding}</p> : null
}

export const planHome: HomeCards = {
  loop: { plan: { id: 'plan-overview', roles: ['manager', 'planner', 'admin'], component: Headline } },
}
