import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { readOverview } from './actions/overview.ts'
import { previewRule } from './actions/preview.ts'
import { importScheduled, setScheduled } from './actions/scheduled.ts'
import { readRules, readShrinkage, setRule, setShrinkage } from './actions/settings.ts'
import { readWeek } from './actions/week.ts'
import { staffingContract } from './contract.ts'

const os = implement(staffingContract).$context<Context>()

export const staffingRoutes = {
  overview: os.overview.handler(({ context, input }) => readOverview(context, input)),
  week: os.week.handler(({ context, input }) => readWeek(context, input)),
  rules: {
    list: os.rules.list.handler(({ context, input }) => readRules(context, input)),
    save: os.rules.save.handler(({ context, input }) => setRule(context, input)),
    preview: os.rules.preview.handler(({ context, input }) => previewRule(context, input)),
  },
  shrinkage: {
    get: os.shrinkage.get.handler(({ context }) => readShrinkage(context)),
    save: os.shrinkage.save.handler(({ context, input }) => setShrinkage(context, input)),
  },
  scheduled: {
    save: os.scheduled.save.handler(({ context, input }) => setScheduled(context, input)),
    import: os.scheduled.import.handler(({ context, input }) => importScheduled(context, input)),
  },
}
