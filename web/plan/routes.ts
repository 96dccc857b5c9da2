import { planOverviewRoutes } from './overview/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { whatIfRoutes } from './what-if/routes.ts'

export const planRoutes = [...planOverviewRoutes, ...whatIfRoutes, ...peopleRoutes] as const
