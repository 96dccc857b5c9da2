import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { exportForm, readForm, takeForm } from './actions/form.ts'
import { importResults, previewResults } from './actions/results.ts'
import { interchangeContract } from './contract.ts'

const os = implement(interchangeContract).$context<Context>()

export const interchangeRoutes = {
  exportForm: os.exportForm.handler(({ context, input }) => exportForm(context, input)),
  readForm: os.readForm.handler(({ context, input }) => readForm(context, input)),
  takeForm: os.takeForm.handler(({ context, input }) => takeForm(context, input)),
  readResults: os.readResults.handler(({ context, input }) => previewResults(context, input)),
  importResults: os.importResults.handler(({ context, input }) => importResults(context, input)),
}
