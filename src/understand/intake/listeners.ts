/** What others do when enquiries have come in: the list is put together in `src/listeners.ts`. */
import type { Jobs } from '../../platform/jobs/index.ts'

/** New or changed enquiries of a batch are stored; the batch may not be whole yet. */
export type EnquiriesCame = {
  readonly organisationId: string
  readonly sourceId: string
  readonly batchId: string
  readonly landed: number
  readonly changed: number
}

/** Called after the transaction that stored them. It only sends jobs: what it throws is logged and stops nothing. */
export type IntakeListener = (came: EnquiriesCame, jobs: Jobs) => Promise<void>

/** Tells everybody, one after the other. */
export async function tell(
  listeners: readonly IntakeListener[],
  came: EnquiriesCame,
  { jobs, onError }: { readonly jobs: Jobs; readonly onError: (error: unknown) => void },
): Promise<void> {
  if (came.landed + came.changed === 0) return
  for (const listener of listeners) await listener(came, jobs).catch(onError)
}
