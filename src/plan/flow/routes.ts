import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { dropChange, expectChange } from './actions/expectations.ts'
import { countImprovement } from './actions/improvements.ts'
import { exportFlow, readFlow, saveFlow } from './actions/read-flow.ts'
import { flowContract } from './contract.ts'

const os = implement(flowContract).$context<Context>()

export const flowRoutes = {
  get: os.get.handler(({ context }) => readFlow(context)),
  save: os.save.handler(({ context, input }) => saveFlow(context, input)),
  count: os.count.handler(({ context, input }) => countImprovement(context, input)),
  expect: os.expect.handler(({ context, input }) => expectChange(context, input)),
  drop: os.drop.handler(({ context, input }) => dropChange(context, input)),
  export: os.export.handler(({ context }) => exportFlow(context)),
}
