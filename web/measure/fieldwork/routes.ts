import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const fieldworkRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/fieldwork',
  component: lazyRouteComponent(() => import('./fieldwork-page.tsx'), 'FieldworkPage'),
})

const reviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/review',
  component: lazyRouteComponent(() => import('./review-page.tsx'), 'ReviewPage'),
})

export const fieldworkRoutes = [fieldworkRoute, reviewRoute] as const
