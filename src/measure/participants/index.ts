export { toFound } from './actions/discover.ts'
export type { Found } from './contract.ts'
export { workOnDiscovery } from './jobs.ts'
export type { Fetched, PageSource } from './page-reader/fetched.ts'
export { readSite } from './page-reader/read-site.ts'
export { webSource } from './page-reader/web-source.ts'
export { participantsRoutes } from './routes.ts'
export { saveCheck } from './store/check-store.ts'
export {
  insertParticipants,
  listParticipants,
  type StoredParticipant,
  updateParticipant,
} from './store/participant-store.ts'
