/** The demo world: fictional, realistic, made by the product's own simulators from one seed. */
import { seedDemoOrganisation } from '../organisation/index.ts'
import type { Auth } from '../platform/auth/index.ts'
import type { Db } from '../platform/database/index.ts'
import { buildDemoMeasure } from './demo-measure.ts'
import { buildDemoPlan } from './plan/index.ts'
import { buildDemoUnderstand } from './understand/index.ts'

export type DemoWorld = { readonly db: Db; readonly auth: Auth; readonly now: Date }

/** Fills an empty store, all or nothing. */
export async function seedDemoWorld(world: DemoWorld): Promise<void> {
  await seedDemoOrganisation(world, async (trx, organisation) => {
    await buildDemoMeasure(trx, organisation, world.now)
    await buildDemoUnderstand({ trx, organisation, now: world.now })
    await buildDemoPlan({ trx, organisation, now: world.now })
  })
}
