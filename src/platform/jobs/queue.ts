/** pg-boss over our own pool. It knows the queue; progress and cancel wishes are kept in `job_progress`. */
import type pg from 'pg'
import { type Db as BossDatabase, type ConstructorOptions, PgBoss } from 'pg-boss'

/** A worker that has been silent for so long is dead, and its job is tried again. */
const heartbeatSeconds = 20
const watchSeconds = 10

export const queueOptions = {
  heartbeatSeconds,
  retryLimit: 2,
  retryDelay: 1,
  expireInSeconds: 6 * 3600,
} as const

/** A stopped boss over the pool; the pool stays open when it stops. */
export function bossOver(pool: pg.Pool, options: ConstructorOptions = {}): PgBoss {
  return new PgBoss({
    db: overPool(pool),
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
    maintenanceIntervalSeconds: 3600,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    ...options,
  })
}

/** Makes or updates the queue's own tables. Safe to call from several processes at once. */
export async function installJobs(pool: pg.Pool): Promise<void> {
  const boss = bossOver(pool, { supervise: false })
  await boss.start()
  await boss.stop({ graceful: false })
}

/**
 * pg-boss sends whole transactions as one text. When one fails in the middle it leaves the session inside
 * it, which on the embedded store's only session would break every later query; so it is rolled back here.
 */
function overPool(pool: pg.Pool): BossDatabase {
  return {
    executeSql: async (text, values) => {
      const client = await pool.connect()
      try {
        return await client.query(text, values)
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
  }
}
