import { implement } from '@orpc/server'
import type { SessionContext } from '../../organisation/index.ts'
import { answerSurvey, mySurveys, readMySurvey } from './actions/answer-survey.ts'
import {
  closeSurvey,
  extendSurvey,
  openSurvey,
  readSurvey,
  remindObservers,
  saveSurvey,
} from './actions/edit-survey.ts'
import { importHistory, previewHistory } from './actions/import-history.ts'
import { acceptProposal, readProposal } from './actions/propose.ts'
import { readResults } from './actions/read-results.ts'
import { expectationsContract } from './contract.ts'

const os = implement(expectationsContract).$context<SessionContext>()

export const expectationsRoutes = {
  get: os.get.handler(({ context, input }) => readSurvey(context, input)),
  save: os.save.handler(({ context, input }) => saveSurvey(context, input)),
  open: os.open.handler(({ context, input }) => openSurvey(context, input)),
  remind: os.remind.handler(({ context, input }) => remindObservers(context, input)),
  extend: os.extend.handler(({ context, input }) => extendSurvey(context, input)),
  close: os.close.handler(({ context, input }) => closeSurvey(context, input)),
  results: os.results.handler(({ context, input }) => readResults(context, input)),
  history: {
    preview: os.history.preview.handler(({ context, input }) => previewHistory(context, input)),
    import: os.history.import.handler(({ context, input }) => importHistory(context, input)),
  },
  proposal: os.proposal.handler(({ context, input }) => readProposal(context, input)),
  accept: os.accept.handler(({ context, input }) => acceptProposal(context, input)),
  mine: {
    list: os.mine.list.handler(({ context }) => mySurveys(context)),
    get: os.mine.get.handler(({ context, input }) => readMySurvey(context, input)),
    answer: os.mine.answer.handler(({ context, input }) => answerSurvey(context, input)),
  },
}
