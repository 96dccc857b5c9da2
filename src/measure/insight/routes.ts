import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { readInsight, readParticipantInsight, readTarget } from './actions/read-insight.ts'
import { insightContract } from './contract.ts'

const os = implement(insightContract).$context<Context>()

export const insightRoutes = {
  get: os.get.handler(({ context, input }) => readInsight(context, input)),
  participant: os.participant.handler(({ context, input }) => readParticipantInsight(context, input)),
  target: os.target.handler(({ context, input }) => readTarget(context, input)),
}
