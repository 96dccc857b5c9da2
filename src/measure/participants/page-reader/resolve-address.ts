/** `href` made absolute against `base`; as written when the base is unknown or the address is not one. */
export function resolveAddress(href: string, base: string): string {
  const trimmed = href.trim().slice(0, 4_000)
  if (trimmed === '') return ''
  try {
    if (base) return new URL(trimmed, base).href
    return /^https?:/i.test(trimmed) ? new URL(trimmed).href : trimmed
  } catch {
    return trimmed
  }
}
