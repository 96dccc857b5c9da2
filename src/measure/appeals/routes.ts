import { implement } from '@orpc/server'
import type { SessionContext } from '../../organisation/index.ts'
import { readChanges } from './actions/changes.ts'
import { correctSubmission, previewCorrection, readCorrectable } from './actions/correct.ts'
import { askCoding, decideAppeal, previewDecision } from './actions/decide.ts'
import { acknowledge, addFile, listOwn, makeAppeal, readFile, readOwn } from './actions/own-appeals.ts'
import { listAppeals, readAppeal } from './actions/read-appeals.ts'
import { openWindow } from './actions/window.ts'
import { appealsContract } from './contract.ts'

const os = implement(appealsContract).$context<SessionContext>()

export const appealsRoutes = {
  list: os.list.handler(({ context, input }) => listAppeals(context, input)),
  openWindow: os.openWindow.handler(({ context, input }) => openWindow(context, input)),
  get: os.get.handler(({ context, input }) => readAppeal(context, input)),
  askForCoding: os.askForCoding.handler(({ context, input }) => askCoding(context, input)),
  preview: os.preview.handler(({ context, input }) => previewDecision(context, input)),
  decide: os.decide.handler(({ context, input }) => decideAppeal(context, input)),
  mine: os.mine.handler(({ context, input }) => listOwn(context, input)),
  own: os.own.handler(({ context, input }) => readOwn(context, input)),
  make: os.make.handler(({ context, input }) => makeAppeal(context, input)),
  addFile: os.addFile.handler(({ context, input }) => addFile(context, input)),
  file: os.file.handler(({ context, input }) => readFile(context, input)),
  acknowledge: os.acknowledge.handler(({ context, input }) => acknowledge(context, input)),
  changes: os.changes.handler(({ context, input }) => readChanges(context, input)),
  correctable: os.correctable.handler(({ context, input }) => readCorrectable(context, input)),
  previewCorrection: os.previewCorrection.handler(({ context, input }) => previewCorrection(context, input)),
  correct: os.correct.handler(({ context, input }) => correctSubmission(context, input)),
}
