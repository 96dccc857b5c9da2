import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../kernel/errors.ts'

/**
 * Writes a file that is there whole or not at all: first beside its place, then moved to it.
 *
 * @throws AppError invalid-input with `cannot-write`
 */
export async function writeWhole(path: string, blocks: Iterable<string>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}-${process.pid}`)
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(temporary, 'w')
    try {
      for (const block of blocks) await file.write(block)
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const reason = (error as NodeJS.ErrnoException).code
    if (reason === undefined) throw error
    throw new AppError('invalid-input', {}, [{ code: 'cannot-write', params: { reason } }])
  }
}
