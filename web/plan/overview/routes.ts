import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

/** `/plan` keeps the queue and the week in the address: `queue` and `from`. */
export const planOverviewRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan',
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'PlanOverviewPage'),
  }),
] as const
