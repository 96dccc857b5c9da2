import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { createImprovement, moveImprovement, noteImprovement, saveImprovement } from './actions/change.ts'
import { exportImprovements, readImprovement, readImprovements } from './actions/read.ts'
import {
  carrySuggestion,
  closeSuggestion,
  readSuggestions,
  replyToSuggestion,
  sendSuggestion,
} from './actions/suggestions.ts'
import { improvementsContract } from './contract.ts'

const os = implement(improvementsContract).$context<Context>()

export const improvementsRoutes = {
  list: os.list.handler(({ context, input }) => readImprovements(context, input)),
  get: os.get.handler(({ context, input }) => readImprovement(context, input)),
  create: os.create.handler(({ context, input }) => createImprovement(context, input)),
  save: os.save.handler(({ context, input }) => saveImprovement(context, input)),
  move: os.move.handler(({ context, input }) => moveImprovement(context, input)),
  note: os.note.handler(({ context, input }) => noteImprovement(context, input)),
  export: os.export.handler(({ context }) => exportImprovements(context)),
  suggestions: {
    list: os.suggestions.list.handler(({ context, input }) => readSuggestions(context, input)),
    send: os.suggestions.send.handler(({ context, input }) => sendSuggestion(context, input)),
    reply: os.suggestions.reply.handler(({ context, input }) => replyToSuggestion(context, input)),
    carry: os.suggestions.carry.handler(({ context, input }) => carrySuggestion(context, input)),
    close: os.suggestions.close.handler(({ context, input }) => closeSuggestion(context, input)),
  },
}
