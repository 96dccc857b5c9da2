import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'
import { whatIfRoutes } from './what-if/routes.ts'

export const planRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan',
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  }),
  ...whatIfRoutes,
] as const
