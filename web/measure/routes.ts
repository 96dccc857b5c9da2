/** The pages of Measure. A feature adds its own array of routes here, in one line. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'
import { appealsRoutes } from './appeals/routes.ts'
import { editionRoutes } from './edition/routes.ts'
import { expectationRoutes } from './expectations/routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { fieldworkRoutes } from './fieldwork/routes.ts'
import { insightRoutes } from './insight/routes.ts'
import { interchangeRoutes } from './interchange/routes.ts'
import { observersRoutes } from './observers/routes.ts'
import { participantsRoutes } from './participants/routes.ts'
import { planningRoutes } from './planning/routes.ts'
import { practiceRoutes } from './practice/routes.ts'
import { qualityRoutes } from './quality/routes.ts'
import { reportsRoutes } from './reports/routes.ts'
import { resultsRoutes } from './results/routes.ts'
import { trendRoutes } from './trend/routes.ts'

const measureRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure',
  component: lazyRouteComponent(() => import('./measure-page.tsx'), 'MeasurePage'),
})

export const measureRoutes = [
  measureRoute,
  ...editionRoutes,
  ...interchangeRoutes,
  ...participantsRoutes,
  ...planningRoutes,
  ...observersRoutes,
  ...fieldworkRoutes,
  ...resultsRoutes,
  ...reportsRoutes,
  ...qualityRoutes,
  ...appealsRoutes,
  ...insightRoutes,
  ...trendRoutes,
  ...practiceRoutes,
  ...expectationRoutes,
  ...feedbackRoutes,
] as const
