/** The embedded store: PostgreSQL in this process, in a thread of its own, reached like a server. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { embeddedPool } from './pool.ts'

export type ThreadInput = {
  readonly storeFolder?: string
  readonly dump?: ArrayBuffer
  readonly socket: string
}
export type ThreadRequest = { readonly kind: 'dump' } | { readonly kind: 'close' }
export type ThreadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'dump'; readonly dump: ArrayBuffer }
  | { readonly kind: 'closed' }

export type EmbeddedStore = {
  readonly pool: pg.Pool
  readonly connectionString: string
  /** The whole store as one archive that `openInMemory` takes. */
  dump(): Promise<ArrayBuffer>
  close(): Promise<void>
}

const socketName = '.s.PGSQL.5432'
/** Longest path of a Unix socket that every system takes. */
const longestSocketPath = 100

const notOnWindows = 'The embedded store is not offered on Windows; name a PostgreSQL server in DATABASE_URL.'

/** Opens the store of a data folder, made at the first time. @throws FolderInUse */
export async function openEmbedded({ dataFolder }: { readonly dataFolder: string }): Promise<EmbeddedStore> {
  if (process.platform === 'win32') throw new Error(notOnWindows)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const sockets = socketFolder(dataFolder)
  const lock = await lockFolder(dataFolder, join(sockets.folder, socketName))
  try {
    const storeFolder = join(dataFolder, 'store')
    const firstTime = beginStore(storeFolder)
    const store = await openThread({ storeFolder, socket: join(sockets.folder, socketName) }, sockets.folder)
    firstTime.done()
    const close = async () => {
      await store.close()
      sockets.remove()
      lock.release()
    }
    return { ...store, close }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A store that lives in memory only, made from a dump when one is given: for tests and trials. */
export async function openInMemory(dump?: ArrayBuffer): Promise<EmbeddedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-'))
  const input = { ...(dump === undefined ? {} : { dump }), socket: join(folder, socketName) }
  const store = await openThread(input, folder)
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...store, close }
}

/** A store whose making was interrupted holds nothing yet and is made anew. */
function beginStore(storeFolder: string): { done(): void } {
  const mark = `${storeFolder}.unfinished`
  if (existsSync(mark)) rmSync(storeFolder, { recursive: true, force: true })
  if (!existsSync(storeFolder)) writeFileSync(mark, '', { flush: true })
  return { done: () => rmSync(mark, { force: true }) }
}

function socketFolder(dataFolder: string): { readonly folder: string; remove(): void } {
  const folder = join(dataFolder, 'socket')
  if (join(folder, socketName).length <= longestSocketPath) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    return { folder, remove: () => rmSync(join(folder, socketName), { force: true }) }
  }
  const aside = mkdtempSync(join(tmpdir(), 'lyttepost-'))
  return { folder: aside, remove: () => rmSync(aside, { recursive: true, force: true }) }
}

async function openThread(input: ThreadInput, folder: string): Promise<EmbeddedStore> {
  const thread = new Worker(new URL('./embedded-thread.ts', import.meta.url), {
    workerData: input,
    execArgv: [],
  })
  await answerOf(thread, 'ready')
  thread.on('error', (error) => {
    throw new Error('The embedded store has broken down', { cause: error })
  })
  const pool = embeddedPool(folder)
  const ask = (request: ThreadRequest) => thread.postMessage(request)
  return {
    pool,
    connectionString: `postgresql://postgres@localhost:5432/postgres?host=${encodeURIComponent(folder)}`,
    dump: async () => {
      const answer = answerOf(thread, 'dump')
      ask({ kind: 'dump' })
      return (await answer).dump
    },
    close: async () => {
      await pool.end()
      const closed = answerOf(thread, 'closed')
      ask({ kind: 'close' })
      await closed
      await thread.terminate()
    },
  }
}

type AnswerOf<Kind> = Extract<ThreadAnswer, { kind: Kind }>

function answerOf<Kind extends ThreadAnswer['kind']>(thread: Worker, kind: Kind): Promise<AnswerOf<Kind>> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: ThreadAnswer) => {
      if (answer.kind !== kind) return
      thread.off('message', onMessage)
      thread.off('error', reject)
      thread.off('exit', onExit)
      resolve(answer as AnswerOf<Kind>)
    }
    const onExit = () => reject(new Error('The embedded store has stopped'))
    thread.on('message', onMessage)
    thread.once('error', reject)
    thread.once('exit', onExit)
  })
}
