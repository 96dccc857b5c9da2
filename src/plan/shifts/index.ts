export { forgetOldRequests } from './actions/requests.ts'
export { shiftsRoutes } from './routes.ts'
export { growUp } from './store/agent-store.ts'
