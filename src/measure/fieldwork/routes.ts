import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { importUnsent } from './actions/import-unsent.ts'
import { keepDraft, listAssignments, logEvents, readAssignment } from './actions/observe.ts'
import {
  excludeContact,
  pauseFieldwork,
  readOverview,
  readProgress,
  resumeFieldwork,
} from './actions/progress.ts'
import { approve, approveClean, readQueue, readReview, reopen, returnToObserver } from './actions/review.ts'
import { handIn } from './actions/submit.ts'
import { fieldworkContract } from './contract.ts'

const os = implement(fieldworkContract).$context<Context>()

export const fieldworkRoutes = {
  observe: {
    list: os.observe.list.handler(({ context }) => listAssignments(context)),
    get: os.observe.get.handler(({ context, input }) => readAssignment(context, input)),
    log: os.observe.log.handler(({ context, input }) => logEvents(context, input)),
    saveDraft: os.observe.saveDraft.handler(({ context, input }) => keepDraft(context, input)),
    submit: os.observe.submit.handler(({ context, input }) => handIn(context, input)),
  },
  review: {
    queue: os.review.queue.handler(({ context, input }) => readQueue(context, input)),
    get: os.review.get.handler(({ context, input }) => readReview(context, input)),
    approve: os.review.approve.handler(({ context, input }) => approve(context, input)),
    reopen: os.review.reopen.handler(({ context, input }) => reopen(context, input)),
    approveClean: os.review.approveClean.handler(({ context, input }) => approveClean(context, input)),
    return: os.review.return.handler(({ context, input }) => returnToObserver(context, input)),
  },
  overview: os.overview.handler(({ context }) => readOverview(context)),
  progress: os.progress.handler(({ context, input }) => readProgress(context, input)),
  pause: os.pause.handler(({ context, input }) => pauseFieldwork(context, input)),
  resume: os.resume.handler(({ context, input }) => resumeFieldwork(context, input)),
  importUnsent: os.importUnsent.handler(({ context, input }) => importUnsent(context, input)),
  exclude: os.exclude.handler(({ context, input }) => excludeContact(context, input)),
}
