/** The pages of Measure. A feature adds its own array of routes here, in one line. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../routes.ts'
import { editionRoutes } from './edition/routes.ts'
import { fieldworkRoutes } from './fieldwork/routes.ts'
import { insightRoutes } from './insight/routes.ts'
import { participantsRoutes } from './participants/routes.ts'
import { planningRoutes } from './planning/routes.ts'
import { resultsRoutes } from './results/routes.ts'

const measureRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/measure',
  component: lazyRouteComponent(() => import('./measure-page.tsx'), 'MeasurePage'),
})

export const measureRoutes = [
  measureRoute,
  ...editionRoutes,
  ...participantsRoutes,
  ...planningRoutes,
  ...fieldworkRoutes,
  ...resultsRoutes,
  ...insightRoutes,
] as const
