import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BackupError, backup, restore } from '../../../src/platform/database/backup.ts'
import type { OpenDatabase } from '../../../src/platform/database/index.ts'
import { keepBackups } from '../../../src/platform/database/keep-backups.ts'
import { startJobs } from '../../../src/platform/jobs/index.ts'
import { freshDatabase } from '../../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'lyttepost-backup-'))
const file = join(folder, 'all.backup.gz')
const organisationId = '0190a000-0000-7000-8000-000000000001'
let source: OpenDatabase
let jobId: string

beforeAll(async () => {
  source = await freshDatabase()
  await source.pool.query(`insert into organisation values ($1, 'Ås «prøve» \\ "x" \t', false, now())`, [
    organisationId,
  ])
  await source.pool.query(
    `insert into audit_entry
      select $1, gen_random_uuid(), '2026-03-29 00:59:59.123456+00', null, 'a', 'k', number::text, $2, null
      from generate_series(1, 4100) number`,
    [organisationId, JSON.stringify({ tall: 0.1, tekst: 'linje\nskift', tom: null })],
  )
  const jobs = await startJobs(source)
  jobId = await jobs.send('later', { waited: true }, { startAfter: new Date('2030-01-01') })
  await jobs.stop({ withinMs: 1000 })
  await backup(source.pool, file)
})
afterAll(async () => {
  await source.close()
  rmSync(folder, { recursive: true })
})

/** Every row of every table as text, sorted: two databases with the same are the same. */
async function contents({ pool }: OpenDatabase): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

describe('a backup', () => {
  it('gives everything back as it was, waiting jobs too', async () => {
    const target = await freshDatabase()
    const summary = await restore(target.pool, file)
    expect(summary.rows).toBeGreaterThan(4100)
    expect(summary.jobs).toBe(true)
    expect(await contents(target)).toEqual(await contents(source))
    const jobs = await startJobs(target)
    expect(await jobs.status(jobId)).toMatchObject({ state: 'waiting', name: 'later' })
    await jobs.stop({ withinMs: 1000 })
    const keys = `select count(*) from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
    expect((await target.pool.query(keys)).rows).toEqual((await source.pool.query(keys)).rows)
    await target.close()
  })

  it('is not restored over anything', async () => {
    const before = await contents(source)
    await expect(restore(source.pool, file)).rejects.toThrow('not empty')
    expect(await contents(source)).toEqual(before)
  })

  it('does not replace a file', async () => {
    await expect(backup(source.pool, file)).rejects.toThrow('exists already')
  })

  it('that was changed, cut off, or is something else is refused, and nothing of it is restored', async () => {
    const target = await freshDatabase()
    const text = gunzipSync(readFileSync(file)).toString()
    const trials: readonly (readonly [string, Buffer])[] = [
      ['checksum differs', gzipSync(text.replace('«prøve»', '«prove»'))],
      ['has no end', gzipSync(text.slice(0, text.lastIndexOf('{"end"')))],
      ['damaged', readFileSync(file).subarray(0, 2000)],
      ['damaged', Buffer.from('not a gzip at all')],
      ['not a backup', gzipSync('navn;klasse\n')],
    ]
    for (const [why, bytes] of trials) {
      const changed = join(folder, 'changed.gz')
      writeFileSync(changed, bytes)
      const refused = restore(target.pool, changed)
      await expect(refused).rejects.toThrow(BackupError)
      await expect(refused).rejects.toThrow(why)
    }
    expect(Object.values(await contents(target)).flat()).toEqual([])
    await target.close()
  })
})

describe('the kept backups', () => {
  it('are one a day, and the last seven', async () => {
    const place = join(folder, 'kept')
    const keeping = keepBackups(source.pool, { dataFolder: place, onError: () => undefined })
    const at = (day: number, hour: number) => new Date(Date.UTC(2026, 0, day, hour))
    expect(await keeping.runWhenDue(at(1, 3))).toContain('lyttepost-2026-01-01T030000Z.backup.gz')
    expect(await keeping.runWhenDue(at(1, 20))).toBeUndefined()
    for (let day = 2; day <= 9; day++) await keeping.runWhenDue(at(day, 3))
    const names = readdirSync(join(place, 'backups')).sort()
    expect(names).toHaveLength(7)
    expect(names[0]).toContain('2026-01-03')
    await keeping.stop()
  })
})
