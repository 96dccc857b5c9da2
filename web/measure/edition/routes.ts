import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const editionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions',
  component: lazyRouteComponent(() => import('./editions-page.tsx'), 'EditionsPage'),
})

const editionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId',
  component: lazyRouteComponent(() => import('./edition-page.tsx'), 'EditionPage'),
})

const methodRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/method',
  component: lazyRouteComponent(() => import('./method-page.tsx'), 'MethodPage'),
})

export const editionRoutes = [editionsRoute, editionRoute, methodRoute] as const
