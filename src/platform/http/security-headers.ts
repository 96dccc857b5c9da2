/**
 * Headers on every answer. Scripts come from our own files only; style attributes are allowed because charts
 * set them, style elements are not.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const always: readonly (readonly [string, string])[] = [
  ['content-security-policy', policy],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
]

/** An answer that is made for pages of other sites says so itself; everything else is for our own only. */
const may = 'cross-origin-resource-policy'

export function setSecurityHeaders(headers: Headers, publicUrl: string): void {
  const shared = headers.get(may) === 'cross-origin'
  for (const [name, value] of always) headers.set(name, value)
  if (shared) headers.set(may, 'cross-origin')
  if (publicUrl.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000')
}
