/** Before an observer's page is drawn: what this device keeps is read, so that the page is there without a network. */
import { queryClient } from '../api.ts'
import { meQuery } from '../session.ts'
import { listQuery } from './assignment-queries.ts'
import { ownerOf } from './device-db.ts'
import { thisDevice } from './device-marks.ts'
import { openRecords } from './device-records.ts'
import { keptList } from './kept-person.ts'
import { moveOldWork } from './old-work.ts'
import { registerWorker } from './worker-registration.ts'

export async function openDevice(): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery)
  if (me === null) return
  const owner = ownerOf(me)
  // Written before there is anything to log: a phone that is killed forgets what it stored last.
  thisDevice()
  await openRecords(owner)
  await moveOldWork(owner, me.person.personId)
  const list = listQuery(owner)
  if (queryClient.getQueryData(list.queryKey) === undefined) {
    const kept = await keptList(owner)
    if (kept) queryClient.setQueryData(list.queryKey, kept.list, { updatedAt: kept.keptAt })
  }
  registerWorker()
}
