export { loadEdition, setEditionState } from './actions/load.ts'
export { editionRoutes } from './routes.ts'
export { type Edition, listEditions } from './store/edition-store.ts'
