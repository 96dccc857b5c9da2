import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

/** The queue, the span and the opened day are kept in the address: `queue`, `from`, `to`, `per`, `day`, `at`. */
export const trafficRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/traffic',
    component: lazyRouteComponent(() => import('./traffic-page.tsx'), 'TrafficPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/traffic/causes',
    component: lazyRouteComponent(() => import('./causes/causes-page.tsx'), 'CausesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/traffic/queues',
    component: lazyRouteComponent(() => import('./queues/queues-page.tsx'), 'QueuesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/traffic/counts',
    component: lazyRouteComponent(() => import('./counts/counts-page.tsx'), 'CountsPage'),
  }),
] as const
