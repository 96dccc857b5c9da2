export { workOnSimulations } from './jobs.ts'
export { simulationRoutes } from './routes.ts'
