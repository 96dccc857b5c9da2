import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { readOpenData } from './actions/open-data.ts'
import { readPressList } from './actions/press.ts'
import { readPublication, setPublication } from './actions/settings.ts'
import { publicationContract } from './contract.ts'

const os = implement(publicationContract).$context<Context>()

export const publicationRoutes = {
  get: os.get.handler(({ context, input }) => readPublication(context, input)),
  set: os.set.handler(({ context, input }) => setPublication(context, input)),
  press: os.press.handler(({ context, input }) => readPressList(context, input)),
  openData: os.openData.handler(({ context, input }) => readOpenData(context, input)),
}
