import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { confirmAgreed, confirmChannels, confirmListed } from './actions/confirm.ts'
import { startDiscovery } from './actions/discover.ts'
import { addParticipant, editParticipant, reinstateParticipant, withdrawParticipant } from './actions/edit.ts'
import { importParticipants, previewImport } from './actions/import.ts'
import { readParticipant, readParticipants, readScreenshot } from './actions/view.ts'
import { participantsContract } from './contract.ts'

const os = implement(participantsContract).$context<Context>()

export const participantsRoutes = {
  list: os.list.handler(({ context, input }) => readParticipants(context, input)),
  get: os.get.handler(({ context, input }) => readParticipant(context, input)),
  add: os.add.handler(({ context, input }) => addParticipant(context, input)),
  edit: os.edit.handler(({ context, input }) => editParticipant(context, input)),
  withdraw: os.withdraw.handler(({ context, input }) => withdrawParticipant(context, input)),
  reinstate: os.reinstate.handler(({ context, input }) => reinstateParticipant(context, input)),
  confirm: os.confirm.handler(({ context, input }) => confirmChannels(context, input)),
  confirmAgreed: os.confirmAgreed.handler(({ context, input }) => confirmAgreed(context, input)),
  confirmListed: os.confirmListed.handler(({ context, input }) => confirmListed(context, input)),
  discover: os.discover.handler(({ context, input }) => startDiscovery(context, input)),
  screenshot: os.screenshot.handler(({ context, input }) => readScreenshot(context, input)),
  previewImport: os.previewImport.handler(({ context, input }) => previewImport(context, input)),
  import: os.import.handler(({ context, input }) => importParticipants(context, input)),
}
