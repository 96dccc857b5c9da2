/** Leaving a device: what is not sent is counted first, and then nothing of the person is left on it. */
import { isUnsent } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import type { Me } from '../../src/organisation/contract.ts'
import { ownerOf } from './device-db.ts'
import { countUnsent, forgetRecords, openRecords, recordsOf } from './device-records.ts'
import { forgetPerson } from './kept-person.ts'
import { sendWork } from './send-work.ts'

/** How many things of a person are not sent, after one more try to send them. */
export async function unsentOnLeaving(me: Me): Promise<number> {
  const owner = ownerOf(me)
  await openRecords(owner)
  if (recordsOf(owner).some(({ work }) => isUnsent(work))) await sendWork(owner)
  return recordsOf(owner).reduce((count, { work }) => count + countUnsent(work), 0)
}

export async function leaveDevice(me: Me): Promise<void> {
  await forgetRecords(ownerOf(me))
  await forgetPerson()
}
