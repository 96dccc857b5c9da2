/**
 * The values of a JSON file, one after the other, without ever holding more than one of them: the elements of a list
 * at the top, or values that stand one after the other (one in each line, or over several).
 */
import type { Place, ReadParams, ReadReason } from '../../record.ts'
import { textOf } from '../text-of.ts'

export type JsonValue =
  | { readonly ok: true; readonly value: unknown; readonly at: Place }
  | { readonly ok: false; readonly reason: ReadReason; readonly params: ReadParams; readonly at: Place }

export type JsonLimits = {
  /** Of one value, in characters. */
  readonly characters: number
  readonly depth: number
}
export const usualJsonLimits: JsonLimits = { characters: 32 * 1024 * 1024, depth: 100 }

/** @example values of '[{"id":1},{"id":2}]' // { id: 1 } at record 1, { id: 2 } at record 2 */
export async function* jsonValues(
  input: AsyncIterable<Uint8Array>,
  limits: JsonLimits = usualJsonLimits,
): AsyncGenerator<JsonValue, void, undefined> {
  const splitter = new Splitter(limits)
  for await (const text of textOf(input)) yield* splitter.take(text)
  yield* splitter.end()
}

/** Goes through the text character by character; only brackets, quotation marks and line ends mean something. */
class Splitter {
  private readonly limits: JsonLimits
  private parts: string[] = []
  private length = 0
  private depth = 0
  private deepest = 0
  private inString = false
  private escaped = false
  private inList = false
  private line = 1
  private startLine = 1
  private record = 0
  private started = false
  /** Once a value has ended on the line it began on, a line end ends every value, also a broken one. */
  private oneInEachLine = false

  constructor(limits: JsonLimits) {
    this.limits = limits
  }

  *take(text: string): Generator<JsonValue> {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === newLine) this.line += 1
      if (this.inString) {
        this.inText(code)
        // A line end inside a string is no JSON: the string was cut off, and the next line begins anew.
        if (code !== newLine || this.inList) continue
      }
      if (!this.started) {
        from = at
        if (!this.begin(code)) continue
      }
      if (this.isEnd(code)) {
        const includes = code === closeBrace || code === closeBracket
        this.keep(text.slice(from, includes && this.depth > 0 ? at + 1 : at))
        if (code === closeBracket && this.depth === 0) this.inList = false
        yield* this.finish()
        from = at + 1
        continue
      }
      this.step(code)
    }
    if (this.started) this.keep(text.slice(from))
  }

  *end(): Generator<JsonValue> {
    if (!this.started) return
    const isWhole = this.depth === 0 && !this.inString
    if (isWhole) yield* this.finish()
    else yield this.refused('cut-off')
  }

  private inText(code: number): void {
    if (this.escaped) this.escaped = false
    else if (code === backslash) this.escaped = true
    else if (code === quote) this.inString = false
  }

  /** Whether a value begins here; the bracket of a list of records, commas and spaces are passed over. */
  private begin(code: number): boolean {
    if (code <= space || code === comma || code === recordSeparator) return false
    if (code === openBracket && !this.inList) {
      this.inList = true
      return false
    }
    if (code === closeBracket && this.inList) {
      this.inList = false
      return false
    }
    this.started = true
    this.startLine = this.line
    this.depth = 0
    this.deepest = 0
    this.inString = false
    return true
  }

  /** Whether the value that began is over: its last bracket, or a comma, bracket or line end behind a bare one. */
  private isEnd(code: number): boolean {
    if (code === newLine) return this.depth === 0 || (!this.inList && (this.inString || this.oneInEachLine))
    if (this.inString) return false
    if (code === closeBrace || code === closeBracket) return this.depth <= 1
    return this.depth === 0 && this.inList && code === comma
  }

  private step(code: number): void {
    if (code === quote) this.inString = true
    else if (code === openBrace || code === openBracket) {
      this.depth += 1
      if (this.depth > this.deepest) this.deepest = this.depth
    } else if (code === closeBrace || code === closeBracket) this.depth -= 1
  }

  private keep(text: string): void {
    this.length += text.length
    if (this.length <= this.limits.characters) this.parts.push(text)
    else this.parts = []
  }

  private *finish(): Generator<JsonValue> {
    const text = this.parts.join('')
    const tooLong = this.length > this.limits.characters
    const tooDeep = this.deepest > this.limits.depth
    if (!tooLong && text.trim() === '') {
      this.reset()
      return
    }
    if (tooLong) yield this.refused('too-large', { most: this.limits.characters })
    else if (tooDeep) yield this.refused('too-deep', { most: this.limits.depth })
    else yield this.parsed(text)
  }

  private parsed(text: string): JsonValue {
    try {
      const value: unknown = JSON.parse(text)
      if (!this.inList && this.startLine === this.line) this.oneInEachLine = true
      const at = this.place()
      this.reset()
      return { ok: true, value, at }
    } catch {
      return this.refused('unreadable')
    }
  }

  private refused(reason: ReadReason, params: ReadParams = {}): JsonValue {
    const at = this.place()
    this.reset()
    return { ok: false, reason, params, at }
  }

  private place(): Place {
    this.record += 1
    return { line: this.startLine, record: this.record }
  }

  private reset(): void {
    this.parts = []
    this.length = 0
    this.started = false
    this.inString = false
    this.escaped = false
    this.depth = 0
    this.deepest = 0
  }
}

const [newLine, space, quote, comma, backslash] = [10, 32, 34, 44, 92]
const [openBracket, closeBracket, openBrace, closeBrace, recordSeparator] = [91, 93, 123, 125, 30]
