import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { noteAction, readNeeds, readPlan, removeAction } from './actions/today.ts'
import { todayContract } from './contract.ts'

const os = implement(todayContract).$context<Context>()

export const todayRoutes = {
  needs: os.needs.handler(({ context }) => readNeeds(context)),
  plan: os.plan.handler(({ context, input }) => readPlan(context, input)),
  note: os.note.handler(({ context, input }) => noteAction(context, input)),
  remove: os.remove.handler(({ context, input }) => removeAction(context, input)),
}
