import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const insightRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/insight',
  component: lazyRouteComponent(() => import('./insight-page.tsx'), 'InsightPage'),
})

export const insightRoutes = [insightRoute] as const
