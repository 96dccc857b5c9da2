/** `lyttepost serve`: starts the server, says where it is, and stops it when asked to. */
import { buildPages } from '../build-pages.ts'
import { type Config, printConfig, readConfig } from '../platform/config/index.ts'
import { openDatabase } from '../platform/database/index.ts'
import { createLog, type Log } from '../platform/log/index.ts'
import type { Running } from '../server.ts'
import { explainRefusal } from './explain-refusal.ts'
import { type CliIo, exitCode } from './io.ts'

const usage = `lyttepost serve

Starts the server and runs until it is stopped. Its settings come from the environment (PORT, DATABASE_URL,
LYTTEPOST_DATA …); docs/guide/en/operation.md lists them all.
`

export async function serveCommand(args: string[], io: CliIo): Promise<number> {
  if (args.length > 0) {
    const help = args[0] === '--help' || args[0] === '-h'
    ;(help ? io.stdout : io.stderr).write(usage)
    return help ? exitCode.done : exitCode.usage
  }
  try {
    const config = readConfig()
    const log = createLog(config.logLevel)
    log.info({ settings: printConfig(config).split('\n') }, 'settings')
    const running = await start(config, log)
    announce(running, io)
    await stoppedBySignal(running, log)
    return exitCode.done
  } catch (error) {
    io.stderr.write(`${explainRefusal(error)}\n`)
    return exitCode.refused
  }
}

/** While the house is read, the store opens in a thread and the pages are built in a process of their own. */
async function start(config: Config, log: Log): Promise<Running> {
  const opening = openDatabase(config)
  const pages = buildPages()
  // Waited for at the end, when it may long have failed.
  pages.catch(() => undefined)
  const [database, { startServer }] = await Promise.all([opening, import('../server.ts')])
  return startServer({ config, log, database, pages })
}

function announce({ address, demo }: Running, { stdout }: CliIo): void {
  stdout.write(`Lyttepost: ${address}\n`)
  if (demo === undefined) return
  stdout.write(`Demo sign-ins, password ${demo.password}:\n`)
  for (const { role, email } of demo.signIns) stdout.write(`  ${role.padEnd(12)}${email}\n`)
}

/** A first signal lets running work finish; a second one does not wait. */
function stoppedBySignal(running: Running, log: Log): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false
    const stop = (signal: string) => {
      if (stopping) process.exit(1)
      stopping = true
      log.info({ signal }, 'stopping')
      running.stop().then(resolve, reject)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}
