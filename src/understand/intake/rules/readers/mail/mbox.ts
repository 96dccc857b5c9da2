/**
 * The messages of an mbox file one after the other (RFC 4155). A line "From " behind an empty line begins a message;
 * `>From ` inside one is undone, once for each message store (mboxo and mboxrd).
 */
import { joined } from '../text-of.ts'

export type FoundMessage = {
  readonly bytes: Uint8Array
  /** Of the message's first line in the file. */
  readonly line: number
  readonly tooLarge: boolean
}

export async function* mboxMessages(
  input: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<FoundMessage, void, undefined> {
  const messages = new Messages(mostBytes)
  let rest: Uint8Array = new Uint8Array(0)
  for await (const chunk of input) {
    const bytes = joined(rest, chunk)
    let from = 0
    for (let end = bytes.indexOf(newLine); end >= 0; end = bytes.indexOf(newLine, from)) {
      yield* messages.take(bytes.subarray(from, end + 1))
      from = end + 1
    }
    rest = bytes.slice(from)
    // No line of a message is longer; what goes on without end is handed on in pieces.
    if (rest.length > longestLine) {
      yield* messages.take(rest)
      rest = new Uint8Array(0)
    }
  }
  if (rest.length > 0) yield* messages.take(rest)
  yield* messages.end()
}

const [newLine, mark] = [10, 62]
const longestLine = 1 << 20
const fromWord = new TextEncoder().encode('From ')
const separator = /^From \S.{0,300}\d{1,2}:\d{2}.{0,100}\d{4}/

class Messages {
  private readonly mostBytes: number
  private parts: Uint8Array[] = []
  private length = 0
  private line = 0
  private startLine = 1
  private wasBlank = true
  private isOpen = false

  constructor(mostBytes: number) {
    this.mostBytes = mostBytes
  }

  *take(line: Uint8Array): Generator<FoundMessage> {
    this.line += 1
    if (this.wasBlank && startsWith(line, 0) && separator.test(latin(line))) {
      yield* this.end()
      this.isOpen = true
      this.startLine = this.line
      return
    }
    this.wasBlank = line.length <= 2 && (line[0] === newLine || line[1] === newLine)
    if (!this.isOpen && this.wasBlank) return
    if (!this.isOpen) this.startLine = this.line
    this.isOpen = true
    this.length += line.length
    if (this.length <= this.mostBytes) this.parts.push(withoutMark(line))
    else this.parts = []
  }

  *end(): Generator<FoundMessage> {
    if (this.isOpen && this.length > 0)
      yield { bytes: joinedBytes(this.parts), line: this.startLine, tooLarge: this.length > this.mostBytes }
    this.parts = []
    this.length = 0
    this.isOpen = false
    this.wasBlank = true
  }
}

const latin = (line: Uint8Array): string => String.fromCharCode(...line.subarray(0, 400))

function startsWith(line: Uint8Array, from: number): boolean {
  return fromWord.every((byte, index) => line[from + index] === byte)
}

function withoutMark(line: Uint8Array): Uint8Array {
  let marks = 0
  while (line[marks] === mark) marks++
  return marks > 0 && startsWith(line, marks) ? line.slice(1) : line.slice()
}

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
