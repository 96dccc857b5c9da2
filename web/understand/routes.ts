/** The pages of Understand. A feature adds its own array of routes here, in one line. */
import { answerRoutes } from './answers/routes.ts'
import { curateRoutes } from './curate/routes.ts'
import { improvementRoutes } from './improvements/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { watchRoutes } from './watch/routes.ts'

export const understandRoutes = [
  ...overviewRoutes,
  ...curateRoutes,
  ...intakeRoutes,
  ...answerRoutes,
  ...improvementRoutes,
  ...watchRoutes,
] as const
