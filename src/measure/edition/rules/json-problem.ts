/**
 * Where a text stops being JSON (RFC 8259). The platform's own message gives no line for most mistakes, and a
 * method file has a thousand of them.
 */
export type JsonProblem = { readonly line: number; readonly column: number; readonly found: string }

const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a string (RFC 8259 §7)
  /[ \t\n\r]*(?:([{}[\],:])|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y

type Expect = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'separator'

/** The first place at which `text` is not JSON; undefined when it is. Example: `{"a": oops}` fails at column 7. */
export function jsonProblem(text: string): JsonProblem | undefined {
  const open: ('{' | '[')[] = []
  let expect: Expect = 'value'
  let offset = 0
  while (expect !== 'separator' || open.length > 0) {
    token.lastIndex = offset
    const match = token.exec(text)
    const next: Expect | undefined = match
      ? step(expect, match[1] ?? (match[0].trimStart()[0] === '"' ? '"' : 'x'), open)
      : undefined
    if (!match || !next) return problemAt(text, offset)
    expect = next
    offset = token.lastIndex
  }
  return text.slice(offset).trim() === '' ? undefined : problemAt(text, offset)
}

/** What may follow `symbol` (`"` a string, `x` any other plain value); undefined when it may not stand here. */
function step(expect: Expect, symbol: string, open: ('{' | '[')[]): Expect | undefined {
  const here = open.at(-1)
  if (symbol === '}' || symbol === ']') {
    const wanted = symbol === '}' ? '{' : '['
    const mayEnd = expect === 'separator' || expect === (symbol === '}' ? 'keyOrEnd' : 'valueOrEnd')
    return here === wanted && mayEnd && open.pop() ? 'separator' : undefined
  }
  if (expect === 'separator') return symbol === ',' && here ? (here === '{' ? 'key' : 'value') : undefined
  if (expect === 'colon') return symbol === ':' ? 'value' : undefined
  if (expect === 'key' || expect === 'keyOrEnd') return symbol === '"' ? 'colon' : undefined
  if (symbol === '{' || symbol === '[') {
    open.push(symbol)
    return symbol === '{' ? 'keyOrEnd' : 'valueOrEnd'
  }
  return symbol === ',' || symbol === ':' ? undefined : 'separator'
}

function problemAt(text: string, from: number): JsonProblem {
  const offset = from + (/^[ \t\n\r]*/.exec(text.slice(from))?.[0].length ?? 0)
  const before = text.slice(0, offset).split('\n')
  return {
    line: before.length,
    column: before.at(-1)!.length + 1,
    found: text.slice(offset, offset + 20).split('\n')[0]!,
  }
}
