import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const interchangeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/import',
  component: lazyRouteComponent(() => import('./interchange-page.tsx'), 'InterchangePage'),
})

export const interchangeRoutes = [interchangeRoute] as const
