import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { publishResults } from './actions/publish.ts'
import { readCertainty, readParticipant, readResults } from './actions/read-results.ts'
import { exportSubmissions, listSubmissions, readSubmission } from './actions/read-submissions.ts'
import { resultsContract } from './contract.ts'

const os = implement(resultsContract).$context<Context>()

export const resultsRoutes = {
  get: os.get.handler(({ context, input }) => readResults(context, input)),
  participant: os.participant.handler(({ context, input }) => readParticipant(context, input)),
  certainty: os.certainty.handler(({ context, input }) => readCertainty(context, input)),
  submissions: os.submissions.handler(({ context, input }) => listSubmissions(context, input)),
  submission: os.submission.handler(({ context, input }) => readSubmission(context, input)),
  export: os.export.handler(({ context, input }) => exportSubmissions(context, input)),
  publish: os.publish.handler(({ context, input }) => publishResults(context, input)),
}
