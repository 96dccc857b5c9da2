import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

/** The opened queue is kept in the address, and what is taken for granted: `queue`, `callback`, `message`. */
export const todayRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/today',
    component: lazyRouteComponent(() => import('./today-page.tsx'), 'TodayPage'),
  }),
] as const
