import type { DemoOrganisation } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

/** Where the rows go, in whose name, and the moment that the demo world calls now. */
export type DemoSetting = { readonly trx: Db; readonly organisation: DemoOrganisation; readonly now: Date }
