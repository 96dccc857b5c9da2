import { implement } from '@orpc/server'
import { readWatch, settle } from './actions/alarms.ts'
import { changeKinds, endSubscription, readAlerts, sendTest, subscribe } from './actions/alerts.ts'
import { lookAtDays } from './actions/look.ts'
import { watchContract } from './contract.ts'
import type { WatchContext } from './parts.ts'

const os = implement(watchContract).$context<WatchContext>()

export const watchRoutes = {
  get: os.get.handler(({ context, input }) => readWatch(context, input)),
  settle: os.settle.handler(({ context, input }) => settle(context, input)),
  run: os.run.handler(({ context }) => lookAtDays(context, { again: true })),
  alerts: {
    list: os.alerts.list.handler(({ context }) => readAlerts(context)),
    subscribe: os.alerts.subscribe.handler(({ context, input }) => subscribe(context, input)),
    change: os.alerts.change.handler(({ context, input }) => changeKinds(context, input)),
    end: os.alerts.end.handler(({ context, input }) => endSubscription(context, input)),
    test: os.alerts.test.handler(({ context, input }) => sendTest(context, input)),
  },
}
