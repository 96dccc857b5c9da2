/**
 * Transactions, and the guard around them: inside one, a query on the outer database is refused at once.
 * On the embedded store it would wait for ever (the transaction holds the only session); on a server it
 * would silently be outside the transaction.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db } from './index.ts'

const running = new AsyncLocalStorage<{ open: boolean }>()

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws. Called with a
 * transaction, it joins it. Use only the `trx` that is handed in.
 *
 * @example await inTransaction(db, (trx) => trx.insertInto('edition').values(row).execute())
 */
export async function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db)
  return db.transaction().execute(async (trx) => {
    const state = { open: true }
    try {
      return await running.run(state, () => work(trx))
    } finally {
      state.open = false
    }
  })
}

/** @throws Error when called from inside a transaction that is still open */
export function refuseInsideTransaction(): void {
  if (running.getStore()?.open) {
    throw new Error(
      'A query on the outer database inside a transaction: use the trx that inTransaction hands you.',
    )
  }
}
