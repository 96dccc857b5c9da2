/**
 * A process that writes as fast as it can and acknowledges each write on a line of its own once the
 * database has said yes: `<number>`. It goes on until it is killed.
 */
import { openDatabase } from '../../src/platform/database/index.ts'

const database = await openDatabase({
  dataFolder: process.env.LYTTEPOST_DATA!,
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
})
await database.pool.query(
  'create table if not exists acknowledged (number bigint not null, body text not null)',
)
const { rows } = await database.pool.query<{ last: number }>(
  'select coalesce(max(number), 0) as last from acknowledged',
)
process.stdout.write('ready\n')
for (let number = (rows[0]?.last ?? 0) + 1; ; number++) {
  await database.pool.query('insert into acknowledged (number, body) values ($1, $2)', [
    number,
    'x'.repeat(number % 900),
  ])
  process.stdout.write(`${number}\n`)
}
