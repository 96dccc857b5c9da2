import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { createEdition } from './actions/create.ts'
import {
  checkDocument,
  readDiff,
  readMethod,
  readRevisions,
  renameEdition,
  saveMethod,
} from './actions/method.ts'
import { removeEdition } from './actions/remove.ts'
import { moveEdition, readEdition, readEditions } from './actions/view.ts'
import { editionContract } from './contract.ts'

const os = implement(editionContract).$context<Context>()

export const editionRoutes = {
  list: os.list.handler(({ context }) => readEditions(context)),
  create: os.create.handler(({ context, input }) => createEdition(context, input)),
  get: os.get.handler(({ context, input }) => readEdition(context, input)),
  rename: os.rename.handler(({ context, input }) => renameEdition(context, input)),
  method: os.method.handler(({ context, input }) => readMethod(context, input)),
  save: os.save.handler(({ context, input }) => saveMethod(context, input)),
  check: os.check.handler(({ input }) => checkDocument(input.text)),
  revisions: os.revisions.handler(({ context, input }) => readRevisions(context, input)),
  diff: os.diff.handler(({ context, input }) => readDiff(context, input)),
  move: os.move.handler(({ context, input }) => moveEdition(context, input)),
  remove: os.remove.handler(({ context, input }) => removeEdition(context, input)),
}
