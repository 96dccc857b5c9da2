/** The pages of Understand. A feature adds its own array of routes here, in one line. */
import { answerRoutes } from './answers/routes.ts'
import { curateRoutes } from './curate/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { overviewRoutes } from './overview/routes.ts'

export const understandRoutes = [
  ...overviewRoutes,
  ...curateRoutes,
  ...intakeRoutes,
  ...answerRoutes,
] as const
