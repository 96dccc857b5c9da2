/**
 * One process at a time in a data folder. The embedded store keeps no such lock itself, and a second
 * process would lose rows without a word.
 *
 * The lock is a file that appears complete (a link to a file written aside). A lock whose owner is dead is
 * inherited under a lock of its own (`lock.heir`), so of several heirs only one can replace it.
 */
import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'

type Owner = { readonly token: string; readonly pid: number; readonly host: string; readonly started: string }

/** Another living process has this data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly pid: number

  constructor(folder: string, owner: Owner) {
    const where = owner.host === hostname() ? '' : ` on ${owner.host}`
    super(
      `The data folder ${folder} is in use by process ${owner.pid}${where}. Stop it first, or choose another folder.`,
    )
    this.pid = owner.pid
  }
}

export type FolderLock = { release(): void }

/**
 * Takes the folder, or says who has it. The lock of a dead process is taken over.
 *
 * @param socket the store's socket: whoever answers there is alive, also in another container
 * @throws FolderInUse
 */
export async function lockFolder(folder: string, socket: string): Promise<FolderLock> {
  const me: Owner = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid) ?? '',
  }
  await acquire(join(folder, 'lock'), me, { folder, socket })
  return { release: () => release(join(folder, 'lock'), me) }
}

type Place = { readonly folder: string; readonly socket: string }

async function acquire(file: string, me: Owner, place: Place): Promise<void> {
  for (;;) {
    if (putWhenAbsent(file, me)) return
    const owner = readOwner(file)
    if (owner === undefined) continue
    if (await isAlive(owner, place.socket)) throw new FolderInUse(place.folder, owner)
    const heir = `${file}.heir`
    await acquire(heir, me, place)
    try {
      if (readOwner(file)?.token === owner.token) {
        putInPlace(file, me)
        return
      }
    } finally {
      release(heir, me)
    }
  }
}

function release(file: string, me: Owner): void {
  if (readOwner(file)?.token === me.token) rmSync(file, { force: true })
}

function putWhenAbsent(file: string, me: Owner): boolean {
  const aside = writeAside(file, me)
  try {
    linkSync(aside, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function putInPlace(file: string, me: Owner): void {
  renameSync(writeAside(file, me), file)
}

function writeAside(file: string, me: Owner): string {
  const aside = `${file}.${me.token}`
  writeFileSync(aside, JSON.stringify(me), { mode: 0o600, flush: true })
  return aside
}

/** Nothing when the file has gone in the meantime; an unreadable lock is nobody's, and so a dead one's. */
function readOwner(file: string): Owner | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  try {
    return JSON.parse(text) as Owner
  } catch {
    return { token: text, pid: 0, host: hostname(), started: '' }
  }
}

async function isAlive(owner: Owner, socket: string): Promise<boolean> {
  if (await answers(socket)) return true
  if (owner.host !== hostname() || owner.pid <= 0) return false
  if (owner.pid === process.pid && owner.started === startOf(process.pid)) return true
  return isRunning(owner.pid) && owner.started === (startOf(owner.pid) ?? owner.started)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When the process began, in the kernel's ticks, so that a number that is used again is not taken for it. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = connect(socket)
    const done = (answer: boolean) => {
      attempt.destroy()
      resolve(answer)
    }
    attempt.setTimeout(1000, () => done(false))
    attempt.once('connect', () => done(true))
    attempt.once('error', () => done(false))
  })
}
