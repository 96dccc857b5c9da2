/** Addresses that stand for a built-in page of a fictional company: read without a network. */
export const demoScheme = 'demo:'

/**
 * A home page as people write it → the address that is read; undefined when it cannot be one.
 * Examples: 'www.firma.no' → 'https://www.firma.no/'; 'demo:fjordlinja' stays; 'ftp://x' → undefined.
 */
export function websiteAddress(written: string): string | undefined {
  const text = written.trim()
  if (new RegExp(`^${demoScheme}[a-z0-9-]{1,60}$`).test(text)) return text
  const withScheme =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? text : `https://${text}`
  if (!URL.canParse(withScheme)) return undefined
  const { protocol, hostname, href } = new URL(withScheme)
  const isWeb = (protocol === 'http:' || protocol === 'https:') && /^[^.\s]+(?:\.[^.\s]+)+$/.test(hostname)
  return isWeb ? href : undefined
}
