export { forgetOldRequests } from './actions/requests.ts'
export { workOnShifts } from './jobs.ts'
export { shiftsRoutes } from './routes.ts'
export { growUp } from './store/agent-store.ts'
