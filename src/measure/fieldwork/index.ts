export { fieldworkRoutes } from './routes.ts'
