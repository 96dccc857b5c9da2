/** What the plan assumes, with what the organisation's own contracts and shrinkage say where nobody has said more. */
import type { PlainDate } from '../../../kernel/calendar.ts'
import type { Context } from '../../../organisation/index.ts'
import { readShrinkage } from '../../staffing/index.ts'
import {
  type Assumptions,
  assumptionNames,
  defaultAssumptions,
  limitsOf,
  originOf,
  type origins,
} from '../rules/assumptions.ts'
import { type HeadcountSetting, meanContractHours, readSetting } from '../store/headcount-store.ts'

export type KnownSetting = HeadcountSetting & {
  readonly origins: Readonly<Record<keyof Assumptions, (typeof origins)[number]>>
}

export async function readKnownSetting(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  today: PlainDate,
): Promise<KnownSetting> {
  const setting = await readSetting(scope, db)
  const isUsual = (name: keyof Assumptions) => setting.usual.includes(name)
  const within = (name: keyof Assumptions, value: number) =>
    Math.min(limitsOf[name].most, Math.max(limitsOf[name].least, value))
  const hours = await meanContractHours(scope, db, today)
  const { atWork, away } = await readShrinkage(scope, db)
  const read: Partial<Record<keyof Assumptions, number>> = {
    ...(hours !== null && { meanPosition: hours / setting.assumptions.weeklyHours }),
    shrinkageInside: atWork,
    shrinkageOutside: away,
  }
  const found = Object.entries(read).filter(([name]) => isUsual(name as keyof Assumptions))
  const assumptions = found.map(([name, value]) => [name, within(name as keyof Assumptions, value)])
  const from = found.map(([name]) => [name, name === 'meanPosition' ? 'contracts' : 'shrinkage'])
  return {
    ...setting,
    assumptions: { ...setting.assumptions, ...Object.fromEntries(assumptions) },
    origins: { ...originOf, ...Object.fromEntries(from) },
  }
}

/** What has been saved as it was read is not said by anybody: it goes on following contracts and shrinkage. */
export function onlySaid(said: Assumptions, known: KnownSetting): Assumptions {
  const isRead = (name: keyof Assumptions) =>
    known.usual.includes(name) && Math.abs(said[name] - known.assumptions[name]) < 0.0001
  return Object.fromEntries(
    assumptionNames.map((name) => [name, isRead(name) ? defaultAssumptions[name] : said[name]]),
  ) as Assumptions
}
