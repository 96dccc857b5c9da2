export { type ObserverLimits, observerLimits, refuseUnfit, setCustomers } from './actions/door.ts'
export { observersRoutes } from './routes.ts'
export { replaceAbsences } from './store/profile-store.ts'
