import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { readAfter } from './actions/read-after.ts'
import { readMeasured } from './actions/read-measured.ts'
import { readPatience, takePatience } from './actions/read-patience.ts'
import { readWaiting } from './actions/read-waiting.ts'
import { waitingContract } from './contract.ts'

const os = implement(waitingContract).$context<Context>()

export const waitingRoutes = {
  get: os.get.handler(({ context, input }) => readWaiting(context, input)),
  patience: os.patience.handler(({ context, input }) => readPatience(context, input)),
  after: os.after.handler(({ context, input }) => readAfter(context, input)),
  measured: os.measured.handler(({ context, input }) => readMeasured(context, input)),
  takePatience: os.takePatience.handler(({ context, input }) => takePatience(context, input)),
}
