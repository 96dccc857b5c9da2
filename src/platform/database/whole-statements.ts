/**
 * The socket server of the embedded store hands on every message of the wire protocol by itself and sends on every
 * piece of the answer by itself. A statement with parameters is five messages, and PostgreSQL answers only the
 * last of them: kept until then and given on together, they cost half as much.
 */
import type { PGlite } from '@electric-sql/pglite'

/** Parse, Bind, Describe, Execute, Close: answered when Sync or Flush follows (PostgreSQL's manual, 54.2.3). */
const parts = new Set([...'PBDEC'].map((letter) => letter.charCodeAt(0)))
/** A new connection begins with its length, which is less than 16 MB. */
const startup = 0
const mostHeld = 1 << 16

type Run = PGlite['execProtocolRawStream']

/** Replaces the store's `execProtocolRawStream`, through which every message of the socket comes. */
export function runWholeStatements(store: Pick<PGlite, 'execProtocolRawStream'>): void {
  const run = store.execProtocolRawStream.bind(store)
  let waiting: Uint8Array[] = []
  store.execProtocolRawStream = async (message, options) => {
    // What a connection that broke off has left is not the next one's.
    if (message[0] === startup) waiting = []
    if (parts.has(message[0]!)) {
      waiting.push(message)
      return
    }
    const whole = waiting.length === 0 ? message : Buffer.concat([...waiting, message])
    waiting = []
    await inLargePieces(run, whole, options)
  }
}

async function inLargePieces(run: Run, message: Uint8Array, options: Parameters<Run>[1]): Promise<void> {
  let held: Uint8Array[] = []
  let bytes = 0
  const send = () => {
    if (bytes > 0) options.onRawData(Buffer.concat(held))
    held = []
    bytes = 0
  }
  const onRawData = (piece: Uint8Array) => {
    // A copy: the store writes its next piece into the same memory.
    held.push(piece.slice())
    bytes += piece.length
    if (bytes >= mostHeld) send()
  }
  await run(message, { ...options, onRawData })
  send()
}
