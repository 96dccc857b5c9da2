export { resultsRoutes } from './routes.ts'
