import { actualRoutes } from './actual/routes.ts'
import { agentRoutes } from './agents/routes.ts'
import { planOverviewRoutes } from './overview/routes.ts'
import { ownRoutes } from './own/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { requestRoutes } from './requests/routes.ts'
import { shiftPlanRoutes } from './shift-plan/routes.ts'
import { staffingRoutes } from './staffing/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { todayRoutes } from './today/routes.ts'
import { trafficRoutes } from './traffic/routes.ts'
import { waitingRoutes } from './waiting/routes.ts'
import { whatIfRoutes } from './what-if/routes.ts'

export const planRoutes = [
  ...planOverviewRoutes,
  ...trafficRoutes,
  ...staffingRoutes,
  ...todayRoutes,
  ...whatIfRoutes,
  ...peopleRoutes,
  ...ownRoutes,
  ...requestRoutes,
  ...agentRoutes,
  ...templateRoutes,
  ...actualRoutes,
  ...shiftPlanRoutes,
  ...waitingRoutes,
] as const
