export { currentResults } from './actions/current-results.ts'
/** The one way to what observers and agents wrote: nobody's name comes out of it (M6.7). */
export { listMaskedTexts, type MaskedTexts } from './actions/masked-texts.ts'
export { methodWords } from './actions/read-results.ts'
export { findViewer, isOwn, isVisible, type Viewer } from './actions/viewer.ts'
export { resultsRoutes } from './routes.ts'
export { readScoredState } from './store/result-store.ts'
export { listFirstAttempts, listScored, type ScoredSubmission } from './store/scored-store.ts'
export { listParticipantNames } from './store/viewer-store.ts'
