/** One thing that was seen on a page and what was made of it. */
export type EvidenceKind = 'phone' | 'email' | 'form' | 'chat' | 'messenger' | 'facebookPage' | 'page'

export type Evidence = {
  readonly kind: EvidenceKind
  readonly value: string
  /** used = a channel rests on it; hint = a person may want to look; rejected = seen and not it. */
  readonly verdict: 'used' | 'hint' | 'rejected'
  /** Why not, or how: a key such as 'fax', 'newsletter', 'shareButton'. */
  readonly reason?: string
  /** The words around it on the page. */
  readonly snippet: string
  /** The page it stood on, when several were read. */
  readonly url?: string
}
