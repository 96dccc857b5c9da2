export { workOnPlans } from './jobs.ts'
export { planningRoutes } from './routes.ts'
export { saveObserver } from './store/observer-store.ts'
export { insertRevision } from './store/plan-store.ts'
