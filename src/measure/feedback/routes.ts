import { implement } from '@orpc/server'
import type { SessionContext, SignInContext } from '../../organisation/index.ts'
import { carryFeedback, closeFeedback, readFeedback, replyToFeedback } from './actions/answer-feedback.ts'
import { lookAtLink, readReceipt, sendByLink } from './actions/open-feedback.ts'
import { addToPreparation, editItem, readPreparation, settle } from './actions/preparation.ts'
import { makeLink, readLinks, readMine, sendFeedback } from './actions/send-feedback.ts'
import { feedbackContract } from './contract.ts'

const os = implement(feedbackContract).$context<SessionContext>()
const holder = implement(feedbackContract).$context<SignInContext>()

export const feedbackRoutes = {
  list: os.list.handler(({ context, input }) => readFeedback(context, input)),
  reply: os.reply.handler(({ context, input }) => replyToFeedback(context, input)),
  carry: os.carry.handler(({ context, input }) => carryFeedback(context, input)),
  close: os.close.handler(({ context, input }) => closeFeedback(context, input)),
  mine: os.mine.handler(({ context }) => readMine(context)),
  send: os.send.handler(({ context, input }) => sendFeedback(context, input)),
  links: {
    list: os.links.list.handler(({ context, input }) => readLinks(context, input)),
    make: os.links.make.handler(({ context, input }) => makeLink(context, input)),
  },
  open: {
    look: holder.open.look.handler(({ context, input }) => lookAtLink(context, input)),
    send: holder.open.send.handler(({ context, input }) => sendByLink(context, input)),
    read: holder.open.read.handler(({ context, input }) => readReceipt(context, input)),
  },
  preparation: {
    list: os.preparation.list.handler(({ context, input }) => readPreparation(context, input)),
    add: os.preparation.add.handler(({ context, input }) => addToPreparation(context, input)),
    edit: os.preparation.edit.handler(({ context, input }) => editItem(context, input)),
    settle: os.preparation.settle.handler(({ context, input }) => settle(context, input)),
  },
}
