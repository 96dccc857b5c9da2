import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const agentRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/shifts/people',
    component: lazyRouteComponent(() => import('./agents-page.tsx'), 'AgentsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/shifts/people/new',
    component: lazyRouteComponent(() => import('./agent-page.tsx'), 'NewAgentPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/shifts/people/$agentId',
    component: lazyRouteComponent(() => import('./agent-page.tsx'), 'AgentPage'),
  }),
] as const
