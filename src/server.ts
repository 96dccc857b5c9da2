/** The running product: database migrated, demo world when the store is empty, jobs, and listening. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type App, createApp } from './app.ts'
import { withDemoPages } from './demo/contact-pages/index.ts'
import { seedDemoWorld } from './demo/index.ts'
import { intakeListeners } from './listeners.ts'
import { workOnAppeals } from './measure/appeals/index.ts'
import { webSource, workOnDiscovery } from './measure/participants/index.ts'
import { workOnPlans } from './measure/planning/index.ts'
import { workOnReports } from './measure/reports/index.ts'
import { demoPassword, demoSignIns, hasDemoOrganisation, hasNoOrganisation } from './organisation/index.ts'
import { workOnShifts } from './plan/shifts/index.ts'
import { workOnSimulations } from './plan/simulation/index.ts'
import { forecastInTurn, workOnForecasts } from './plan/traffic/index.ts'
import type { Config } from './platform/config/index.ts'
import { migrate, type OpenDatabase } from './platform/database/index.ts'
import { keepBackups } from './platform/database/keep-backups.ts'
import { keepStatistics } from './platform/database/statistics.ts'
import { serve } from './platform/http/index.ts'
import { startJobs } from './platform/jobs/index.ts'
import type { Log } from './platform/log/index.ts'
import { createMail, type MailPost } from './platform/mail/index.ts'
import { createSeals } from './platform/seal/index.ts'
import { fetchMailInTurn, workOnIntake } from './understand/intake/index.ts'
import { workOnFigures } from './understand/overview/index.ts'
import { workOnTopics } from './understand/topics/index.ts'
import { watchInTurn, workOnWatch } from './understand/watch/index.ts'

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export type Running = {
  readonly address: string
  /** How to sign in to the demo world, where there is one. */
  readonly demo?: { readonly password: string; readonly signIns: typeof demoSignIns }
  /** Running requests and jobs finish, then everything is closed. */
  readonly stop: () => Promise<void>
}

/** What has been opened so far, closed in the opposite order. */
type Opened = (() => Promise<void>)[]

export type ServerParts = {
  readonly config: Config
  readonly log: Log
  /** Closed by the server, too when it cannot start. */
  readonly database: OpenDatabase
  /** The pages are there when it is fulfilled; nobody is let in before. */
  readonly pages: Promise<void>
}

/** @throws whatever kept it from starting, after closing what had been opened */
export async function startServer(parts: ServerParts): Promise<Running> {
  const { config, log, database } = parts
  const opened: Opened = [database.close]
  const stop = async () => {
    for (let close = opened.pop(); close; close = opened.pop()) await close()
  }
  try {
    const applied = await migrate(database.pool)
    log.info({ applied }, 'database open')
    await startOver(parts, opened)
    const demo = await hasDemoOrganisation(database.db)
    const signIn = demo ? { demo: { password: demoPassword, signIns: demoSignIns } } : {}
    return { address: config.publicUrl, ...signIn, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startOver({ config, log, database, pages }: ServerParts, opened: Opened): Promise<void> {
  const jobs = await startJobs(database, (error) => log.error({ err: error }, 'jobs'))
  opened.push(() => jobs.stop())
  await workOnDiscovery(jobs, { db: database.db, openSource: () => withDemoPages(webSource()) })
  await workOnAppeals(jobs, { db: database.db })
  await workOnPlans(jobs, { db: database.db })
  await workOnReports(jobs, { db: database.db, log })
  await workOnTopics(jobs, { db: database.db })
  const intake = {
    db: database.db,
    log,
    seals: createSeals(config.secret),
    intakeListeners,
    mailHosts: config.mailHosts,
  }
  await workOnIntake(jobs, intake)
  opened.push(fetchMailInTurn(jobs, intake))
  await workOnFigures(jobs, { db: database.db, log })
  const mail = createMail(config, log)
  const watching = { ...intake, mail, publicUrl: config.publicUrl, webhookHosts: config.webhookHosts }
  await workOnWatch(jobs, watching)
  await workOnForecasts(jobs, { db: database.db, log })
  await workOnSimulations(jobs, { db: database.db, log })
  await workOnShifts(jobs, { db: database.db, log })
  opened.push(sendingAgain(mail, log))
  const { version } = JSON.parse(readFileSync(project('package.json'), 'utf8')) as { version: string }
  const app = createApp({ config, database, jobs, log, version, webFolder: project('dist/web') })
  opened.push(async () => app.close())
  const world = { db: database.db, auth: app.auth, now: new Date() }
  if (config.demo && (await hasNoOrganisation(database.db))) await seedDemoWorld(world)
  opened.push(watchInTurn(jobs, watching))
  opened.push(forecastInTurn(jobs, { db: database.db, log }))
  if (database.kind === 'embedded') opened.push(backedUp(database, config, log))
  opened.push(forgetting(app, log))
  await pages
  const listening = await serve(app.fetch, config)
  opened.push(() => listening.close())
  if (database.kind === 'embedded')
    opened.push(keepStatistics(database.db, (error) => log.error({ err: error }, 'statistics')))
}

/** Daily backups of the embedded store; a server's database has its own care. */
function backedUp({ pool }: OpenDatabase, { dataFolder }: Config, log: Log): () => Promise<void> {
  const keeping = keepBackups(pool, {
    dataFolder,
    onError: (error) => log.error({ err: error }, 'backup failed'),
    onBackup: () => log.info('backup made'),
  })
  return () => keeping.stop()
}

/** Letters that a mail server did not take are tried again every other minute: they lie in this machine's folder. */
function sendingAgain(mail: MailPost, log: Log): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  const again = () => {
    last = mail.sendWaiting().catch((error) => log.error({ err: error }, 'waiting letters not sent'))
  }
  const timer = setInterval(again, 2 * 60_000).unref()
  return async () => {
    clearInterval(timer)
    await last
  }
}

/** Once an hour; any number of servers may do it at once. */
function forgetting(app: App, log: Log): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  const forget = () => {
    last = app.forgetOld(new Date()).catch((error) => log.error({ err: error }, 'old rows not removed'))
  }
  const hourly = setInterval(forget, 60 * 60 * 1000).unref()
  return async () => {
    clearInterval(hourly)
    await last
  }
}
