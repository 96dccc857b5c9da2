import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { readQuality } from './actions/read-quality.ts'
import { qualityContract } from './contract.ts'

const os = implement(qualityContract).$context<Context>()

export const qualityRoutes = {
  get: os.get.handler(({ context, input }) => readQuality(context, input)),
}
