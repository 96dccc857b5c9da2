import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { drawCodings, withdrawCoding } from './actions/ask-coding.ts'
import { handInCoding, keepCodingDraft, listMyCodings, readCoding } from './actions/code.ts'
import { readCodings } from './actions/list-codings.ts'
import { codingContract } from './contract.ts'

const os = implement(codingContract).$context<Context>()

export const codingRoutes = {
  mine: os.mine.handler(({ context }) => listMyCodings(context)),
  open: os.open.handler(({ context, input }) => readCoding(context, input)),
  saveDraft: os.saveDraft.handler(({ context, input }) => keepCodingDraft(context, input)),
  handIn: os.handIn.handler(({ context, input }) => handInCoding(context, input)),
  list: os.list.handler(({ context, input }) => readCodings(context, input)),
  sample: os.sample.handler(({ context, input }) => drawCodings(context, input)),
  withdraw: os.withdraw.handler(({ context, input }) => withdrawCoding(context, input)),
}
