import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import {
  addEvent,
  addShock,
  createKind,
  editDriver,
  editEvent,
  editKind,
  importDriver,
  markDay,
  readDrivers,
  removeDriver,
  removeEvent,
  removeKind,
  settleShock,
} from './actions/causes.ts'
import {
  importEnquiries,
  importTraffic,
  previewTraffic,
  readDeliveries,
  receiveLive,
  undoImport,
} from './actions/imports.ts'
import {
  closeQueue,
  createQueue,
  editQueue,
  endException,
  readQueues,
  setException,
} from './actions/queues.ts'
import { exportTraffic, makeForecastNow, readDay, readTrafficView } from './actions/read.ts'
import { readToday } from './actions/today.ts'
import { trafficContract } from './contract.ts'

const os = implement(trafficContract).$context<Context>()

export const trafficRoutes = {
  get: os.get.handler(({ context, input }) => readTrafficView(context, input)),
  day: os.day.handler(({ context, input }) => readDay(context, input)),
  markDay: os.markDay.handler(({ context, input }) => markDay(context, input)),
  makeForecast: os.makeForecast.handler(({ context, input }) => makeForecastNow(context, input)),
  queues: {
    list: os.queues.list.handler(({ context }) => readQueues(context)),
    create: os.queues.create.handler(({ context, input }) => createQueue(context, input)),
    edit: os.queues.edit.handler(({ context, input }) => editQueue(context, input)),
    close: os.queues.close.handler(({ context, input }) => closeQueue(context, input)),
    saveException: os.queues.saveException.handler(({ context, input }) => setException(context, input)),
    removeException: os.queues.removeException.handler(({ context, input }) => endException(context, input)),
  },
  imports: {
    preview: os.imports.preview.handler(({ context, input }) => previewTraffic(context, input)),
    run: os.imports.run.handler(({ context, input }) => importTraffic(context, input)),
    fromEnquiries: os.imports.fromEnquiries.handler(({ context, input }) => importEnquiries(context, input)),
    undo: os.imports.undo.handler(({ context, input }) => undoImport(context, input)),
    deliveries: os.imports.deliveries.handler(({ context, input }) => readDeliveries(context, input)),
    export: os.imports.export.handler(({ context, input }) => exportTraffic(context, input)),
  },
  events: {
    createKind: os.events.createKind.handler(({ context, input }) => createKind(context, input)),
    editKind: os.events.editKind.handler(({ context, input }) => editKind(context, input)),
    removeKind: os.events.removeKind.handler(({ context, input }) => removeKind(context, input)),
    add: os.events.add.handler(({ context, input }) => addEvent(context, input)),
    edit: os.events.edit.handler(({ context, input }) => editEvent(context, input)),
    remove: os.events.remove.handler(({ context, input }) => removeEvent(context, input)),
  },
  shocks: {
    add: os.shocks.add.handler(({ context, input }) => addShock(context, input)),
    settle: os.shocks.settle.handler(({ context, input }) => settleShock(context, input)),
  },
  drivers: {
    list: os.drivers.list.handler(({ context }) => readDrivers(context)),
    import: os.drivers.import.handler(({ context, input }) => importDriver(context, input)),
    edit: os.drivers.edit.handler(({ context, input }) => editDriver(context, input)),
    remove: os.drivers.remove.handler(({ context, input }) => removeDriver(context, input)),
  },
  today: os.today.handler(({ context }) => readToday(context)),
  receive: os.receive.handler(({ context, input }) => receiveLive(context, input)),
}
