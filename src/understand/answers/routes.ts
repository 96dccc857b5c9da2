import { implement } from '@orpc/server'
import type { SessionContext } from '../../organisation/index.ts'
import { readConsistency, readReplies } from './actions/consistency.ts'
import { exportAnswers } from './actions/export.ts'
import { readFacts, saveFact } from './actions/facts.ts'
import { noteSearch, readPublished, readUse, searchAnswers, settle } from './actions/find.ts'
import { moveAnswer, signOffAnswer } from './actions/life.ts'
import { readList } from './actions/list.ts'
import { readAnswer } from './actions/load-answer.ts'
import { exportOpen, getOpen, listOpen, noteOpen, type OpenContext, searchOpen } from './actions/open.ts'
import { changeSettings, readSettings } from './actions/settings.ts'
import { makeSheet } from './actions/sheet.ts'
import { commentOn, readHistory, readRevision, resolve } from './actions/talk.ts'
import { approve, draft, readEdits, saveVersion } from './actions/versions.ts'
import { createAnswer, restoreRevision, saveCore, setTopic } from './actions/write-core.ts'
import { answersContract } from './contract.ts'

const os = implement(answersContract).$context<SessionContext>()
const anybody = implement(answersContract).$context<OpenContext>()

export const answersRoutes = {
  list: os.list.handler(({ context, input }) => readList(context, input)),
  create: os.create.handler(({ context, input }) => createAnswer(context, input)),
  get: os.get.handler(({ context, input }) => readAnswer(context, input)),
  save: os.save.handler(({ context, input }) => saveCore(context, input)),
  setTopic: os.setTopic.handler(({ context, input }) => setTopic(context, input)),
  move: os.move.handler(({ context, input }) => moveAnswer(context, input)),
  signOff: os.signOff.handler(({ context, input }) => signOffAnswer(context, input)),
  history: os.history.handler(({ context, input }) => readHistory(context, input)),
  revision: os.revision.handler(({ context, input }) => readRevision(context, input)),
  restore: os.restore.handler(({ context, input }) => restoreRevision(context, input)),
  comment: os.comment.handler(({ context, input }) => commentOn(context, input)),
  resolve: os.resolve.handler(({ context, input }) => resolve(context, input)),
  versions: {
    draft: os.versions.draft.handler(({ context, input }) => draft(context, input)),
    save: os.versions.save.handler(({ context, input }) => saveVersion(context, input)),
    approve: os.versions.approve.handler(({ context, input }) => approve(context, input)),
    history: os.versions.history.handler(({ context, input }) => readEdits(context, input)),
  },
  facts: {
    list: os.facts.list.handler(({ context }) => readFacts(context)),
    save: os.facts.save.handler(({ context, input }) => saveFact(context, input)),
  },
  find: {
    search: os.find.search.handler(({ context, input }) => searchAnswers(context, input)),
    read: os.find.read.handler(({ context, input }) => readPublished(context, input)),
    note: os.find.note.handler(({ context, input }) => noteSearch(context, input)),
    report: os.find.report.handler(({ context, input }) => readUse(context, input)),
    settle: os.find.settle.handler(({ context, input }) => settle(context, input)),
  },
  consistency: os.consistency.handler(({ context, input }) => readConsistency(context, input)),
  replies: os.replies.handler(({ context, input }) => readReplies(context, input)),
  sheet: os.sheet.handler(({ context, input }) => makeSheet(context, input)),
  export: os.export.handler(({ context, input }) => exportAnswers(context, input)),
  settings: {
    get: os.settings.get.handler(({ context }) => readSettings(context)),
    save: os.settings.save.handler(({ context, input }) => changeSettings(context, input)),
  },
  open: {
    list: anybody.open.list.handler(({ context, input }) => listOpen(context, input)),
    search: anybody.open.search.handler(({ context, input }) => searchOpen(context, input)),
    export: anybody.open.export.handler(({ context, input }) => exportOpen(context, input)),
    get: anybody.open.get.handler(({ context, input }) => getOpen(context, input)),
    note: anybody.open.note.handler(({ context, input }) => noteOpen(context, input)),
  },
}
