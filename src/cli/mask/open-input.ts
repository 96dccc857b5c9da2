import { AppError } from '../../kernel/errors.ts'
import type { RowBytes } from '../../platform/files/index.ts'
import type { CliIo } from '../io.ts'
import { openStream } from '../open-file.ts'

/** The bytes of a file or of standard input; refused when they are no text. */
export async function openInput(file: string, io: CliIo): Promise<RowBytes> {
  return textOnly(await openStream(file, io))
}

/** Workbooks and pictures have zeros early on; UTF-16 has them too, and begins with a mark. */
async function* textOnly(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    const isMarked = isFirst && [0xfeff, 0xfffe].includes(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0))
    if (isFirst && !isMarked && bytes.subarray(0, 4000).includes(0))
      throw new AppError('invalid-input', {}, [{ code: 'file-not-a-table' }])
    isFirst = false
    yield bytes
  }
}
