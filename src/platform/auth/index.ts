export { type Auth, type Credentials, createAuth, type Origin, type Session } from './auth.ts'
