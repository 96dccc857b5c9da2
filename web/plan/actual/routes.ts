import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const actualRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/shifts/actual',
    component: lazyRouteComponent(() => import('./actual-page.tsx'), 'ActualPage'),
  }),
] as const
