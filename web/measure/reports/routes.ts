import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../routes.ts'

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/reports',
  component: lazyRouteComponent(() => import('./reports-page.tsx'), 'ReportsPage'),
})

const reportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure/editions/$editionId/report/$participantId',
  component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
})

export const reportsRoutes = [listRoute, reportRoute] as const
