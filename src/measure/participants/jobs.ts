/** Long work of this feature: reading the pages of many participants, a few at a time. */
import { scopeOfPerson } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Job, Jobs } from '../../platform/jobs/index.ts'
import {
  checkParticipant,
  type DiscoverPayload,
  discoverJob,
  participantsToCheck,
} from './actions/discover.ts'
import type { PageSource } from './page-reader/fetched.ts'
import { openCamera } from './page-reader/screenshot.ts'

const atATime = 3

type Parts = { readonly db: Db; readonly openSource: () => PageSource }

/** Makes this process work on channel discovery. `openSource` says where pages come from. */
export async function workOnDiscovery(jobs: Jobs, parts: Parts): Promise<void> {
  await jobs.work<DiscoverPayload>(discoverJob, (job) => discover(parts, job))
}

async function discover(
  { db, openSource }: Parts,
  job: Job<DiscoverPayload>,
): Promise<{ checked: number } | undefined> {
  const { editionId, round } = job.data
  const scope = await scopeOfPerson(db, job.data, 'job')
  if (!scope) return undefined
  const waiting = [...(await participantsToCheck(scope, db, job.data))]
  const total = waiting.length
  const source = openSource()
  const camera = await openCamera(source)
  const reader = { source, picture: camera.picture, now: () => new Date() }
  let done = 0
  const work = async () => {
    for (
      let participant = waiting.shift();
      participant && !job.signal.aborted;
      participant = waiting.shift()
    ) {
      await checkParticipant(reader, { scope, db, editionId, round, participant })
      done += 1
      job.progress(done / total, participant.name)
    }
  }
  try {
    await Promise.all(Array.from({ length: atATime }, work))
    return { checked: done }
  } finally {
    await camera.close()
    await source.close()
  }
}
