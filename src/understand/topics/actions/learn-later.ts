/** Learning from what people place: asked for with every confirmation, done once for those of a few seconds. */
import type { Context } from '../../../organisation/index.ts'

export const learnJob = 'topics.learn'

/** Without a person it is work that the house does by itself. */
export type TopicsPayload = { readonly organisationId: string; readonly personId?: string }

const pause = 2000

export async function learnLater({
  scope,
  jobs,
  now,
}: Pick<Context, 'scope' | 'jobs' | 'now'>): Promise<void> {
  const { organisationId, personId } = scope
  const payload: TopicsPayload = { organisationId, personId }
  await jobs.send(learnJob, payload, { organisationId, startAfter: new Date(now.getTime() + pause) })
}
