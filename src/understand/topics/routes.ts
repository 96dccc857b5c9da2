import { implement } from '@orpc/server'
import type { SessionContext } from '../../organisation/index.ts'
import { decide, undoDecision } from './actions/decide.ts'
import { readParts } from './actions/read-parts.ts'
import {
  dismissSuggestion,
  readDecisions,
  readSuggestions,
  readTexts,
  readTopics,
  readTray,
} from './actions/read-topics.ts'
import { readFits, readMoves, startFit } from './actions/start-fit.ts'
import { topicsContract } from './contract.ts'

const os = implement(topicsContract).$context<SessionContext>()

export const topicsRoutes = {
  list: os.list.handler(({ context }) => readTopics(context)),
  texts: os.texts.handler(({ context, input }) => readTexts(context, input)),
  tray: os.tray.handler(({ context, input }) => readTray(context, input)),
  suggestions: os.suggestions.handler(({ context }) => readSuggestions(context)),
  dismiss: os.dismiss.handler(({ context, input }) => dismissSuggestion(context, input)),
  parts: os.parts.handler(({ context, input }) => readParts(context, input)),
  decide: os.decide.handler(({ context, input }) => decide(context, input)),
  undo: os.undo.handler(({ context, input }) => undoDecision(context, input)),
  decisions: os.decisions.handler(({ context, input }) => readDecisions(context, input)),
  fit: {
    start: os.fit.start.handler(({ context, input }) => startFit(context, input)),
    list: os.fit.list.handler(({ context }) => readFits(context)),
    moves: os.fit.moves.handler(({ context, input }) => readMoves(context, input)),
  },
}
