/**
 * `npm run bench overview`: making the kept figures, and reading the overview from them, at 100,000 and 1,000,000
 * enquiries in the embedded store or in the server of `TEST_DATABASE_URL`. `-- --rows 50000` asks for another size.
 */

import type { Context } from '../src/organisation/index.ts'
import { createOrganisation, createPerson, scopeOfPerson } from '../src/organisation/index.ts'
import { readPriority } from '../src/understand/overview/actions/priority.ts'
import { readOverview } from '../src/understand/overview/actions/read-overview.ts'
import { buildFigures } from '../src/understand/overview/index.ts'
import { freshDatabase, testServerUrl } from '../tests/support/database.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
const memory = () => Math.round(process.memoryUsage.rss() / 2 ** 20)
const asked = process.argv.indexOf('--rows')
const sizes = asked === -1 ? [100_000, 1_000_000] : [Number(process.argv[asked + 1])]

/** Rows made inside the database: 60 topics by Zipf's law, seven channels, 40 percent of them from customers seen before. */
async function fill(
  run: (text: string) => Promise<unknown>,
  organisationId: string,
  rows: number,
): Promise<void> {
  const source = 'a0000000-0000-7000-8000-000000000001'
  await run(
    `insert into intake_source values ('${organisationId}', '${source}', 'Bench', 'table', 'En rad', '{}', now(), (select person_id from person limit 1), now(), null)`,
  )
  await run(`insert into intake_batch (organisation_id, batch_id, source_id, state, received_at, finished_at, rows_landed)
    values ('${organisationId}', gen_random_uuid(), '${source}', 'done', now(), now(), ${rows})`)
  await run(`insert into topic (organisation_id, topic_id, name, state, created_at, changed_at)
    select '${organisationId}', ('c0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Tema ' || n, 'confirmed', now(), now() from generate_series(1, 60) n`)
  const slice = 50_000
  for (let from = 0; from < rows; from += slice) {
    const to = Math.min(rows, from + slice)
    await run(`insert into enquiry (organisation_id, enquiry_id, source_id, source_record_id, batch_id, contact_id, channel, direction,
        started_at, started_on, customer_key, text, text_key, wait_seconds, handle_seconds, tried_self_service, csat)
      select '${organisationId}', ('d0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '${source}', n::text, '${source}', n::text,
        (array['phone','email','chat','chatbot','social','web','inPerson'])[1 + (n * 7919) % 7], 'in',
        timestamptz '2026-10-30 12:00Z' - ((n * 104729) % 365) * interval '1 day' - (n % 480) * interval '1 minute',
        date '2026-10-30' - ((n * 104729) % 365)::int, 'kunde' || (n * 15485863) % (${Math.round(rows * 0.6)}), 'Tekst ' || n,
        ('e0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n % 600, 60 + n % 900,
        case when n % 3 = 0 then n % 2 = 0 end, case when n % 5 = 0 then (n % 5) / 4.0 end
      from generate_series(${from + 1}::bigint, ${to}::bigint) n`)
    await run(`insert into text_topic (organisation_id, text_key, topic_id, share, certainty, origin, unsure, assigned_at)
      select '${organisationId}', ('e0000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
        ('c0000000-0000-7000-8000-' || lpad((1 + floor(60 * power(((n * 48271) % 1000) / 1000.0, 2.2)))::int::text, 12, '0'))::uuid,
        1, 0.9, 'group', n % 60 = 0, now()
      from generate_series(${from + 1}::bigint, ${to}::bigint) n`)
  }
}

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

async function measured(rows: number): Promise<void> {
  const database = await freshDatabase()
  const now = new Date('2026-10-31T09:00:00Z')
  const organisationId = await createOrganisation({ db: database.db, now }, { name: 'Bench', demo: false })
  const person = {
    name: 'Bench',
    email: `bench-${rows}@example.no`,
    passwordHash: '',
    language: 'nb',
    roles: ['manager'],
  } as const
  const personId = await createPerson({ db: database.db, now }, organisationId, person)
  const scope = (await scopeOfPerson(database.db, { organisationId, personId }, 'test'))!
  let started = performance.now()
  await fill((text) => database.pool.query(text), organisationId, rows)
  say(`${rows} enquiries: filled in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  const context = { scope, db: database.db, now } as Context
  started = performance.now()
  await buildFigures(context)
  say(
    `  figures made in ${((performance.now() - started) / 1000).toFixed(1)} s, memory of this process ${memory()} MB`,
  )
  const read = async (name: string, work: () => Promise<unknown>) => {
    const times: number[] = []
    const processor = process.cpuUsage()
    for (let turn = 0; turn < 11; turn++) {
      const from = performance.now()
      await work()
      times.push(performance.now() - from)
    }
    const { user, system } = process.cpuUsage(processor)
    say(
      `  ${name}: ${middle(times).toFixed(0)} ms in the middle of 11, slowest ${Math.max(...times).toFixed(0)} ms, ` +
        `${((user + system) / 11_000).toFixed(0)} ms of this process's processor, the embedded store's included`,
    )
  }
  await read('overview, four weeks', () => readOverview(context, {}))
  await read('overview, one channel', () => readOverview(context, { channel: 'phone' }))
  await read('overview, a year', () => readOverview(context, { from: '2025-11-01', to: '2026-10-30' }))
  await read('priority', () => readPriority(context, {}))
  await database.close()
}

say(testServerUrl === undefined ? 'Embedded store' : 'PostgreSQL server')
for (const rows of sizes) await measured(rows)
