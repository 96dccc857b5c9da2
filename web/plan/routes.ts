import { planOverviewRoutes } from './overview/routes.ts'
import { shiftPlanRoutes } from './shift-plan/routes.ts'
import { whatIfRoutes } from './what-if/routes.ts'

export const planRoutes = [...planOverviewRoutes, ...shiftPlanRoutes, ...whatIfRoutes] as const
