/**
 * Accounts, written with our own SQL so that one can be made in the transaction that needs it. The rows are
 * the ones that better-auth reads: a user, and its password under the provider `credential`.
 */
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../database/index.ts'

declare module '../database/index.ts' {
  interface Tables {
    sign_in_user: { id: string; name: string; email: string; email_verified: boolean }
    sign_in_account: {
      id: string
      user_id: string
      account_id: string
      provider_id: string
      password: string | null
    }
  }
}

export type NewAccount = {
  readonly name: string
  readonly email: string
  /** From `auth.hashPassword`. */
  readonly passwordHash: string
}

/** The account of an e-mail, if there is one. */
export async function findAccount(db: Db, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sign_in_user')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  return row?.id
}

/** Makes the account unless its e-mail has one, whose password then stays. Answers its id. */
export async function ensureAccount(db: Db, account: NewAccount): Promise<string> {
  const id = newId()
  const made = await db
    .insertInto('sign_in_user')
    .values({ id, name: account.name, email: account.email.toLowerCase(), email_verified: true })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return (await findAccount(db, account.email))!
  await db
    .insertInto('sign_in_account')
    .values({
      id: newId(),
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password: account.passwordHash,
    })
    .execute()
  return id
}
