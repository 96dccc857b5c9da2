export { headcountRoutes } from './routes.ts'
