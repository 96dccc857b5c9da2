import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { startPlan } from './actions/make-plan.ts'
import {
  addObserver,
  editObserver,
  importObservers,
  previewObservers,
  readObservers,
} from './actions/observers.ts'
import { readContacts, readCounts, readPlan, readRevision } from './actions/read-plan.ts'
import { applyReplan, previewReplan } from './actions/replan.ts'
import { planningContract } from './contract.ts'

const os = implement(planningContract).$context<Context>()

export const planningRoutes = {
  get: os.get.handler(({ context, input }) => readPlan(context, input)),
  make: os.make.handler(({ context, input }) => startPlan(context, input)),
  contacts: os.contacts.handler(({ context, input }) => readContacts(context, input)),
  counts: os.counts.handler(({ context, input }) => readCounts(context, input)),
  preview: os.preview.handler(({ context, input }) => previewReplan(context, input)),
  apply: os.apply.handler(({ context, input }) => applyReplan(context, input)),
  revision: os.revision.handler(({ context, input }) => readRevision(context, input)),
  observers: {
    list: os.observers.list.handler(({ context }) => readObservers(context)),
    add: os.observers.add.handler(({ context, input }) => addObserver(context, input)),
    edit: os.observers.edit.handler(({ context, input }) => editObserver(context, input)),
    previewImport: os.observers.previewImport.handler(({ context, input }) =>
      previewObservers(context, input),
    ),
    import: os.observers.import.handler(({ context, input }) => importObservers(context, input)),
  },
}
