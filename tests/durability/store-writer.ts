import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../src/platform/database/index.ts'
import type { Writer } from './kill-trials.ts'

/** What is written, by which process, and how the names of what is there are read. */
export type Writes = { readonly file: string; readonly names: string }

/** Rows straight into the store. */
export const plainRows: Writes = {
  file: 'acknowledging-writer.ts',
  names: 'select number::text as name from acknowledged',
}

/** Forms that observers hand in over HTTP, to a server that is killed with its store. */
export const submissions: Writes = {
  file: 'submitting-writer.ts',
  names: 'select submission_id::text as name from submission',
}

/** The writer over the embedded store in a folder of its own, or over a database of its own on a server. */
export async function storeWriter(
  { file, names }: Writes,
  serverUrl?: string,
): Promise<Writer & { remove(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lyttepost-durability-'))
  const name = `lyttepost_durability_${randomBytes(6).toString('hex')}`
  const databaseUrl =
    serverUrl === undefined ? undefined : Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  if (serverUrl !== undefined) await onServer(serverUrl, `create database ${name}`)
  return {
    args: [join(import.meta.dirname, file)],
    env: { LYTTEPOST_DATA: dataFolder, DATABASE_URL: databaseUrl ?? '' },
    written: async () => {
      const database = await openDatabase({
        dataFolder,
        ...(databaseUrl === undefined ? {} : { databaseUrl }),
      })
      const { rows } = await database.pool.query<{ name: string }>(names)
      await database.close()
      return rows.map(({ name: written }) => written)
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
