/**
 * What a zip archive really holds. Sizes written in an archive may lie, so every part is unpacked here,
 * with a stop at the limit, before a library that trusts them sees it.
 */
import { inflateRawSync } from 'node:zlib'
import { refuseFileFor, refuseSize } from './table.ts'

export type ZipPart = { readonly name: string; readonly bytes: Uint8Array }

const mostParts = 2000
/** XML packs well, but honest workbooks stay far below this. */
const mostRatio = 200

/** Unpacks every part. @throws AppError `too-large`, or `invalid-input` when it is no sound archive */
export function unpackZip(archive: Uint8Array, mostBytes: number): readonly ZipPart[] {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const limit = Math.min(mostBytes, Math.max(1 << 20, archive.length * mostRatio))
  const parts: ZipPart[] = []
  let left = limit
  for (const entry of entriesOf(view)) {
    const bytes = unpack(view, entry, left)
    if (bytes === undefined) throw refuseSize('unpackedBytes', limit)
    left -= bytes.length
    parts.push({ name: entry.name, bytes })
  }
  return parts
}

type Entry = {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly offset: number
}

/** The archive's own list of its parts (APPNOTE 4.3.12), found from its end (4.3.16). */
function entriesOf(view: Buffer): readonly Entry[] {
  return sound(() => {
    const end = view.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    const count = view.readUInt16LE(end + 10)
    if (end < 0 || count > mostParts) throw new RangeError('no list of parts')
    const entries: Entry[] = []
    let at = view.readUInt32LE(end + 16)
    for (let index = 0; index < count; index++) {
      if (view.readUInt32LE(at) !== 0x02014b50) throw new RangeError('not a part')
      const nameLength = view.readUInt16LE(at + 28)
      entries.push({
        name: view.toString('utf8', at + 46, at + 46 + nameLength),
        method: view.readUInt16LE(at + 10),
        packed: view.readUInt32LE(at + 20),
        offset: view.readUInt32LE(at + 42),
      })
      at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
    }
    return entries
  })
}

/** Nothing when it would be more than the limit. */
function unpack(view: Buffer, { method, packed, offset }: Entry, limit: number): Uint8Array | undefined {
  const data = sound(() => {
    if (view.readUInt32LE(offset) !== 0x04034b50) throw new RangeError('not a part')
    const from = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28)
    if (from + packed > view.length) throw new RangeError('cut off')
    return view.subarray(from, from + packed)
  })
  if (method === 0) return data.length > limit ? undefined : data
  if (method !== 8) throw refuseFileFor('file-damaged')
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw refuseFileFor('file-damaged')
  }
}

/** Reading beyond the bytes means that the archive is damaged. */
function sound<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw refuseFileFor('file-damaged')
  }
}
