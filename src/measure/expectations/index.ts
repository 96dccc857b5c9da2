export { expectationsRoutes } from './routes.ts'
