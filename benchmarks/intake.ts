/**
 * A log of a million rows brought in: written as CSV, sealed in parts, read, masked, keyed and stored, by the very
 * functions that the server's job runs, each size in a process of its own so that its peak of memory is its own.
 * First the reader and the door alone, then with the embedded store, then with PostgreSQL where TEST_DATABASE_URL
 * names a server. Beside it, for scale: Python's csv and sqlite3, which mask nothing and know no row again.
 * Run: npm run bench intake [-- ROWS…]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createSecretKey } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../src/kernel/ids.ts'
import { seededRandom } from '../src/kernel/random.ts'
import { createOrganisation, createPerson, scopeOfPerson } from '../src/organisation/index.ts'
import { migrate, type OpenDatabase, openDatabase } from '../src/platform/database/index.ts'
import { startJobs } from '../src/platform/jobs/index.ts'
import { createLog } from '../src/platform/log/index.ts'
import { createSeals } from '../src/platform/seal/index.ts'
import { partPurpose } from '../src/understand/intake/actions/file-of-upload.ts'
import { carryOutImport } from '../src/understand/intake/actions/import-file.ts'
import { openDoor } from '../src/understand/intake/actions/open-door.ts'
import { readFile } from '../src/understand/intake/actions/open-reader.ts'
import { createSource } from '../src/understand/intake/actions/sources.ts'
import { partBytes } from '../src/understand/intake/contract.ts'
import { ensureBatch, findBatch } from '../src/understand/intake/store/batch-store.ts'
import { insertUpload, savePart } from '../src/understand/intake/store/upload-store.ts'
import { freshDatabase, testServerUrl } from '../tests/support/database.ts'

const self = import.meta.filename
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)
const seals = createSeals('a-secret-of-the-benchmark-of-32-characters')

const openings = [
  'Hvor er',
  'Kvar er',
  'Når kommer',
  'Jeg får ikke',
  'Hvorfor er',
  'Kan dere endre',
  'Where is',
]
const things = [
  'pakken',
  'fakturaen',
  'rekninga',
  'abonnementet',
  'passordet',
  'avtalen',
  'bestillingen',
  'the parcel',
]
const endings = [
  'som skulle kommet i går?',
  'så høy denne måneden?',
  'Ring meg på 912 34 567.',
  'Mvh Kari Nordmann',
  'Send svar til ola.nordmann@eksempel.no',
  'Fødselsnummeret er 070368 35710',
  'takk',
  'Saksnummer 4711-2026',
]
const channels = ['Telefon', 'E-post', 'Chat', 'Oppmøte']

function* lines(rows: number): Generator<string> {
  const random = seededRandom('intake')
  const one = (from: readonly string[]) => from[Math.floor(random() * from.length)]!
  yield 'id;opprettet;kanal;kategori;tekst;kunde;behandlingstid (sek);løst\n'
  const start = Date.UTC(2025, 0, 1)
  for (let row = 0; row < rows; row++) {
    const at = new Date(start + Math.floor((row / rows) * 365 * 86_400_000)).toISOString()
    const when = `${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} ${at.slice(11, 16)}`
    const text = `${one(openings)} ${one(things)} ${one(endings)}`
    const customer = `kunde${Math.floor(random() * (rows / 3))}@eksempel.no`
    yield `H-${row};${when};${one(channels)};kode${Math.floor(random() * 40)};${text};${customer};${Math.floor(random() * 900)};${random() < 0.7 ? 'ja' : 'nei'}\n`
  }
}

async function writeLog(file: string, rows: number): Promise<void> {
  function* pieces() {
    let piece = ''
    for (const line of lines(rows)) {
      piece += line
      if (piece.length < 1 << 18) continue
      yield piece
      piece = ''
    }
    yield piece
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file))
}

const rate = (rows: number, seconds: number) => `${Math.round(rows / seconds).toLocaleString('en')} rows/s`

/** Seconds of processor since then, both of the program's own and of the embedded store's thread. */
function busySince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** The reader and the door: nothing is stored. */
async function measureDoor(file: string, rows: number): Promise<void> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const door = openDoor({
    sourceId: newId(),
    channel: null,
    customerSecret: createSecretKey(Buffer.alloc(32, 1)),
  })
  let landed = 0
  for await (const item of readFile('table', {}, () => createReadStream(file))) {
    if (item.ok && door.take(item.record, item.at).ok) landed += 1
  }
  const seconds = (performance.now() - start) / 1000
  console.log(
    `  reader and door alone: ${rate(rows, seconds)} (${rate(rows, busySince(cpu))} of processor), peak ${megabytes()} MB, ${landed} rows`,
  )
}

async function measureStore(file: string, rows: number, database: OpenDatabase): Promise<void> {
  const { db } = database
  const organisationId = await createOrganisation({ db, now: new Date() }, { name: 'Målt', demo: false })
  const personId = await createPerson({ db, now: new Date() }, organisationId, {
    name: 'Målt',
    email: 'm@example.no',
    language: 'nb',
    roles: ['manager'],
    passwordHash: 'none',
  })
  const scope = (await scopeOfPerson(db, { organisationId, personId }, 'test'))!
  const jobs = await startJobs(database)
  const context = {
    scope,
    db,
    jobs,
    seals,
    log: createLog('silent'),
    now: new Date(),
    requestId: 'bench',
    intakeListeners: [],
  }
  const { sourceId } = await createSource(context, {
    kind: 'table',
    name: 'Logg',
    contactDefinition: 'En rad',
    profile: {},
    channel: null,
    retentionMonths: null,
  })
  const job = { signal: new AbortController().signal, progress: () => undefined }
  for (const round of ['first time', 'the same file again']) {
    const batchId = await upload(context, file, sourceId)
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    await carryOutImport(context, { batchId }, job)
    const seconds = (performance.now() - start) / 1000
    const { counts, masked } = (await findBatch(scope, db, batchId))!
    const personal = Object.values(masked).reduce((all, count) => all + count, 0)
    console.log(
      `  ${database.kind}, ${round}: ${seconds.toFixed(1)} s, ${rate(rows, seconds)} (${rate(rows, busySince(cpu))} of processor), peak ${megabytes()} MB; landed ${counts.landed}, known ${counts.known}, refused ${counts.refused}, masked ${personal}`,
    )
  }
  await jobs.stop()
}

type Bench = Parameters<typeof carryOutImport>[0]

async function upload(context: Bench, file: string, sourceId: string): Promise<string> {
  const { scope, db, now } = context
  const sizeBytes = statSync(file).size
  const [uploadId, batchId] = [newId(), newId()]
  const parts = Math.ceil(sizeBytes / partBytes)
  await insertUpload(scope, db, { uploadId, fileName: 'log.csv', sizeBytes, parts }, now)
  const handle = await open(file)
  for (let number = 0; number < parts; number++) {
    const bytes = Buffer.alloc(Math.min(partBytes, sizeBytes - number * partBytes))
    await handle.read(bytes, 0, bytes.length, number * partBytes)
    const sealed = seals.seal(bytes, partPurpose(scope.organisationId, uploadId, number))
    await savePart(scope, db, { uploadId, number, sealed })
  }
  await handle.close()
  await ensureBatch(scope, db, {
    batchId,
    sourceId,
    uploadId,
    fileName: 'log.csv',
    state: 'waiting',
    receivedAt: now,
  })
  return batchId
}

const python = `
import csv, sqlite3, sys, time, resource
start = time.time()
db = sqlite3.connect(sys.argv[2])
db.execute('create table t (id text primary key, at text, channel text, code text, text text, customer text, seconds integer, solved text)')
with open(sys.argv[1], encoding='utf-8') as file:
    rows = csv.reader(file, delimiter=';'); next(rows)
    db.executemany('insert into t values (?,?,?,?,?,?,?,?)', rows)
db.commit()
count = db.execute('select count(*) from t').fetchone()[0]
print(f'  Python csv + sqlite3, nothing masked: {count / (time.time() - start):,.0f} rows/s, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB')
`

async function child(kind: string, file: string, rows: number, folder: string): Promise<void> {
  if (kind === 'door') return measureDoor(file, rows)
  const database =
    kind === 'server'
      ? await freshDatabase()
      : await openDatabase({ dataFolder: join(folder, `store-${rows}`) })
  if (kind === 'embedded') await migrate(database.pool)
  await measureStore(file, rows, database)
  await database.close()
}

async function all(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-bench-'))
  try {
    for (const rows of sizes) {
      const file = join(folder, `log-${rows}.csv`)
      await writeLog(file, rows)
      console.log(`${rows.toLocaleString('en')} rows, ${Math.round(statSync(file).size / 1e6)} MB`)
      const kinds = ['door', 'embedded', ...(testServerUrl === undefined ? [] : ['server'])]
      for (const kind of kinds)
        execFileSync(process.execPath, [self, '--child', kind, file, String(rows), folder], {
          stdio: 'inherit',
        })
      if (testServerUrl === undefined)
        console.log('  PostgreSQL: left out, TEST_DATABASE_URL names no server')
      const peer = spawnSync('python3', ['-c', python, file, join(folder, `peer-${rows}.db`)], {
        encoding: 'utf8',
      })
      process.stdout.write(peer.status === 0 ? peer.stdout : '  Python: left out, it is not installed\n')
    }
    console.log(`Machine: ${cpuName()}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function cpuName(): string {
  try {
    return /model name\s*:\s*(.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

const [first, kind = '', file = '', rows = '0', folder = ''] = process.argv.slice(2)
if (first === '--child') await child(kind, file, Number(rows), folder)
else {
  const sizes = process.argv
    .slice(2)
    .map(Number)
    .filter((size) => size > 0)
  await all(sizes.length > 0 ? sizes : [100_000, 1_000_000])
}
