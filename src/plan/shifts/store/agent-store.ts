/** Agents with their contracts, and the kinds of shift that may be used. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AgentFields, TemplateFields, TemplateView } from '../people/contract.ts'
import type { Contract, WeekHours } from '../rules/types.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredAgent = {
  readonly agentId: string
  readonly name: string
  readonly number: string
  readonly personId: string | null
  readonly person: string | null
  readonly contract: Contract
  readonly adultOn: string | null
  readonly skills: readonly string[]
  readonly available: WeekHours | null
  readonly validFrom: string
  readonly validTo: string | null
}

/** By name as Norwegians sort; `lock` keeps others from changing them until the end. */
export async function listAgents(
  { organisationId }: Tenant,
  db: Db,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<readonly StoredAgent[]> {
  const { rows } = await sql<StoredAgent>`
    select a.agent_id as "agentId", a.name, a.number, a.person_id as "personId", p.name as person, a.contract,
      a.adult_on as "adultOn", a.skills, a.available, a.valid_from as "validFrom", a.valid_to as "validTo"
    from plan_agent a left join person p on p.organisation_id = a.organisation_id and p.person_id = a.person_id
    where a.organisation_id = ${organisationId} ${lock ? sql`for update of a` : sql``}`.execute(db)
  const collator = new Intl.Collator('nb')
  return rows.toSorted(
    (one, other) => collator.compare(one.name, other.name) || (one.agentId < other.agentId ? -1 : 1),
  )
}

/** The agent that the account is; the latest where there are several. */
export async function agentOfPerson({ organisationId }: Tenant, db: Db, personId: string) {
  return db
    .selectFrom('plan_agent')
    .select(['agent_id as agentId', 'name', 'contract'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export type SavedAgent = AgentFields & { readonly agentId: string; readonly now: Date }

export async function saveAgent({ organisationId }: Tenant, trx: Db, agent: SavedAgent): Promise<void> {
  const values = {
    name: agent.name,
    number: agent.number,
    person_id: agent.personId,
    contract: JSON.stringify(agent.contract),
    adult_on: agent.adultOn,
    skills: [...agent.skills],
    available: agent.available === null ? null : JSON.stringify(agent.available),
    valid_from: agent.validFrom,
    valid_to: agent.validTo,
    changed_at: agent.now,
  }
  await sql`
    insert into plan_agent (organisation_id, agent_id, name, number, person_id, contract, adult_on, skills, available,
      valid_from, valid_to, changed_at)
    values (${organisationId}, ${agent.agentId}, ${values.name}, ${values.number}, ${values.person_id},
      ${values.contract}::jsonb, ${values.adult_on}::date, ${values.skills}, ${values.available}::jsonb,
      ${values.valid_from}::date, ${values.valid_to}::date, ${values.changed_at})
    on conflict (organisation_id, agent_id) do update set name = excluded.name, number = excluded.number,
      person_id = excluded.person_id, contract = excluded.contract, adult_on = excluded.adult_on,
      skills = excluded.skills, available = excluded.available, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, changed_at = excluded.changed_at`.execute(trx)
}

export async function listTemplates({ organisationId }: Tenant, db: Db): Promise<readonly TemplateView[]> {
  const rows = await db
    .selectFrom('plan_shift_template')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('earliest_start')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    templateId: row.template_id,
    name: row.name,
    weekdays: row.weekdays,
    earliestStart: row.earliest_start,
    latestStart: row.latest_start,
    startEvery: row.start_every as TemplateView['startEvery'],
    lengths: row.lengths,
    breaks: row.breaks.map((each) => ({ ...each })),
  }))
}

export async function saveTemplate(
  { organisationId }: Tenant,
  trx: Db,
  template: TemplateFields & { readonly templateId: string; readonly now: Date },
): Promise<void> {
  await sql`
    insert into plan_shift_template (organisation_id, template_id, name, weekdays, earliest_start, latest_start,
      start_every, lengths, breaks, changed_at)
    values (${organisationId}, ${template.templateId}, ${template.name}, ${[...template.weekdays]},
      ${template.earliestStart}, ${template.latestStart}, ${template.startEvery}, ${[...template.lengths]},
      ${JSON.stringify(template.breaks)}::jsonb, ${template.now})
    on conflict (organisation_id, template_id) do update set name = excluded.name, weekdays = excluded.weekdays,
      earliest_start = excluded.earliest_start, latest_start = excluded.latest_start,
      start_every = excluded.start_every, lengths = excluded.lengths, breaks = excluded.breaks,
      changed_at = excluded.changed_at`.execute(trx)
}

/** Whether there was one to remove. */
export async function removeTemplate(
  { organisationId }: Tenant,
  trx: Db,
  templateId: string,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('plan_shift_template')
    .where('organisation_id', '=', organisationId)
    .where('template_id', '=', templateId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Skills that queues in use ask for. */
export async function listQueueSkills({ organisationId }: Tenant, db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ skill: string }>`
    select distinct skill from plan_queue
    where organisation_id = ${organisationId} and closed_at is null and skill <> '' order by skill`.execute(
    db,
  )
  return rows.map(({ skill }) => skill)
}

/** Turns 18: the day is forgotten and the stricter limits with it. For all organisations; by the clock. */
export async function growUp(db: Db, today: string): Promise<void> {
  await sql`
    update plan_agent set adult_on = null, contract = jsonb_set(contract, '{age}', '"adult"')
    where adult_on <= ${today}::date`.execute(db)
}
