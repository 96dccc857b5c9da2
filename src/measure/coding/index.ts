export { askForCoding } from './actions/ask-coding.ts'
export { type CodedPair, listCodings } from './actions/list-codings.ts'
export { codingRoutes } from './routes.ts'
export { findCodings, type StoredCoding } from './store/coding-store.ts'
