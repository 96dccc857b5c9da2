/** Groupings of the whole log: asked for, worked on, what they learned and what moved. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { FitLine } from '../contract.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type FitSettings = FitLine['settings']
export type FitFigures = FitLine['figures']

export async function insertFit(
  { organisationId }: Tenant,
  trx: Db,
  fit: {
    readonly fitId: string
    readonly settings: FitSettings
    readonly now: Date
    readonly personId: string | null
  },
): Promise<void> {
  await trx
    .insertInto('topic_fit')
    .values({
      organisation_id: organisationId,
      fit_id: fit.fitId,
      job_id: null,
      state: 'waiting',
      settings: JSON.stringify(fit.settings),
      started_at: fit.now,
      finished_at: null,
      person_id: fit.personId,
      figures: '{}',
      error: null,
    })
    .execute()
}

type FitChange = {
  readonly fitId: string
  readonly state?: FitLine['state']
  readonly jobId?: string
  readonly figures?: FitFigures
  readonly finishedAt?: Date
  readonly error?: string
}

export async function changeFit({ organisationId }: Tenant, db: Db, change: FitChange): Promise<void> {
  const { fitId, state, jobId, figures, finishedAt, error } = change
  await db
    .updateTable('topic_fit')
    .set({
      ...(state && { state }),
      ...(jobId !== undefined && { job_id: jobId }),
      ...(figures && { figures: JSON.stringify(figures) }),
      ...(finishedAt && { finished_at: finishedAt }),
      ...(error !== undefined && { error }),
    })
    .where('organisation_id', '=', organisationId)
    .where('fit_id', '=', fitId)
    .execute()
}

const noFigures: FitFigures = { texts: 0, topics: 0, moved: 0, seconds: 0, sampled: false }

/** Latest first. */
export async function listFits({ organisationId }: Tenant, db: Db, most = 50): Promise<FitLine[]> {
  const rows = await db
    .selectFrom('topic_fit')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'topic_fit.organisation_id')
        .onRef('person.person_id', '=', 'topic_fit.person_id'),
    )
    .select(['fit_id', 'job_id', 'state', 'started_at', 'finished_at', 'person.name as by', 'error'])
    .select([sql<FitSettings>`settings`.as('settings'), sql<Partial<FitFigures>>`figures`.as('figures')])
    .where('topic_fit.organisation_id', '=', organisationId)
    .orderBy('started_at', 'desc')
    .orderBy('fit_id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    fitId: row.fit_id,
    jobId: row.job_id,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    by: row.by,
    settings: row.settings,
    figures: { ...noFigures, ...row.figures },
    error: row.error,
  }))
}

/** The latest grouping that was finished and has left what it learned: it assigns new texts. */
export async function latestFit({ organisationId }: Tenant, db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('topic_fit')
    .select('fit_id')
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'done')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('topic_model')
          .select('part')
          .where('topic_model.organisation_id', '=', organisationId)
          .whereRef('topic_model.fit_id', '=', 'topic_fit.fit_id'),
      ),
    )
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.fit_id
}

/** Puts these parts in place of what every earlier grouping learned: only the latest model is used. */
export async function saveModel(
  { organisationId }: Tenant,
  trx: Db,
  { fitId, parts }: { readonly fitId: string; readonly parts: Readonly<Record<string, Uint8Array>> },
): Promise<void> {
  await trx.deleteFrom('topic_model').where('organisation_id', '=', organisationId).execute()
  for (const [part, bytes] of Object.entries(parts))
    await trx
      .insertInto('topic_model')
      .values({ organisation_id: organisationId, fit_id: fitId, part, bytes })
      .execute()
}

export async function loadModel(
  { organisationId }: Tenant,
  db: Db,
  fitId: string,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const rows = await db
    .selectFrom('topic_model')
    .select(['part', 'bytes'])
    .where('organisation_id', '=', organisationId)
    .where('fit_id', '=', fitId)
    .execute()
  return Object.fromEntries(rows.map(({ part, bytes }) => [part, bytes]))
}

export type Move = {
  readonly fromTopicId: string | null
  readonly toTopicId: string | null
  readonly texts: number
  readonly contacts: number
}

export async function insertMoves(
  { organisationId }: Tenant,
  trx: Db,
  { fitId, moves }: { readonly fitId: string; readonly moves: readonly Move[] },
): Promise<void> {
  if (moves.length === 0) return
  await trx
    .insertInto('topic_move')
    .values(
      moves.map((move, index) => ({
        organisation_id: organisationId,
        fit_id: fitId,
        move_number: index + 1,
        from_topic_id: move.fromTopicId,
        to_topic_id: move.toTopicId,
        texts: move.texts,
        contacts: move.contacts,
      })),
    )
    .execute()
}

/** What moved, the largest first, with the names of both topics as they are called now. */
export async function listMoves({ organisationId }: Tenant, db: Db, fitId: string) {
  const { rows } = await sql<{
    from: string | null
    to: string | null
    toId: string | null
    texts: number
    contacts: number
  }>`
    select a.name as "from", b.name as "to", m.to_topic_id as "toId", m.texts, m.contacts
    from topic_move m
    left join topic a on a.organisation_id = m.organisation_id and a.topic_id = m.from_topic_id
    left join topic b on b.organisation_id = m.organisation_id and b.topic_id = m.to_topic_id
    where m.organisation_id = ${organisationId} and m.fit_id = ${fitId}
    order by m.contacts desc, m.move_number limit 500`.execute(db)
  return rows
}
