import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { countImprovement } from './actions/improvements.ts'
import { exportFlow, readFlow, saveFlow } from './actions/read-flow.ts'
import { flowContract } from './contract.ts'

const os = implement(flowContract).$context<Context>()

export const flowRoutes = {
  get: os.get.handler(({ context }) => readFlow(context)),
  save: os.save.handler(({ context, input }) => saveFlow(context, input)),
  count: os.count.handler(({ context, input }) => countImprovement(context, input)),
  export: os.export.handler(({ context }) => exportFlow(context)),
}
