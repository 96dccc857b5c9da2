/** The parts of Plan, in the order of the menu. A feature adds its own line. */
import type { Role } from '../../src/organisation/rules/roles.ts'
import type { PathTarget } from '../design/path-target.ts'

export type PlanPart = {
  readonly id:
    | 'overview'
    | 'traffic'
    | 'staffing'
    | 'shifts'
    | 'today'
    | 'whatIf'
    | 'people'
    | 'waiting'
    | 'own'
  readonly to: PathTarget['to']
  /** Who finds it in the menu; everybody with Plan unless said. */
  readonly roles?: readonly Role[]
}

export const planParts: readonly PlanPart[] = [
  { id: 'own', to: '/plan/own', roles: ['agent'] },
  { id: 'overview', to: '/plan' },
  { id: 'traffic', to: '/plan/traffic', roles: ['manager', 'editor', 'planner', 'admin'] },
  { id: 'staffing', to: '/plan/staffing', roles: ['manager', 'planner', 'admin'] },
  { id: 'shifts', to: '/plan/shifts', roles: ['manager', 'planner', 'admin'] },
  { id: 'today', to: '/plan/today', roles: ['agent', 'manager', 'editor', 'planner', 'admin'] },
  { id: 'whatIf', to: '/plan/what-if', roles: ['manager', 'planner', 'admin'] },
  { id: 'people', to: '/plan/people', roles: ['manager', 'planner', 'admin'] },
  { id: 'waiting', to: '/plan/waiting', roles: ['manager', 'editor', 'planner', 'admin'] },
]
