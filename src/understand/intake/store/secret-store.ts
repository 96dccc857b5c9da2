import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

/** The organisation's own secret behind customer keys; made when it is first needed, and never changed. */
export async function customerSecret(scope: Scope, db: Db, now: Date): Promise<KeyObject> {
  const { organisationId } = scope
  const find = () =>
    db
      .selectFrom('intake_secret')
      .select('customer_secret')
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst()
  const known = await find()
  if (known) return createSecretKey(known.customer_secret)
  await db
    .insertInto('intake_secret')
    .values({ organisation_id: organisationId, customer_secret: randomBytes(32), created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return createSecretKey((await find())!.customer_secret)
}
