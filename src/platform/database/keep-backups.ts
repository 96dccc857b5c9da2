/** Backups that nobody has to think of: one a day, the last seven kept. They are the embedded store's safety. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { backup } from './backup.ts'

const dayMs = 24 * 3600 * 1000
const kept = 7
const pattern = /^lyttepost-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup\.gz$/

export type BackupKeeping = {
  /** Makes a backup now when the last one is a day old; returns its file, or nothing when it is not time. */
  runWhenDue(now: Date): Promise<string | undefined>
  stop(): Promise<void>
}

export type KeepBackupsOptions = {
  readonly dataFolder: string
  /** Told of every backup that could not be made. */
  readonly onError: (error: unknown) => void
  readonly onBackup?: (file: string) => void
}

/**
 * Looks every quarter of an hour whether a backup is due, the first time a minute after start, so that it
 * does not slow the start itself.
 */
export function keepBackups(
  pool: pg.Pool,
  { dataFolder, onError, onBackup }: KeepBackupsOptions,
): BackupKeeping {
  const folder = join(dataFolder, 'backups')
  let running: Promise<string | undefined> = Promise.resolve(undefined)
  const runWhenDue = (now: Date) => {
    running = running.catch(() => undefined).then(() => backupWhenDue(pool, { folder, now }))
    return running
  }
  const tick = () => {
    runWhenDue(new Date()).then((file) => file !== undefined && onBackup?.(file), onError)
  }
  const first = setTimeout(tick, 60_000).unref()
  const ticking = setInterval(tick, 15 * 60_000).unref()
  return {
    runWhenDue,
    stop: async () => {
      clearTimeout(first)
      clearInterval(ticking)
      await running.catch(() => undefined)
    },
  }
}

async function backupWhenDue(
  pool: pg.Pool,
  { folder, now }: { folder: string; now: Date },
): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const last = backupsIn(folder).at(-1)
  if (last && now.getTime() - last.at.getTime() < dayMs) return undefined
  const file = join(folder, `lyttepost-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup.gz`)
  await backup(pool, file)
  for (const old of backupsIn(folder).slice(0, -kept)) rmSync(old.file, { force: true })
  return file
}

/** Oldest first. */
function backupsIn(folder: string): readonly { readonly file: string; readonly at: Date }[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const at = pattern.exec(name)
      return at ? [{ file: join(folder, name), at: new Date(`${at[1]}T${at[2]}:${at[3]}:${at[4]}Z`) }] : []
    })
}
