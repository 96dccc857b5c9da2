export {
  appealContact,
  excludeAppealed,
  finaliseContacts,
  lockContacts,
  type SettledScore,
  settleContact,
} from './actions/settle.ts'
export { fieldworkRoutes } from './routes.ts'
export { type FieldContact, findContact } from './store/contact-store.ts'
/** Every version of what was handed in, its transcript unmasked: whoever shows it to a participant masks it first. */
export { listSubmissions, type StoredSubmission } from './store/submission-store.ts'
