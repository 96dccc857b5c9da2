import { once } from 'node:events'
import { createReadStream, createWriteStream, rmSync, type WriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'

/** Text that waits on disk, so that a million rows need no more memory than a few. Only masked text comes here. */
export class Spool {
  private readonly folder: string
  private readonly file: WriteStream

  private constructor(folder: string) {
    this.folder = folder
    process.once('exit', this.discardAtOnce)
    this.file = createWriteStream(join(folder, 'rows'), { mode: 0o600 })
  }

  static async open(): Promise<Spool> {
    return new Spool(await mkdtemp(join(tmpdir(), 'lyttepost-mask-')))
  }

  async write(text: string): Promise<void> {
    if (!this.file.write(text)) await once(this.file, 'drain')
  }

  async read(): Promise<Readable> {
    this.file.end()
    await finished(this.file)
    return createReadStream(join(this.folder, 'rows'))
  }

  /** Where the process ends in the middle, as when the reader of standard output has seen enough. */
  private readonly discardAtOnce = (): void => rmSync(this.folder, { recursive: true, force: true })

  async discard(): Promise<void> {
    process.off('exit', this.discardAtOnce)
    // Ended, not destroyed: text on its way into a destroyed file is an error that nobody waits for.
    await new Promise((resolve) => this.file.end(resolve))
    await rm(this.folder, { recursive: true, force: true })
  }
}
