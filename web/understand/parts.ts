/** The parts of Understand, in the order of the menu. A feature adds its own line. */
import type { Role } from '../../src/organisation/rules/roles.ts'
import type { PathTarget } from '../design/path-target.ts'

export type UnderstandPart = {
  readonly id: 'overview' | 'intake'
  readonly to: PathTarget['to']
  /** Who finds it in the menu; everybody with Understand unless said. */
  readonly roles?: readonly Role[]
}

export const understandParts: readonly UnderstandPart[] = [
  { id: 'overview', to: '/understand' },
  { id: 'intake', to: '/understand/intake' },
]
