import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const poolRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/observers',
  component: lazyRouteComponent(() => import('./observers-page.tsx'), 'ObserversPage'),
})

const testRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/observers/test',
  component: lazyRouteComponent(() => import('./briefing-page.tsx'), 'BriefingPage'),
})

const paymentsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/observers/payments',
  component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
})

const observerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/observers/$observerId',
  component: lazyRouteComponent(() => import('./observer-page.tsx'), 'ObserverPage'),
})

export const observersRoutes = [poolRoute, testRoute, paymentsRoute, observerRoute] as const
