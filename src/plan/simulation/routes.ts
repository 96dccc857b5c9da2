import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import {
  createWhatIf,
  readWhatIf,
  readWhatIfs,
  removeWhatIf,
  runWhatIf,
  saveWhatIf,
} from './actions/what-ifs.ts'
import { simulationContract } from './contract.ts'

const os = implement(simulationContract).$context<Context>()

export const simulationRoutes = {
  list: os.list.handler(({ context }) => readWhatIfs(context)),
  create: os.create.handler(({ context, input }) => createWhatIf(context, input)),
  get: os.get.handler(({ context, input }) => readWhatIf(context, input.whatIfId)),
  save: os.save.handler(({ context, input }) => saveWhatIf(context, input)),
  run: os.run.handler(({ context, input }) => runWhatIf(context, input.whatIfId)),
  remove: os.remove.handler(({ context, input }) => removeWhatIf(context, input.whatIfId)),
}
