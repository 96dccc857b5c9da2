import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret of this data folder, made at the first call and read by every later one. The file appears
 * complete or not at all (written aside, then linked), so two processes that start at once agree.
 */
export function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret')
  return readSecret(file) ?? makeSecret(dataFolder, file)
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

function makeSecret(dataFolder: string, file: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const aside = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`
  writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(aside, file)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  } finally {
    rmSync(aside)
  }
  return readFileSync(file, 'utf8').trim()
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
