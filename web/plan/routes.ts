import { planOverviewRoutes } from './overview/routes.ts'
import { whatIfRoutes } from './what-if/routes.ts'

export const planRoutes = [...planOverviewRoutes, ...whatIfRoutes] as const
