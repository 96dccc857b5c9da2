import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { readStrategy, saveCosts } from './actions/channels.ts'
import { estimateCodes, readCodes, setCode } from './actions/codes.ts'
import { codeItem, drawSample, readDemand, readItems } from './actions/demand.ts'
import { readPriority, saveWeights } from './actions/priority.ts'
import { editProfile, place, prioritise } from './actions/profile.ts'
import { readOverview } from './actions/read-overview.ts'
import { readTopic } from './actions/read-topic.ts'
import { overviewContract } from './contract.ts'

const os = implement(overviewContract).$context<Context>()

export const overviewRoutes = {
  get: os.get.handler(({ context, input }) => readOverview(context, input)),
  topic: os.topic.handler(({ context, input }) => readTopic(context, input)),
  saveProfile: os.saveProfile.handler(({ context, input }) => editProfile(context, input)),
  priority: {
    get: os.priority.get.handler(({ context, input }) => readPriority(context, input)),
    prioritise: os.priority.prioritise.handler(({ context, input }) => prioritise(context, input)),
    place: os.priority.place.handler(({ context, input }) => place(context, input)),
    saveWeights: os.priority.saveWeights.handler(({ context, input }) => saveWeights(context, input)),
  },
  channels: {
    get: os.channels.get.handler(({ context, input }) => readStrategy(context, input)),
    saveCosts: os.channels.saveCosts.handler(({ context, input }) => saveCosts(context, input)),
  },
  demand: {
    list: os.demand.list.handler(({ context }) => readDemand(context)),
    draw: os.demand.draw.handler(({ context, input }) => drawSample(context, input)),
    items: os.demand.items.handler(({ context, input }) => readItems(context, input)),
    code: os.demand.code.handler(({ context, input }) => codeItem(context, input)),
  },
  codes: {
    list: os.codes.list.handler(({ context }) => readCodes(context)),
    estimate: os.codes.estimate.handler(({ context }) => estimateCodes(context)),
    set: os.codes.set.handler(({ context, input }) => setCode(context, input)),
  },
}
