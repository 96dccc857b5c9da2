import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const trendRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/trend',
  component: lazyRouteComponent(() => import('./trend-page.tsx'), 'TrendPage'),
})

export const trendRoutes = [trendRoute] as const
