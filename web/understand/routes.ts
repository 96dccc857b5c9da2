import { answerRoutes } from './answers/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { overviewRoutes } from './overview/routes.ts'

export const understandRoutes = [...overviewRoutes, ...intakeRoutes, ...answerRoutes] as const
