export { closeImported, loadEdition, setEditionState } from './actions/load.ts'
export { saveMethod } from './actions/method.ts'
export { editionRoutes } from './routes.ts'
export { type Edition, listEditions } from './store/edition-store.ts'
