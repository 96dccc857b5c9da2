import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../routes.ts'

/** Every part of the house on one page, to be looked at: /design. */
export const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('./living/design-page.tsx'), 'DesignPage'),
})
