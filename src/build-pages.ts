/** The web app in `dist/web`, built when anything it is made of has changed since the last build. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../', import.meta.url))
const page = join(project, 'dist', 'web', 'index.html')
const markFile = join(project, 'dist', 'web.built-from')

/** @throws PagesNotBuilt; what is wrong is on standard error by then */
export async function buildPages(): Promise<void> {
  const sources = sourceHash()
  if (existsSync(page) && existsSync(markFile) && readFileSync(markFile, 'utf8') === sources) return
  process.stderr.write('Building the pages …\n')
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
  })
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new PagesNotBuilt()
  mkdirSync(dirname(markFile), { recursive: true })
  writeFileSync(markFile, sources)
}

export class PagesNotBuilt extends Error {
  constructor() {
    super('The pages could not be built; the reason is above.')
  }
}

/** Of everything that the pages are made of: their own files, and from the server contracts, rules and kernel. */
function sourceHash(): string {
  const hash = createHash('sha256')
  const files = [
    join(project, 'package-lock.json'),
    join(project, 'vite.config.ts'),
    join(project, 'scripts', 'offline-files.ts'),
    ...filesUnder(join(project, 'web')),
    ...filesUnder(join(project, 'src')).filter(isSharedWithPages),
  ]
  for (const file of files) {
    hash.update(relative(project, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function isSharedWithPages(file: string): boolean {
  const inside = relative(project, file).split(sep)
  return inside.includes('kernel') || inside.includes('rules') || file.endsWith('contract.ts')
}
