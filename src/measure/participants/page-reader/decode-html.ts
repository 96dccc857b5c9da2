/** Bytes → text: by byte-order mark, the answer's charset, the page's own meta tag, else UTF-8 or Windows-1252. */
function named(label: string | undefined): TextDecoder | undefined {
  try {
    return label ? new TextDecoder(label.trim().toLowerCase()) : undefined
  } catch {
    return undefined
  }
}

function byMark(bytes: Uint8Array): TextDecoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return named('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return named('utf-16be')
  return bytes[0] === 0xef && bytes[1] === 0xbb ? named('utf-8') : undefined
}

function stated(bytes: Uint8Array): TextDecoder | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  return named(/<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(start)?.[1])
}

/** The text of a page; a charset that does not fit the bytes is passed over. Never throws. */
export function decodeHtml(bytes: Uint8Array, contentType = ''): string {
  const declared =
    byMark(bytes) ?? named(/charset\s*=\s*["']?([\w-]{2,30})/i.exec(contentType)?.[1]) ?? stated(bytes)
  if (declared && declared.encoding !== 'utf-8') return declared.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return declared ? declared.decode(bytes) : new TextDecoder('windows-1252').decode(bytes)
  }
}
