/** What a file is by its own first bytes, whatever it is called. */

export const largestFile = 5_000_000
export const mostFiles = 5

const signatures = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
] as const

/** Undefined for everything that is not taken. Example: bytes that begin with "%PDF-" → application/pdf. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const known = signatures.find((one) => one.bytes.every((byte, place) => bytes[place] === byte))
  if (known) return known.type
  return isPlainText(bytes) ? 'text/plain; charset=utf-8' : undefined
}

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return ![...text].some(isControl) && !markup.test(text)
  } catch {
    return false
  }
}

/** A name that is safe in a header and in a folder. Example: "../logg\n.txt" → "logg .txt". */
export function safeName(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}"<>|:*?;]/gu, ' ')
    .trim()
    .slice(-100)
  return plain === '' || plain.startsWith('.') ? `fil${plain}` : plain
}

/** A page or a picture made of text would be run by whoever opens it. */
const markup = /^\s*<(!doctype|html|svg|\?xml|script)/i

/** Everything below a space but tabs and line ends, and delete. */
function isControl(character: string): boolean {
  const code = character.codePointAt(0)!
  return (code < 32 && (code < 9 || code > 13)) || code === 127
}
