import type { SourceProfile } from '../contract.ts'
import type { Message } from '../mail/read-folder.ts'
import { liveRecordSchema, toRecord } from '../rules/live-record.ts'
import type { ReadItem } from '../rules/record.ts'

type Bytes = AsyncIterable<Uint8Array>

export function openReader(
  _kind: string,
  _profile: SourceProfile,
): (bytes: Bytes) => AsyncIterable<ReadItem> {
  return async function* (bytes) {
    const decoder = new TextDecoder()
    let rest = ''
    let line = 0
    for await (const piece of bytes) {
      rest += decoder.decode(piece, { stream: true })
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      for (const one of lines) yield readLine(one, ++line)
    }
    if (rest !== '') yield readLine(rest, ++line)
  }
}

function readLine(text: string, line: number): ReadItem {
  try {
    const parsed = liveRecordSchema.safeParse(JSON.parse(text))
    if (parsed.success) return { ok: true, record: toRecord(parsed.data), at: { line } }
    return { ok: false, at: { line }, reason: 'bad-value', params: {} }
  } catch {
    return { ok: false, at: { line }, reason: 'unreadable', params: {} }
  }
}

export async function readMessage(message: Message): Promise<readonly ReadItem[]> {
  const text = Buffer.from(message.source).toString()
  const record = {
    sourceId: `uid-${message.uid}`,
    text,
    channel: 'email' as const,
    startedAt: new Date(0).toISOString(),
  }
  return [{ ok: true, record, at: { record: message.uid } }]
}
