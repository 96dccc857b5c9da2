/**
 * `npm test`: sets up, then types, lint, arrows, unused code and all tests, each with its time. It goes on
 * to the end whatever fails. With TEST_DATABASE_URL the tests of the server run twice, on the embedded store and
 * on that PostgreSQL, and so do the pages' tests that have to. `npm test -- FILTER` runs only the tests that match.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder, say, setup } from './setup.mjs'

const node = setup({ withTools: true })
const filters = process.argv.slice(2)
const server = process.env.TEST_DATABASE_URL
/**
 * A page reaches the database by the server's endpoints alone, whose tests all run on PostgreSQL too. Of the pages'
 * own: one walk over every page that there is, the demo world, and those that set many requests going at once.
 */
const onBoth = ['accessibility', 'demo', 'offline', 'review'].map((name) => `tests/pages/${name}`)
const total = { passed: 0, failed: 0, skipped: 0 }
const chromium = findChromium()
const wanted = chromium !== undefined || process.env.LYTTEPOST_PAGES === 'required'

if (filters.length === 0) {
  say('\n— types, lint, arrows, unused code')
  await Promise.all([
    check('types', 'typescript-native/bin/tsc', ['--noEmit', '-p', '.']),
    check('lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
    check('arrows', 'dependency-cruiser/bin/dependency-cruiser.mjs', ['src', 'web', '--output-type', 'err']),
    check('unused code', 'knip/bin/knip.js', ['--no-progress']),
  ])
}
test('on the embedded store', ['rules', 'api', ...(wanted ? ['pages'] : [])], {})
if (server) {
  const chosen = filters.length > 0 ? filters : ['tests/api/', ...onBoth]
  test('on PostgreSQL', ['api', ...(wanted ? ['pages'] : [])], { TEST_DATABASE_URL: server }, chosen)
}
if (!wanted) sayPagesSkipped()
say('')
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
process.exitCode = total.failed === 0 ? 0 : 1

/** One check counts as one test; it runs beside the others, and what it says comes when it is done. */
async function check(name, program, args) {
  const from = performance.now()
  const child = spawn(node, [join(projectFolder, 'node_modules', program), ...args], {
    cwd: projectFolder,
    env: environmentWith({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece))
  const [status] = await once(child, 'close')
  if (status === 0) total.passed += 1
  else total.failed += 1
  if (status !== 0) say(`${Buffer.concat(said)}\n✗ ${name} failed`)
  say(`— ${name}: ${seconds(from)}`)
}

function test(where, projects, environment, chosen = filters) {
  const report = join(projectFolder, '.cache', `tests-${process.pid}.json`)
  mkdirSync(join(projectFolder, '.cache'), { recursive: true })
  const args = [
    join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...projects.flatMap((project) => ['--project', project]),
    ...chosen,
  ]
  const done = timed(`tests ${where}`, () => run(args, environment))
  count(done, report)
  rmSync(report, { force: true })
}

function count(done, report) {
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  const failed = result?.numFailedTests ?? 0
  total.passed += result?.numPassedTests ?? 0
  total.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  // A file that could not even be read has no failed test of its own, and still has failed.
  total.failed += done.status !== 0 && failed === 0 ? 1 : failed
}

function timed(name, work) {
  say(`\n— ${name}`)
  const from = performance.now()
  const result = work()
  say(`— ${name}: ${seconds(from)}`)
  return result
}

function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}

function run(args, environment) {
  return spawnSync(node, args, {
    cwd: projectFolder,
    stdio: 'inherit',
    env: environmentWith(environment),
  })
}

/** The settings of a server that the developer runs have no place in a test. */
function environmentWith(environment) {
  const env = { ...process.env, ...(chromium ? { LYTTEPOST_CHROMIUM: chromium } : {}) }
  for (const name of ['PORT', 'HOST', 'DATABASE_URL', 'TEST_DATABASE_URL']) delete env[name]
  for (const name of Object.keys(env)) {
    if (/^LYTTEPOST_(POOL|DATA|URL|SECRET|LOG|DEMO)$/.test(name)) delete env[name]
  }
  return { LYTTEPOST_PICTURES: 'none', ...env, ...environment }
}

/** The one without a window first: the same pages, drawn with a third less work. */
function findChromium() {
  const named = process.env.LYTTEPOST_CHROMIUM
  const places = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ]
  const candidates = named ? [named] : places.map((place) => `/usr/bin/${place}`)
  return candidates.find((candidate) => existsSync(candidate))
}

function sayPagesSkipped() {
  total.skipped += 1
  const line = '!'.repeat(78)
  say(`\n${line}\n!! THE PAGE TESTS WERE SKIPPED: no Chromium was found on this machine.`)
  say('!! Install it (Debian: apt-get install chromium), or name it in LYTTEPOST_CHROMIUM.')
  say(line)
}
