/** Files that are all there or not at all: written beside their places first, then put there. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export async function writeTogether(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const beside = await mkdtemp(join(folder, '.writing-'))
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(beside, name), content)
    for (const name of Object.keys(files)) await rename(join(beside, name), join(folder, name))
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}
