/**
 * Before any page test: the web app as it would be released, in a folder of its own that is named by its sources'
 * last change, so that a test run never takes the files of another one away. In a process of its own, for the
 * test's mode would build React for development.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The built web app. */
    webFolder: string
  }
}

const root = new URL('../../', import.meta.url).pathname
const builds = join(root, '.cache/web')
const vite = join(root, 'node_modules/vite/bin/vite.js')

export function setup(project: TestProject): void {
  const stamp = Math.max(...['web', 'src'].map((folder) => newest(join(root, folder))))
  const folder = join(builds, String(Math.round(stamp)))
  if (!existsSync(folder)) build(folder)
  project.provide('webFolder', folder)
}

function build(folder: string): void {
  mkdirSync(builds, { recursive: true })
  const unfinished = `${folder}.${process.pid}`
  const env = { ...process.env, NODE_ENV: 'production' }
  const command = [vite, 'build', '--logLevel', 'error', '--outDir', unfinished]
  execFileSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' })
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  removeOldBuilds()
}

const anHour = 3_600_000

/** Another run may take one away at the same moment: what is gone already is no fault. */
function removeOldBuilds(): void {
  for (const name of readdirSync(builds)) {
    const folder = join(builds, name)
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (changed < Date.now() - anHour) rmSync(folder, { recursive: true, force: true })
  }
}

/** When anything in the folder was last changed, in milliseconds. */
function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .reduce((latest, changed) => Math.max(latest, changed), 0)
}
