/**
 * A migrated database of one's own for a test: in memory from a dump that is made once for each state of the
 * migrations, or, when TEST_DATABASE_URL names a PostgreSQL server, copied there from a template made once.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openInMemory } from '../../src/platform/database/embedded.ts'
import { migrate, type OpenDatabase, openDatabase, openOver } from '../../src/platform/database/index.ts'
import { migrationsFolder, readMigrations } from '../../src/platform/database/migrate.ts'
import { installJobs } from '../../src/platform/jobs/index.ts'

const projectFolder = join(import.meta.dirname, '../..')
const cacheFolder = join(projectFolder, '.cache')

/** The server that the tests run on; absent means the embedded store. */
export const testServerUrl: string | undefined = process.env.TEST_DATABASE_URL || undefined

/**
 * An empty, migrated database that nobody else uses. Close it; on a server it is dropped then.
 *
 * @example const database = await freshDatabase(); … await database.close()
 */
export function freshDatabase(): Promise<OpenDatabase> {
  return testServerUrl === undefined ? freshInMemory() : freshOnServer(testServerUrl)
}

/** Changes whenever a prepared database could be of another shape. */
function stateOfMigrations(): string {
  const hash = createHash('sha256').update(readFileSync(join(projectFolder, 'package-lock.json')))
  for (const { name, checksum } of readMigrations(migrationsFolder)) hash.update(`${name} ${checksum}\n`)
  return hash.digest('hex').slice(0, 16)
}

async function freshInMemory(): Promise<OpenDatabase> {
  const store = await openInMemory(await migratedDump())
  return openOver(store.pool, {
    kind: 'embedded',
    connectionString: store.connectionString,
    close: store.close,
  })
}

async function migratedDump(): Promise<ArrayBuffer> {
  const file = join(cacheFolder, `store-${stateOfMigrations()}.tar`)
  try {
    return new Uint8Array(readFileSync(file)).buffer
  } catch {
    return makeDump(file)
  }
}

async function makeDump(file: string): Promise<ArrayBuffer> {
  const store = await openInMemory()
  await prepare(store.pool)
  const dump = await store.dump()
  await store.close()
  mkdirSync(cacheFolder, { recursive: true })
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, new Uint8Array(dump))
  renameSync(aside, file)
  removeOtherDumps(file)
  return dump
}

/** Those of earlier states of the migrations; each is some 40 MB. */
function removeOtherDumps(file: string): void {
  for (const name of readdirSync(cacheFolder)) {
    if (/^store-.*\.tar$/.test(name) && join(cacheFolder, name) !== file)
      rmSync(join(cacheFolder, name), { force: true })
  }
}

async function prepare(pool: pg.Pool): Promise<void> {
  await migrate(pool)
  await installJobs(pool)
}

/** How the names of a test run's databases begin: a worker is a child of the run. */
const databasesOfRun = (processId: number) => `lyttepost_test_${processId}_`

/** After a run, on the run's own process: what its workers had open to the end is dropped. */
export async function dropDatabasesOfRun(): Promise<void> {
  if (testServerUrl === undefined) return
  await onServer(testServerUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [databasesOfRun(process.pid)],
    )
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  })
}

async function freshOnServer(serverUrl: string): Promise<OpenDatabase> {
  const template = await migratedTemplate(serverUrl)
  const name = `${databasesOfRun(process.ppid)}${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template}`))
  const database = await openDatabase({
    databaseUrl: otherDatabase(serverUrl, name),
    dataFolder: '',
    databasePool: 10,
  })
  const close = async () => {
    await database.pool.end()
    await onServer(serverUrl, (client) => client.query(`drop database ${name} with (force)`))
  }
  return openOver(database.pool, { kind: 'server', connectionString: database.connectionString, close })
}

/** The name of the template, made under a lock when it is not there. */
function migratedTemplate(serverUrl: string): Promise<string> {
  const template = `lyttepost_template_${stateOfMigrations()}`
  return onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(7246170002)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) await makeTemplate(client, { serverUrl, template })
    return template
  })
}

/** Made under another name and renamed at the end, so that a broken-off one is never taken for it. */
async function makeTemplate(
  client: pg.Client,
  place: { serverUrl: string; template: string },
): Promise<void> {
  const making = `${place.template}_making`
  await client.query(`drop database if exists ${making} with (force)`)
  await client.query(`create database ${making}`)
  const pool = new pg.Pool({ connectionString: otherDatabase(place.serverUrl, making), max: 2 })
  await prepare(pool)
  await pool.end()
  await client.query(`alter database ${making} rename to ${place.template}`)
}

function otherDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.toString()
}

async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
