export { workOnReports } from './jobs.ts'
export { reportsRoutes } from './routes.ts'
