import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

/** `/understand/watch` keeps its filters in the address: `state` and `kind`. */
export const watchRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/watch',
    component: lazyRouteComponent(() => import('./watch-page.tsx'), 'WatchPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/understand/watch/alerts',
    component: lazyRouteComponent(() => import('./alerts-page.tsx'), 'AlertsPage'),
  }),
] as const
