import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

/** `/plan/waiting` keeps in the address: `queue`, `weeks`, `days` to come back in, and what the week `show`s. */
export const waitingRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/waiting',
    component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
  }),
] as const
