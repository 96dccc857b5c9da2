import type { EnquiryRecord, ReadItem } from '../../record.ts'

/** Bytes in pieces of a given size, as a file or a network gives them. */
export async function* bytesOf(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

export async function itemsOf(items: AsyncIterable<ReadItem>): Promise<readonly ReadItem[]> {
  return Array.fromAsync(items)
}

/** The records alone; a refusal fails the test that did not expect one. */
export async function recordsOf(items: AsyncIterable<ReadItem>): Promise<readonly EnquiryRecord[]> {
  return (await itemsOf(items)).map((item) => {
    if (!item.ok) throw new Error(`refused: ${item.reason} ${JSON.stringify(item)}`)
    return item.record
  })
}
