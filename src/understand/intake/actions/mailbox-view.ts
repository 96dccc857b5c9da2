import type { IntakeMailbox } from '../contract.ts'
import type { StoredMailbox } from '../store/mailbox-store.ts'

/** A mailbox as it is shown: everything but the password. */
export function mailboxView(box: StoredMailbox): IntakeMailbox {
  const { host, port, security, user, folder, everyMinutes, lastFetchAt, lastError } = box
  return {
    host,
    port,
    security,
    user,
    folder,
    everyMinutes,
    lastFetchAt: lastFetchAt?.toISOString() ?? null,
    lastError,
  }
}
