/**
 * Everything that must be there before anything runs: the packages of the lock and a Node that runs
 * TypeScript. Plain JavaScript without dependencies, because it is what runs when nothing is installed yet.
 * It speaks on standard error only; standard output belongs to the program that follows.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(projectFolder, 'node_modules')
const windows = process.platform === 'win32'

/**
 * Installs what is missing and returns the path of a Node that runs TypeScript; ends the process when it cannot.
 * The packages that only tests, checks and benchmarks need come `withTools`: a quarter of all files, which a first
 * start need not wait for.
 */
export function setup({ withTools = false } = {}) {
  if (!isInstalled(withTools)) install(withTools)
  linkCommand()
  return findNode()
}

export const say = (text) => process.stderr.write(`${text}\n`)

export function fail(text) {
  say(text)
  process.exit(1)
}

/** Runs a program with our own input and output, hands signals on, and ends as it ends. */
export function become(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', env: ownEnvironment(), ...options })
  // A terminal sends its interrupt to both of us; sent on, the program would get it twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  stopWithNpm(child)
  child.on('error', (error) => fail(`${program}: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

/**
 * The compiler of reports shares one pool of threads between the documents that are made at once. With one thread for
 * each processor the documents wait for one another (a seventh slower on two), and with one alone by a third; past
 * four nothing is won. A setting of one's own goes first.
 */
function ownEnvironment() {
  // Half of a warm start is reading the house; read once, it is kept as the engine has it.
  const compiled = join(projectFolder, '.cache', 'compiled')
  return { RAYON_NUM_THREADS: '4', NODE_COMPILE_CACHE: compiled, ...process.env }
}

/** npm ends the shell it has started us in and not us: without this, a stopped `npm start` would go on serving. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watching = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watching)
    child.kill('SIGTERM')
  }, 500)
  watching.unref()
}

/** Holds the checksum of the lock that was installed, and whether the tools are there too. */
const markFile = join(modules, '.lyttepost-lock')
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(projectFolder, 'package-lock.json')))
    .digest('hex')

const readMark = () => (existsSync(markFile) ? readFileSync(markFile, 'utf8').split(' ') : [])

function isInstalled(withTools) {
  const [lock, tools] = readMark()
  return lock === lockHash() && (tools === 'tools' || !withTools)
}

/** `npm ci` refuses a lock that names other platforms' binaries; `install` with the lock keeps to it too. */
function install(withTools) {
  say('Installing packages (once for each state of package-lock.json) …')
  const tools = withTools || readMark()[1] === 'tools'
  // One that is broken off leaves no mark.
  rmSync(markFile, { force: true })
  const args = [
    'install',
    '--no-save',
    tools ? '--include=dev' : '--omit=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const done = spawnSync('npm', args, { cwd: projectFolder, stdio: ['ignore', 2, 2], shell: windows })
  if (done.error) fail(`npm could not be started: ${done.error.message}`)
  if (done.status !== 0) fail('The packages could not be installed; the reason is above.')
  writeFileSync(markFile, tools ? `${lockHash()} tools` : lockHash())
}

/** So that `npx lyttepost` finds the command of the clone it is in. */
function linkCommand() {
  const link = join(modules, '.bin', windows ? 'lyttepost.cmd' : 'lyttepost')
  if (existsSync(link)) return
  rmSync(link, { force: true })
  const command = join(projectFolder, 'scripts', 'lyttepost.mjs')
  if (windows) {
    writeFileSync(link, `@node "${command}" %*\r\n`)
    return
  }
  chmodSync(command, 0o755)
  symlinkSync('../../scripts/lyttepost.mjs', link)
}

function findNode() {
  const platform = windows ? 'win' : process.platform
  const own = join(modules, `node-${platform}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return fail(
    `Lyttepost needs Node 22.18 or newer here; this is ${process.versions.node}. Where a ready-made Node 24 exists for the machine, it is installed with the packages; for ${process.platform} ${process.arch} there is none.`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) say(`Ready. Node: ${setup({ withTools: true })}`)
