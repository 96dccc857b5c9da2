import { planOverviewRoutes } from './overview/routes.ts'
import { trafficRoutes } from './traffic/routes.ts'
import { whatIfRoutes } from './what-if/routes.ts'

export const planRoutes = [...planOverviewRoutes, ...trafficRoutes, ...whatIfRoutes] as const
