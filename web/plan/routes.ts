import { planOverviewRoutes } from './overview/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { trafficRoutes } from './traffic/routes.ts'
import { whatIfRoutes } from './what-if/routes.ts'

export const planRoutes = [
  ...planOverviewRoutes,
  ...trafficRoutes,
  ...whatIfRoutes,
  ...peopleRoutes,
] as const
