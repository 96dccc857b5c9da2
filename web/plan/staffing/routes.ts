import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

/** All keep the queue and the week in the address, `queue` and `from`; the week also the interval: `day` and `time`. */
export const staffingRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/staffing',
    component: lazyRouteComponent(() => import('./staffing-page.tsx'), 'StaffingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/staffing/targets',
    component: lazyRouteComponent(() => import('./targets-page.tsx'), 'TargetsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/staffing/shrinkage',
    component: lazyRouteComponent(() => import('./shrinkage-page.tsx'), 'ShrinkagePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plan/staffing/calculator',
    component: lazyRouteComponent(() => import('./calculator-page.tsx'), 'CalculatorPage'),
  }),
] as const
