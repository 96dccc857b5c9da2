import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { readMasks, setMask } from './actions/masks.ts'
import { maskingContract } from './contract.ts'

const os = implement(maskingContract).$context<Context>()

export const maskingRoutes = {
  get: os.get.handler(({ context, input }) => readMasks(context, input)),
  set: os.set.handler(({ context, input }) => setMask(context, input)),
}
