import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { bundleReports, startReports } from './actions/make-reports.ts'
import { listReports, readClassFile, readDocument, readReportFile } from './actions/read-reports.ts'
import { reportsContract } from './contract.ts'

const os = implement(reportsContract).$context<Context>()

export const reportsRoutes = {
  list: os.list.handler(({ context, input }) => listReports(context, input)),
  document: os.document.handler(({ context, input }) => readDocument(context, input)),
  file: os.file.handler(({ context, input }) => readReportFile(context, input)),
  classFile: os.classFile.handler(({ context, input }) => readClassFile(context, input)),
  makeAll: os.makeAll.handler(({ context, input }) => startReports(context, input)),
  bundle: os.bundle.handler(({ context, input }) => bundleReports(context, input)),
}
