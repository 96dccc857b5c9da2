import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import {
  exportEarlier,
  importEarlier,
  listEarlierFigures,
  previewEarlier,
  removeEarlier,
} from './actions/earlier.ts'
import { judgeYear, readOverview, tieNames, unjudgeYear, untieNames } from './actions/overview.ts'
import { readSeries } from './actions/series.ts'
import { trendContract } from './contract.ts'

const os = implement(trendContract).$context<Context>()

export const trendRoutes = {
  overview: os.overview.handler(({ context }) => readOverview(context)),
  series: os.series.handler(({ context, input }) => readSeries(context, input)),
  tie: os.tie.handler(({ context, input }) => tieNames(context, input)),
  untie: os.untie.handler(({ context, input }) => untieNames(context, input)),
  judge: os.judge.handler(({ context, input }) => judgeYear(context, input)),
  unjudge: os.unjudge.handler(({ context, input }) => unjudgeYear(context, input)),
  earlier: {
    list: os.earlier.list.handler(({ context }) => listEarlierFigures(context)),
    export: os.earlier.export.handler(({ context }) => exportEarlier(context)),
    previewImport: os.earlier.previewImport.handler(({ context, input }) => previewEarlier(context, input)),
    import: os.earlier.import.handler(({ context, input }) => importEarlier(context, input)),
    remove: os.earlier.remove.handler(({ context, input }) => removeEarlier(context, input)),
  },
}
