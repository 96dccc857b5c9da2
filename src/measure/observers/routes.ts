import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import {
  answerBriefing,
  readBriefing,
  readMyBriefing,
  saveBriefing,
  startBriefing,
} from './actions/briefing.ts'
import { readMine } from './actions/mine.ts'
import { addExtra, exportPayments, pay, readPayments, saveRates } from './actions/payments.ts'
import { readObserver, readPool } from './actions/pool.ts'
import {
  changeAvailability,
  changeMyAvailability,
  changeProfile,
  declareConflict,
  declareMyConflict,
  endConflict,
  qualify,
} from './actions/profile.ts'
import { observersContract } from './contract.ts'

const os = implement(observersContract).$context<Context>()

export const observersRoutes = {
  pool: os.pool.handler(({ context, input }) => readPool(context, input)),
  get: os.get.handler(({ context, input }) => readObserver(context, input)),
  saveProfile: os.saveProfile.handler(({ context, input }) => changeProfile(context, input)),
  saveAvailability: os.saveAvailability.handler(({ context, input }) => changeAvailability(context, input)),
  qualify: os.qualify.handler(({ context, input }) => qualify(context, input)),
  declareConflict: os.declareConflict.handler(({ context, input }) => declareConflict(context, input)),
  endConflict: os.endConflict.handler(({ context, input }) => endConflict(context, input)),
  briefing: {
    get: os.briefing.get.handler(({ context, input }) => readBriefing(context, input)),
    save: os.briefing.save.handler(({ context, input }) => saveBriefing(context, input)),
  },
  payments: {
    get: os.payments.get.handler(({ context, input }) => readPayments(context, input)),
    saveRates: os.payments.saveRates.handler(({ context, input }) => saveRates(context, input)),
    addExtra: os.payments.addExtra.handler(({ context, input }) => addExtra(context, input)),
    pay: os.payments.pay.handler(({ context, input }) => pay(context, input)),
    export: os.payments.export.handler(({ context, input }) => exportPayments(context, input)),
  },
  mine: {
    get: os.mine.get.handler(({ context }) => readMine(context)),
    saveAvailability: os.mine.saveAvailability.handler(({ context, input }) =>
      changeMyAvailability(context, input),
    ),
    declareConflict: os.mine.declareConflict.handler(({ context, input }) =>
      declareMyConflict(context, input),
    ),
    briefing: os.mine.briefing.handler(({ context, input }) => readMyBriefing(context, input)),
    startBriefing: os.mine.startBriefing.handler(({ context, input }) => startBriefing(context, input)),
    answerBriefing: os.mine.answerBriefing.handler(({ context, input }) => answerBriefing(context, input)),
  },
}
