import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'

export const planRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan',
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  }),
] as const
