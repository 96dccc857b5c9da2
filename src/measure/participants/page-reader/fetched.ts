/** What came of asking for one page: its text, or why it was not read. */
export type RefusalReason =
  | 'invalid-address'
  | 'scheme'
  | 'port'
  | 'private-address'
  | 'unknown-host'
  | 'unreachable'
  | 'robots'
  | 'redirects'
  | 'too-large'
  | 'timeout'
  | 'not-html'
  | 'status'

export type Refusal = {
  readonly ok: false
  /** The address that was refused: the one asked for, or the one that it sent the reader on to. */
  readonly url: string
  readonly reason: RefusalReason
  readonly detail: string
}

export type Fetched = { readonly ok: true; readonly url: string; readonly html: string } | Refusal

/** Where pages come from: the network, the built-in demo pages, or a test. */
export type PageSource = {
  readonly open: (url: string) => Promise<Fetched>
  readonly close: () => Promise<void>
}

const sentences: Readonly<Record<RefusalReason, string>> = {
  'invalid-address': 'is not a web address',
  scheme: 'is refused: only http and https are read',
  port: 'is refused: only ports 80 and 443 are read',
  'private-address': 'is refused: the address is inside a private or reserved network',
  'unknown-host': 'has no address in the domain name system',
  unreachable: 'could not be reached',
  robots: "is not read: the site's robots.txt asks readers to stay away",
  redirects: 'sends the reader on more than 5 times',
  'too-large': 'is larger than 5 MB',
  timeout: 'did not answer within 10 seconds',
  'not-html': 'is not a web page',
  status: 'answered with an error',
}

/** One sentence in English for the command line. Example: "http://127.0.0.1/ is refused: … (127.0.0.1)". */
export function refusalSentence(asked: string, refusal: Refusal): string {
  const via = refusal.url !== asked ? `${asked} sends the reader on to ${refusal.url}, which` : asked
  return `${via} ${sentences[refusal.reason]}${refusal.detail ? ` (${refusal.detail})` : ''}`
}
