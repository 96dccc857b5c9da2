import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const requestRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/shifts/requests',
    component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
  }),
] as const
