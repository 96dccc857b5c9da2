/** The training plan of a centre. What has been changed is in the audit log. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { TrainingState } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    training: {
      organisation_id: string
      training_id: string
      centre: string
      title: string
      what: string
      questions: readonly string[]
      channels: readonly string[]
      starts_on: string
      owner_role: string
      status: TrainingState
      created_at: Date
      changed_at: Date
      changed_by: string
    }
  }
}

export type StoredTraining = {
  readonly trainingId: string
  readonly title: string
  readonly what: string
  readonly questions: readonly string[]
  readonly channels: readonly string[]
  readonly startsOn: string
  readonly ownerRole: string
  readonly status: TrainingState
}

/** The latest start first. */
export async function listTraining(
  { organisationId }: Scope,
  db: Db,
  centres: readonly string[],
): Promise<readonly StoredTraining[]> {
  const rows = await db
    .selectFrom('training')
    .select(['training_id', 'title', 'what', 'questions', 'channels', 'starts_on', 'owner_role', 'status'])
    .where('organisation_id', '=', organisationId)
    .where('centre', 'in', [...centres])
    .orderBy('starts_on', 'desc')
    .orderBy('training_id', 'desc')
    .execute()
  return rows.map(({ training_id, starts_on, owner_role, ...row }) => ({
    ...row,
    trainingId: training_id,
    startsOn: starts_on,
    ownerRole: owner_role,
  }))
}

type TrainingRow = StoredTraining & { readonly now: Date }

export async function insertTraining(
  { organisationId, personId }: Scope,
  db: Db,
  { centre, now, ...training }: TrainingRow & { readonly centre: string },
): Promise<void> {
  await db
    .insertInto('training')
    .values({
      organisation_id: organisationId,
      training_id: training.trainingId,
      centre,
      ...columnsOf(training),
      created_at: now,
      changed_at: now,
      changed_by: personId,
    })
    .execute()
}

/** Whether the centre has such a measure. */
export async function updateTraining(
  { organisationId, personId }: Scope,
  db: Db,
  { centres, now, ...training }: TrainingRow & { readonly centres: readonly string[] },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('training')
    .set({ ...columnsOf(training), changed_at: now, changed_by: personId })
    .where('organisation_id', '=', organisationId)
    .where('training_id', '=', training.trainingId)
    .where('centre', 'in', [...centres])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function columnsOf({
  title,
  what,
  questions,
  channels,
  startsOn,
  ownerRole,
  status,
}: Omit<StoredTraining, 'trainingId'>) {
  return {
    title,
    what,
    questions: JSON.stringify(questions) as never,
    channels: JSON.stringify(channels) as never,
    starts_on: startsOn,
    owner_role: ownerRole,
    status,
  }
}
