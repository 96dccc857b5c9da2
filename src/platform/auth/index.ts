export { ensureAccount, findAccount, type NewAccount } from './account-store.ts'
export { type Auth, type Credentials, createAuth, type Origin, type Session } from './auth.ts'
export { countAttempt } from './guard-store.ts'
export type { LockOut } from './lock-out.ts'
