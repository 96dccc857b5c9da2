export { listPublicChanges } from './actions/changes.ts'
export { workOnAppeals } from './jobs.ts'
export { appealsRoutes } from './routes.ts'
