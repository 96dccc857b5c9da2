/**
 * kill -9 during a stream of acknowledged writes, twenty times on each database: what was lost? Plain rows first,
 * then forms that an observer hands in to a running server.
 * `TEST_DATABASE_URL=postgres://… npm run bench durability`
 */
import { seededRandom } from '../src/kernel/random.ts'
import { killTrials } from '../tests/durability/kill-trials.ts'
import { plainRows, storeWriter, submissions } from '../tests/durability/store-writer.ts'

const kills = Number(process.argv[2] ?? 20)
const server = process.env.TEST_DATABASE_URL
const stores = [
  { name: 'embedded store', url: undefined },
  ...(server ? [{ name: 'PostgreSQL', url: server }] : []),
]
if (!server) console.error('TEST_DATABASE_URL is not set: PostgreSQL is LEFT OUT')

const kinds = [
  { what: 'rows', writes: plainRows },
  { what: 'forms', writes: submissions },
]

for (const { what, writes } of kinds) {
  for (const { name, url } of stores) {
    const writer = await storeWriter(writes, url)
    const { acknowledged, lost, doubled } = await killTrials(writer, kills, seededRandom(name))
    await writer.remove()
    console.log(
      `${name}, ${what}: ${kills} kills, ${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled`,
    )
    if (lost.length + doubled.length > 0) process.exitCode = 1
  }
}
