import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lockFolder } from '../../../src/platform/database/folder-lock.ts'
import { FolderInUse, openDatabase } from '../../../src/platform/database/index.ts'

const root = mkdtempSync(join(tmpdir(), 'lyttepost-embedded-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const writer = join(import.meta.dirname, '../../durability/acknowledging-writer.ts')

function startWriter(dataFolder: string): ChildProcess {
  return spawn(process.execPath, [writer], {
    env: { ...process.env, LYTTEPOST_DATA: dataFolder, DATABASE_URL: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

describe('the embedded store', () => {
  it('keeps what was written, and only its owner can reach it', async () => {
    const dataFolder = join(root, 'kept')
    const first = await openDatabase({ dataFolder })
    await first.pool.query('create table note (body text)')
    await first.pool.query(`insert into note values ('kept')`)
    expect(statSync(join(dataFolder, 'socket')).mode & 0o777).toBe(0o700)
    await first.close()
    expect(readdirSync(join(dataFolder, 'socket'))).toEqual([])
    const second = await openDatabase({ dataFolder })
    expect((await second.pool.query('select body from note')).rows).toEqual([{ body: 'kept' }])
    await second.close()
  })

  it('is made anew when its making was interrupted', async () => {
    const dataFolder = join(root, 'interrupted')
    mkdirSync(join(dataFolder, 'store'), { recursive: true })
    writeFileSync(join(dataFolder, 'store', 'PG_VERSION'), '18')
    writeFileSync(join(dataFolder, 'store.unfinished'), '')
    const database = await openDatabase({ dataFolder })
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(existsSync(join(dataFolder, 'store.unfinished'))).toBe(false)
    await database.close()
  })

  it('works in a folder whose path is too long for a socket', async () => {
    const dataFolder = join(root, 'long'.repeat(40))
    const database = await openDatabase({ dataFolder })
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
  })

  it('refuses a second process by the number of the first, and is taken over when the first is killed', async () => {
    const dataFolder = join(root, 'two')
    const first = startWriter(dataFolder)
    await once(first.stdout!, 'data')
    await expect(openDatabase({ dataFolder })).rejects.toThrow(FolderInUse)
    await expect(openDatabase({ dataFolder })).rejects.toThrow(`in use by process ${first.pid}`)
    first.kill('SIGKILL')
    await once(first, 'exit')
    const database = await openDatabase({ dataFolder })
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
  })
})

describe('the lock of a data folder', () => {
  it('left by a dead process goes to exactly one of many heirs', async () => {
    for (let round = 0; round < 20; round++) {
      const folder = join(root, `heirs-${round}`)
      mkdirSync(folder)
      const dead = {
        token: 'dead',
        pid: 2 ** 22 - 1,
        host: hostname(),
        started: '1',
      }
      writeFileSync(join(folder, 'lock'), JSON.stringify(dead))
      const heirs = Array.from({ length: 8 }, () => lockFolder(folder, join(folder, 'no-socket')))
      const settled = await Promise.allSettled(heirs)
      const taken = settled.filter(({ status }) => status === 'fulfilled')
      expect(taken).toHaveLength(1)
      for (const heir of settled)
        if (heir.status === 'rejected') expect(heir.reason).toBeInstanceOf(FolderInUse)
      expect(readdirSync(folder)).toEqual(['lock'])
    }
  })

  it('whose number now belongs to another process is a dead one', async () => {
    const folder = join(root, 'reused')
    mkdirSync(folder)
    const reused = {
      token: 'old',
      pid: process.ppid,
      host: hostname(),
      started: '1',
    }
    writeFileSync(join(folder, 'lock'), JSON.stringify(reused))
    const lock = await lockFolder(folder, join(folder, 'no-socket'))
    lock.release()
    expect(readdirSync(folder)).toEqual([])
  })
})
