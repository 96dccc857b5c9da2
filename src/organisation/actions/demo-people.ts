/** The demo world's own organisation, with one person for each role; everything else is built around them. */
import type { Auth } from '../../platform/auth/index.ts'
import { type Db, inTransaction } from '../../platform/database/index.ts'
import { demoPassword, demoSignIns } from '../rules/demo-sign-ins.ts'
import type { Role } from '../rules/roles.ts'
import type { Scope } from '../scope.ts'
import { scopeOfPerson } from '../sign-in-gate.ts'
import { createOrganisation, createPerson } from './founding.ts'

export type DemoOrganisation = {
  readonly organisationId: string
  /** A scope for each role, to act in that person's name. */
  readonly scopes: Readonly<Record<Role, Scope>>
}

const names: Readonly<Record<Role, string>> = {
  organiser: 'Ingrid Solheim',
  observer: 'Jonas Lien',
  participant: 'Marit Aasen',
  manager: 'Henrik Dahl',
  agent: 'Sara Moen',
  editor: 'Anne Berge',
  planner: 'Lars Nygård',
  admin: 'Eva Strand',
}

/**
 * Makes the organisation, its people and whatever `build` adds, in one transaction: a start that is broken
 * off leaves no half world behind. Inside `build` use only the transaction.
 */
export async function seedDemoOrganisation(
  { db, auth, now }: { readonly db: Db; readonly auth: Auth; readonly now: Date },
  build: (trx: Db, demo: DemoOrganisation) => Promise<void> = async () => {},
): Promise<void> {
  const passwordHash = await auth.hashPassword(demoPassword)
  await inTransaction(db, async (trx) => {
    const organisationId = await createOrganisation({ db: trx, now }, { name: 'Lyttemålingen', demo: true })
    const scopes: Partial<Record<Role, Scope>> = {}
    for (const { role, email } of demoSignIns) {
      const person = { name: names[role], email, passwordHash, language: 'nb', roles: [role] } as const
      const personId = await createPerson({ db: trx, now }, organisationId, person)
      scopes[role] = (await scopeOfPerson(trx, { organisationId, personId }, 'demo'))!
    }
    await build(trx, { organisationId, scopes: scopes as Record<Role, Scope> })
  })
}
