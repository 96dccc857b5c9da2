import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../src/platform/database/index.ts'
import type { Writer } from './kill-trials.ts'

const file = join(import.meta.dirname, 'acknowledging-writer.ts')

/** The writer over the embedded store in a folder of its own, or over a database of its own on a server. */
export async function storeWriter(serverUrl?: string): Promise<Writer & { remove(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lyttepost-durability-'))
  const name = `lyttepost_durability_${randomBytes(6).toString('hex')}`
  const databaseUrl =
    serverUrl === undefined ? undefined : Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  if (serverUrl !== undefined) await onServer(serverUrl, `create database ${name}`)
  return {
    args: [file],
    env: { LYTTEPOST_DATA: dataFolder, DATABASE_URL: databaseUrl ?? '' },
    written: async () => {
      const database = await openDatabase({
        dataFolder,
        ...(databaseUrl === undefined ? {} : { databaseUrl }),
      })
      const { rows } = await database.pool.query<{ number: number }>('select number from acknowledged')
      await database.close()
      return rows.map(({ number }) => String(number))
    },
    remove: async () => {
      if (serverUrl !== undefined) await onServer(serverUrl, `drop database ${name} with (force)`)
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}
