/** Bytes as text, piece by piece: UTF-16 by its mark, else UTF-8 with or without one. */
export async function* textOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | undefined
  let first: Uint8Array = new Uint8Array(0)
  for await (const chunk of input) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    first = joined(first, chunk)
    if (first.length < 3) continue
    decoder = new TextDecoder(encodingOf(first))
    yield decoder.decode(first, { stream: true })
  }
  yield decoder ? decoder.decode() : new TextDecoder(encodingOf(first)).decode(first)
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

export function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
