/** What is stored about one customer: found, handed out, deleted. The name is made a key and goes no further. */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { markFiguresOld } from '../../overview/index.ts'
import { countOfCustomer, eraseCustomer, listOfCustomer } from '../store/customer-store.ts'
import { customerSecret } from '../store/secret-store.ts'
import { customerKey } from './open-door.ts'

type Named = { readonly customer: string }

/** @throws AppError invalid-input when nobody is named */
async function keyOf({ scope, db, now }: Context, { customer }: Named): Promise<string> {
  const key = customerKey({ customerSecret: await customerSecret(scope, db, now) }, customer)
  if (key === null) throw new AppError('invalid-input', {}, [{ code: 'nobody-named', path: 'customer' }])
  return key
}

export async function findCustomer(context: Context, named: Named) {
  const key = await keyOf(context, named)
  return { customerKey: key, ...(await countOfCustomer(context.scope, context.db, key)) }
}

/** A file for the one who asks for access (GDPR article 15), masked as it is stored. */
export async function exportCustomer(context: Context, named: Named): Promise<File> {
  const { scope, db, now } = context
  const key = await keyOf(context, named)
  const enquiries = await listOfCustomer(scope, db, key)
  const subject = { kind: 'customer', id: key.slice(0, 12) }
  await recordAudit(context, { action: 'customer.exported', subject, detail: { rows: enquiries.length } })
  const body = JSON.stringify({ exportedAt: now.toISOString(), customerKey: key, enquiries }, null, 2)
  return new File([body], `customer-${key.slice(0, 8)}.json`, { type: 'application/json' })
}

/** Texts and key go (GDPR article 17); the rows stay as counts, and no later delivery brings the texts back. */
export async function eraseOfCustomer(context: Context, named: Named) {
  const key = await keyOf(context, named)
  return inTransaction(context.db, async (trx) => {
    const rows = await eraseCustomer(context.scope, trx, key, context.now)
    // Cases are told by the key; no counter of deliveries shows that it has gone.
    await markFiguresOld(context.scope, trx)
    const subject = { kind: 'customer', id: key.slice(0, 12) }
    await recordAudit(context, { action: 'customer.erased', subject, detail: { rows } }, trx)
    return { rows }
  })
}
