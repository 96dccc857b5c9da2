export { readImprovements } from './actions/read.ts'
export { improvementsRoutes } from './routes.ts'
