import { type Role, roles } from './roles.ts'

/** The open password of the demo world. Organisations that are not marked as demo never get it. */
export const demoPassword = 'lyttepost-demo'

/** One sign-in a role, the same in every demo world. */
export const demoSignIns: readonly { readonly role: Role; readonly email: string }[] = roles.map((role) => ({
  role,
  email: `${role}@demo.lyttepost.no`,
}))
