import { implement } from '@orpc/server'
import { cancelBatch, exportRefusals, readBatch, readBatches, readRefusals } from './actions/batches.ts'
import { eraseOfCustomer, exportCustomer, findCustomer } from './actions/customer.ts'
import { countFiltered, readEnquiries, readEnquiry } from './actions/enquiries.ts'
import { startImport } from './actions/import-file.ts'
import { saveMailboxOf, startFetch } from './actions/mailbox.ts'
import { previewUpload } from './actions/preview.ts'
import { receiveEnquiries } from './actions/receive.ts'
import { createSource, editSource, readSource, readSummary, retireSource } from './actions/sources.ts'
import { pressTally, readTally } from './actions/tally.ts'
import { beginUpload, discardUpload, readUpload, takePart } from './actions/uploads.ts'
import type { IntakeContext } from './context.ts'
import { intakeContract } from './contract.ts'

const os = implement(intakeContract).$context<IntakeContext>()

export const intakeRoutes = {
  summary: os.summary.handler(({ context }) => readSummary(context)),
  sources: {
    get: os.sources.get.handler(({ context, input }) => readSource(context, input)),
    create: os.sources.create.handler(({ context, input }) => createSource(context, input)),
    edit: os.sources.edit.handler(({ context, input }) => editSource(context, input)),
    retire: os.sources.retire.handler(({ context, input }) => retireSource(context, input)),
  },
  uploads: {
    begin: os.uploads.begin.handler(({ context, input }) => beginUpload(context, input)),
    part: os.uploads.part.handler(({ context, input }) => takePart(context, input)),
    get: os.uploads.get.handler(({ context, input }) => readUpload(context, input)),
    discard: os.uploads.discard.handler(({ context, input }) => discardUpload(context, input)),
    preview: os.uploads.preview.handler(({ context, input }) => previewUpload(context, input)),
  },
  import: os.import.handler(({ context, input }) => startImport(context, input)),
  batches: {
    list: os.batches.list.handler(({ context, input }) => readBatches(context, input)),
    get: os.batches.get.handler(({ context, input }) => readBatch(context, input)),
    refusals: os.batches.refusals.handler(({ context, input }) => readRefusals(context, input)),
    exportRefusals: os.batches.exportRefusals.handler(({ context, input }) => exportRefusals(context, input)),
    cancel: os.batches.cancel.handler(({ context, input }) => cancelBatch(context, input)),
  },
  receive: os.receive.handler(({ context, input }) => receiveEnquiries(context, input)),
  enquiries: {
    list: os.enquiries.list.handler(({ context, input }) => readEnquiries(context, input)),
    count: os.enquiries.count.handler(({ context, input }) => countFiltered(context, input)),
    get: os.enquiries.get.handler(({ context, input }) => readEnquiry(context, input)),
  },
  mailbox: {
    save: os.mailbox.save.handler(({ context, input }) => saveMailboxOf(context, input)),
    fetch: os.mailbox.fetch.handler(({ context, input }) => startFetch(context, input)),
  },
  tally: {
    get: os.tally.get.handler(({ context, input }) => readTally(context, input)),
    press: os.tally.press.handler(({ context, input }) => pressTally(context, input)),
  },
  customer: {
    find: os.customer.find.handler(({ context, input }) => findCustomer(context, input)),
    export: os.customer.export.handler(({ context, input }) => exportCustomer(context, input)),
    erase: os.customer.erase.handler(({ context, input }) => eraseOfCustomer(context, input)),
  },
}
