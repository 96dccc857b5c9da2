import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../kernel/errors.ts'
import type { RowBytes } from '../../platform/files/index.ts'
import type { CliIo } from '../io.ts'

/** The bytes of a file or of standard input; refused when they are no text. */
export async function openInput(file: string, io: CliIo): Promise<RowBytes> {
  if (file === '-') return textOnly(io.stdin)
  const path = resolve(io.cwd, file)
  const found = await stat(path).catch(() => undefined)
  if (!found) throw refused('no-such-file')
  if (found.isDirectory()) throw refused('not-a-file')
  return textOnly(createReadStream(path, { highWaterMark: 1 << 18 }))
}

const refused = (code: string): AppError => new AppError('invalid-input', {}, [{ code }])

/** Workbooks and pictures have zeros early on; UTF-16 has them too, and begins with a mark. */
async function* textOnly(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    const isMarked = isFirst && [0xfeff, 0xfffe].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0))
    if (isFirst && !isMarked && bytes.subarray(0, 4000).includes(0)) throw refused('file-not-a-table')
    isFirst = false
    yield bytes
  }
}
