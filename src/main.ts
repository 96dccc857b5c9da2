/** Starts the server: settings, database, migrations, demo world when the store is empty, then listening. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import { seedDemoWorld } from './demo/index.ts'
import { demoPassword, demoSignIns, hasDemoOrganisation, hasNoOrganisation } from './organisation/index.ts'
import { type Config, ConfigError, readConfig } from './platform/config/index.ts'
import { FolderInUse, MigrationError, migrate, openDatabase } from './platform/database/index.ts'
import { serve } from './platform/http/index.ts'
import { startJobs } from './platform/jobs/index.ts'
import { createLog, type Log } from './platform/log/index.ts'

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

type Running = { readonly address: string; readonly demo: boolean; readonly stop: () => Promise<void> }

async function start(config: Config, log: Log): Promise<Running> {
  const database = await openDatabase(config)
  const applied = await migrate(database.pool)
  log.info({ applied }, 'database open')
  const jobs = await startJobs(database, (error) => log.error({ err: error }, 'jobs'))
  const { version } = JSON.parse(readFileSync(project('package.json'), 'utf8')) as { version: string }
  const app = createApp({ config, database, jobs, log, version, webFolder: project('dist/web') })
  const world = { db: database.db, auth: app.auth, now: new Date() }
  if (config.demo && (await hasNoOrganisation(database.db))) await seedDemoWorld(world)
  const listening = await serve(app.fetch, config)
  return {
    address: config.publicUrl,
    demo: await hasDemoOrganisation(database.db),
    async stop() {
      await listening.close()
      app.close()
      await jobs.stop()
      await database.close()
    },
  }
}

function announce({ address, demo }: Running): void {
  console.log(`Lyttepost: ${address}`)
  if (!demo) return
  console.log(`Demo sign-ins, password ${demoPassword}:`)
  for (const { role, email } of demoSignIns) console.log(`  ${role.padEnd(12)}${email}`)
}

/** A first signal lets running work finish; a second one does not wait. */
function stopOnSignal(running: Running, log: Log): void {
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    running.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'stopped badly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** What a person can mend is told in a sentence; anything else is a fault and keeps its trace. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof FolderInUse || error instanceof MigrationError) {
    return error.message
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken. Choose another one: PORT=4001 npm start'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

try {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const running = await start(config, log)
  announce(running)
  stopOnSignal(running, log)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}
