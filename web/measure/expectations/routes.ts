import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

export const expectationRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/measure/editions/$editionId/expectations',
    component: lazyRouteComponent(() => import('./expectations-page.tsx'), 'ExpectationsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/measure/editions/$editionId/expectations/points',
    component: lazyRouteComponent(() => import('./points-page.tsx'), 'PointsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/observe/survey/$editionId',
    component: lazyRouteComponent(() => import('../../observe/survey-page.tsx'), 'SurveyPage'),
  }),
] as const
