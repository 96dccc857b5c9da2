import { implement } from '@orpc/server'
import type { Context, PublicContext, SessionContext } from '../../organisation/index.ts'
import { importPresent, previewPresent, readActual, reportPresent } from './actions/actual.ts'
import { copyWeek, publishWeek, restoreWeek, saveWeek } from './actions/change-week.ts'
import { countRequests, readAbsenceConsequences, readSwapConsequences } from './actions/consequences.ts'
import {
  addOwnWish,
  answerOwnSwap,
  askOwnSwap,
  endCalendar,
  makeCalendar,
  readCalendar,
  readOwn,
  readOwnCalendar,
  readTakers,
  removeOwnWish,
  reportOwnAbsence,
  withdrawOwnAbsence,
  withdrawOwnSwap,
} from './actions/own.ts'
import {
  changeAgent,
  changeTemplate,
  dropTemplate,
  exportAgents,
  importAgents,
  previewAgents,
  readAgents,
  readTemplates,
} from './actions/people.ts'
import { exportWeek, readChanges, readVersions, readWeek } from './actions/read-week.ts'
import {
  addAbsence,
  addWish,
  decideAbsence,
  readAbsences,
  readWishes,
  removeWish,
} from './actions/requests.ts'
import { solveWeek } from './actions/solve-week.ts'
import { readSwaps, settleSwap } from './actions/swaps.ts'
import { shiftsContract } from './contract.ts'

const os = implement(shiftsContract).$context<Context>()
const holder = implement(shiftsContract).$context<SessionContext>()
const anybody = implement(shiftsContract).$context<PublicContext>()

export const shiftsRoutes = {
  agents: {
    list: os.agents.list.handler(({ context }) => readAgents(context)),
    save: os.agents.save.handler(({ context, input }) => changeAgent(context, input)),
    export: os.agents.export.handler(({ context, input }) => exportAgents(context, input)),
    previewImport: os.agents.previewImport.handler(({ context, input }) => previewAgents(context, input)),
    import: os.agents.import.handler(({ context, input }) => importAgents(context, input)),
  },
  wishes: {
    list: os.wishes.list.handler(({ context }) => readWishes(context)),
    add: os.wishes.add.handler(({ context, input }) => addWish(context, { ...input, byAgent: false })),
    remove: os.wishes.remove.handler(({ context, input }) => removeWish(context, input)),
  },
  absences: {
    list: os.absences.list.handler(({ context, input }) => readAbsences(context, input)),
    report: os.absences.report.handler(({ context, input }) =>
      addAbsence(context, { ...input, byAgent: false }),
    ),
    decide: os.absences.decide.handler(({ context, input }) => decideAbsence(context, input)),
  },
  templates: {
    list: os.templates.list.handler(({ context }) => readTemplates(context)),
    save: os.templates.save.handler(({ context, input }) => changeTemplate(context, input)),
    remove: os.templates.remove.handler(({ context, input }) => dropTemplate(context, input)),
  },
  week: {
    get: os.week.get.handler(({ context, input }) => readWeek(context, input)),
    save: os.week.save.handler(({ context, input }) => saveWeek(context, input)),
    publish: os.week.publish.handler(({ context, input }) => publishWeek(context, input)),
    changes: os.week.changes.handler(({ context, input }) => readChanges(context, input)),
    history: os.week.history.handler(({ context, input }) => readVersions(context, input)),
    restore: os.week.restore.handler(({ context, input }) => restoreWeek(context, input)),
    copy: os.week.copy.handler(({ context, input }) => copyWeek(context, input)),
    solve: os.week.solve.handler(({ context, input }) => solveWeek(context, input)),
    export: os.week.export.handler(({ context, input }) => exportWeek(context, input)),
  },
  swaps: {
    list: os.swaps.list.handler(({ context }) => readSwaps(context)),
    decide: os.swaps.decide.handler(({ context, input }) => settleSwap(context, input)),
  },
  actual: {
    get: os.actual.get.handler(({ context, input }) => readActual(context, input)),
    previewImport: os.actual.previewImport.handler(({ context, input }) => previewPresent(context, input)),
    import: os.actual.import.handler(({ context, input }) => importPresent(context, input)),
    report: os.actual.report.handler(({ context, input }) => reportPresent(context, input)),
  },
  requests: {
    count: os.requests.count.handler(({ context }) => countRequests(context)),
    absence: os.requests.absence.handler(({ context, input }) => readAbsenceConsequences(context, input)),
    swap: os.requests.swap.handler(({ context, input }) => readSwapConsequences(context, input)),
  },
  own: {
    get: os.own.get.handler(({ context }) => readOwn(context)),
    file: os.own.file.handler(({ context }) => readOwnCalendar(context)),
    addWish: os.own.addWish.handler(({ context, input }) => addOwnWish(context, input)),
    removeWish: os.own.removeWish.handler(({ context, input }) => removeOwnWish(context, input)),
    reportAbsence: os.own.reportAbsence.handler(({ context, input }) => reportOwnAbsence(context, input)),
    withdrawAbsence: os.own.withdrawAbsence.handler(({ context, input }) =>
      withdrawOwnAbsence(context, input),
    ),
    takers: os.own.takers.handler(({ context, input }) => readTakers(context, input)),
    askSwap: os.own.askSwap.handler(({ context, input }) => askOwnSwap(context, input)),
    answerSwap: os.own.answerSwap.handler(({ context, input }) => answerOwnSwap(context, input)),
    withdrawSwap: os.own.withdrawSwap.handler(({ context, input }) => withdrawOwnSwap(context, input)),
    makeCalendar: holder.own.makeCalendar.handler(({ context }) => makeCalendar(context)),
    endCalendar: os.own.endCalendar.handler(({ context }) => endCalendar(context)),
  },
  calendar: { read: anybody.calendar.read.handler(({ context, input }) => readCalendar(context, input)) },
}
