/** Starts the server, says where it is, and stops it when asked to. */
import { demoPassword, demoSignIns } from './organisation/index.ts'
import { ConfigError, readConfig } from './platform/config/index.ts'
import { FolderInUse, MigrationError } from './platform/database/index.ts'
import { createLog, type Log } from './platform/log/index.ts'
import { type Running, startServer } from './server.ts'

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
  const running = await startServer(config, log)
  announce(running)
  stopOnSignal(running, log)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}
