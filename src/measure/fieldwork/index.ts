export { fieldworkRoutes } from './routes.ts'
/** Every version of what was handed in, its transcript unmasked: whoever shows it to a participant masks it first. */
export { listSubmissions, type StoredSubmission } from './store/submission-store.ts'
