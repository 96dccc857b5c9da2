export { improvementsRoutes } from './routes.ts'
