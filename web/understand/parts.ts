/** The parts of Understand, in the order of the menu. A feature adds its own line. */
import type { Role } from '../../src/organisation/rules/roles.ts'
import type { PathTarget } from '../design/path-target.ts'

export type UnderstandPart = {
  readonly id:
    | 'overview'
    | 'priority'
    | 'curate'
    | 'answers'
    | 'find'
    | 'improvements'
    | 'suggestions'
    | 'channels'
    | 'demand'
    | 'watch'
    | 'intake'
  readonly to: PathTarget['to']
  /** Who finds it in the menu; everybody with Understand unless said. */
  readonly roles?: readonly Role[]
}

export const understandParts: readonly UnderstandPart[] = [
  { id: 'overview', to: '/understand', roles: ['manager', 'agent', 'editor', 'planner', 'admin'] },
  { id: 'priority', to: '/understand/priority', roles: ['manager', 'editor', 'planner', 'admin'] },
  { id: 'curate', to: '/understand/curate', roles: ['manager', 'editor', 'admin'] },
  { id: 'answers', to: '/understand/answers', roles: ['agent', 'editor', 'manager', 'admin'] },
  { id: 'find', to: '/understand/find', roles: ['agent', 'editor', 'manager', 'admin'] },
  { id: 'channels', to: '/understand/channels', roles: ['manager', 'editor', 'planner', 'admin'] },
  { id: 'demand', to: '/understand/demand', roles: ['manager', 'agent', 'editor', 'admin'] },
  { id: 'intake', to: '/understand/intake' },
]
