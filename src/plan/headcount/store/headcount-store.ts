/** What a headcount plan is made of. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Hire } from '../contract.ts'
import { type Assumptions, assumptionNames, defaultAssumptions, limitsOf } from '../rules/assumptions.ts'
import { firstDayOf, monthOf } from '../rules/months.ts'
import type { Levers } from '../rules/scenario.ts'
import type { Cohort } from '../rules/tenure.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type HeadcountSetting = {
  readonly assumptions: Assumptions
  /** Share of the time with customers that is work with contacts; null until somebody has said. */
  readonly occupancy: number | null
  /** Those that nobody here has changed. */
  readonly usual: readonly (keyof Assumptions)[]
}

/** Kept values within today's limits; the usual ones for those that nobody has said anything of. */
export async function readSetting({ organisationId }: Tenant, db: Db): Promise<HeadcountSetting> {
  const row = await db
    .selectFrom('plan_headcount_setting')
    .select(['assumptions', 'occupancy'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  const kept = row?.assumptions ?? {}
  const assumptions = Object.fromEntries(
    assumptionNames.map((name) => {
      const { least, most } = limitsOf[name]
      const value = kept[name]
      return [name, value === undefined ? defaultAssumptions[name] : Math.min(most, Math.max(least, value))]
    }),
  ) as Assumptions
  const usual = assumptionNames.filter((name) => assumptions[name] === defaultAssumptions[name])
  return { assumptions, occupancy: row?.occupancy ?? null, usual }
}

export async function saveSetting(
  { organisationId, personId }: Scope,
  trx: Db,
  said: Pick<HeadcountSetting, 'assumptions' | 'occupancy'> & { readonly now: Date },
): Promise<void> {
  const changed = {
    assumptions: JSON.stringify(said.assumptions),
    occupancy: said.occupancy,
    changed_at: said.now,
    changed_by: personId,
  }
  await trx
    .insertInto('plan_headcount_setting')
    .values({ organisation_id: organisationId, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id']).doUpdateSet(changed))
    .execute()
}

export function listCohorts({ organisationId }: Tenant, db: Db): Promise<Cohort[]> {
  return db
    .selectFrom('plan_headcount_cohort')
    .select(['started_on as startedOn', 'people'])
    .where('organisation_id', '=', organisationId)
    .orderBy('started_on')
    .execute()
}

/** Those who have shifts, by the day from which they can: what is known of people before anybody has said more. */
export async function countAgents({ organisationId }: Tenant, db: Db, today: string): Promise<Cohort[]> {
  const { rows } = await sql<Cohort>`
    select valid_from as "startedOn", count(*)::int as people from plan_agent
    where organisation_id = ${organisationId} and valid_from <= ${today}::date
      and (valid_to is null or valid_to >= ${today}::date)
    group by 1 order by 1`.execute(db)
  return rows
}

/** Mean hours a week by contract of those who have shifts; null when nobody has. */
export async function meanContractHours(
  { organisationId }: Tenant,
  db: Db,
  today: string,
): Promise<number | null> {
  const { rows } = await sql<{ hours: number | null }>`
    select avg((contract->>'weeklyHours')::float8) as hours from plan_agent
    where organisation_id = ${organisationId} and valid_from <= ${today}::date
      and (valid_to is null or valid_to >= ${today}::date)`.execute(db)
  return rows[0]?.hours ?? null
}

export function listHires({ organisationId }: Tenant, db: Db): Promise<Hire[]> {
  return db
    .selectFrom('plan_headcount_hire')
    .select(['starts_on as startsOn', 'state', 'people'])
    .where('organisation_id', '=', organisationId)
    .orderBy('starts_on')
    .orderBy('state')
    .execute()
}

/** In place of all that was there; lines of the same day are one. */
export async function replacePeople(
  { organisationId }: Tenant,
  trx: Db,
  { cohorts, hires }: { readonly cohorts: readonly Cohort[]; readonly hires: readonly Hire[] },
): Promise<void> {
  const of = { organisation_id: organisationId }
  await trx.deleteFrom('plan_headcount_cohort').where('organisation_id', '=', organisationId).execute()
  await trx.deleteFrom('plan_headcount_hire').where('organisation_id', '=', organisationId).execute()
  const here = [...Map.groupBy(cohorts, ({ startedOn }) => startedOn)].map(([started_on, own]) => ({
    ...of,
    started_on,
    people: own.reduce((sum, { people }) => sum + people, 0),
  }))
  const coming = [...Map.groupBy(hires, ({ startsOn, state }) => `${startsOn} ${state}`).values()].map(
    (own) => ({
      ...of,
      starts_on: own[0]!.startsOn,
      state: own[0]!.state,
      people: own.reduce((sum, { people }) => sum + people, 0),
    }),
  )
  if (here.length > 0) await trx.insertInto('plan_headcount_cohort').values(here).execute()
  if (coming.length > 0) await trx.insertInto('plan_headcount_hire').values(coming).execute()
}

export type OwnNeed = {
  readonly month: string
  readonly people: number
  readonly low: number
  readonly high: number
}

export async function listNeeds({ organisationId }: Tenant, db: Db): Promise<OwnNeed[]> {
  const rows = await db
    .selectFrom('plan_headcount_need')
    .select(['month', 'people', 'low', 'high'])
    .where('organisation_id', '=', organisationId)
    .orderBy('month')
    .execute()
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }))
}

export async function replaceNeeds(
  { organisationId }: Tenant,
  trx: Db,
  needs: readonly OwnNeed[],
): Promise<void> {
  await trx.deleteFrom('plan_headcount_need').where('organisation_id', '=', organisationId).execute()
  const rows = needs.map(({ month, ...need }) => ({
    organisation_id: organisationId,
    month: firstDayOf(month),
    ...need,
  }))
  if (rows.length > 0) await trx.insertInto('plan_headcount_need').values(rows).execute()
}

export type StoredScenario = { readonly scenarioId: string; readonly name: string; readonly levers: Levers }

export async function listScenarios({ organisationId }: Tenant, db: Db): Promise<StoredScenario[]> {
  const rows = await db
    .selectFrom('plan_headcount_scenario')
    .select(['scenario_id as scenarioId', 'name', 'levers'])
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at')
    .orderBy('scenario_id')
    .execute()
  return rows.map((row) => ({ ...row, levers: row.levers as unknown as Levers }))
}

export async function insertScenario(
  { organisationId, personId }: Scope,
  trx: Db,
  { scenarioId, name, levers, now }: StoredScenario & { readonly now: Date },
): Promise<void> {
  await trx
    .insertInto('plan_headcount_scenario')
    .values({
      organisation_id: organisationId,
      scenario_id: scenarioId,
      name,
      levers: JSON.stringify(levers),
      created_at: now,
      created_by: personId,
    })
    .execute()
}

export async function deleteScenario(
  { organisationId }: Tenant,
  trx: Db,
  scenarioId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('plan_headcount_scenario')
    .where('organisation_id', '=', organisationId)
    .where('scenario_id', '=', scenarioId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
