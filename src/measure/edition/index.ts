export { loadEdition, setEditionState } from './actions/load.ts'
export { editionRoutes } from './routes.ts'
export type { Edition } from './store/edition-store.ts'
