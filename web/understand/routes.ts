import { overviewRoutes } from './overview/routes.ts'

export const understandRoutes = [...overviewRoutes] as const
