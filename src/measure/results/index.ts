export { currentResults } from './actions/current-results.ts'
export { resultsRoutes } from './routes.ts'
export { listScored, type ScoredSubmission } from './store/scored-store.ts'
export { listParticipantNames } from './store/viewer-store.ts'
