/** Builds the pages when anything they are made of has changed since the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { projectFolder, say } from './setup.mjs'

const page = join(projectFolder, 'dist', 'web', 'index.html')
const markFile = join(projectFolder, 'dist', 'web.built-from')

/** Whether the pages are there now, as their sources are; why not is on standard error. */
export function buildWeb(node) {
  const source = sourceHash()
  if (existsSync(page) && existsSync(markFile) && readFileSync(markFile, 'utf8') === source) return true
  say('Building the pages …')
  const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--logLevel', 'warn']
  const done = spawnSync(node, args, { cwd: projectFolder, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) return false
  mkdirSync(dirname(markFile), { recursive: true })
  writeFileSync(markFile, source)
  return true
}

/** Of everything that the pages are made of: their own files, and from the server contracts, rules and kernel. */
function sourceHash() {
  const hash = createHash('sha256')
  const files = [
    join(projectFolder, 'package-lock.json'),
    join(projectFolder, 'vite.config.ts'),
    join(projectFolder, 'scripts', 'offline-files.ts'),
    ...filesUnder(join(projectFolder, 'web')),
    ...filesUnder(join(projectFolder, 'src')).filter(isSharedWithPages),
  ]
  for (const file of files.filter(existsSync)) {
    hash.update(relative(projectFolder, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function isSharedWithPages(file) {
  const inside = relative(projectFolder, file).split(sep)
  return inside.includes('kernel') || inside.includes('rules') || file.endsWith('contract.ts')
}
