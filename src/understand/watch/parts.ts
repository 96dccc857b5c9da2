import type { Context } from '../../organisation/index.ts'
import type { MailPost } from '../../platform/mail/index.ts'
import type { Seals } from '../../platform/seal/index.ts'

/** What telling somebody needs on top: the post, the server's seals, and where people find the pages. */
export type AlertParts = {
  readonly mail: Pick<MailPost, 'sendMail'>
  readonly seals: Seals
  readonly publicUrl: string
  /** Hosts that webhooks may be sent to although they are not on the open internet. */
  readonly webhookHosts: readonly string[]
}

export type WatchContext = Context & AlertParts
