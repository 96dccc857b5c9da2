/** A survey's questionnaire and how far it has come. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { SurveyItem, SurveyMode, SurveyQuestionnaire } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    expectation_survey: {
      organisation_id: string
      edition_id: string
      mode: SurveyMode
      depth: number
      set_size: number
      set_count: number
      choice_sets: ChoiceSets | null
      items: readonly SurveyItem[]
      background: SurveyQuestionnaire['background']
      opens_on: string
      closes_on: string
      opened_at: Date | null
      closed_at: Date | null
      reminded_at: Date | null
      secret: string | null
      changed_at: Date
    }
  }
}

/** Best–worst mode: for each version of the questionnaire its sets of items. */
type ChoiceSets = readonly (readonly (readonly string[])[])[]

export type StoredSurvey = SurveyQuestionnaire & {
  readonly editionId: string
  /** Drawn when it is opened, so that everybody meets the same sets until it closes. */
  readonly choiceSets: ChoiceSets
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly remindedAt: Date | null
  readonly secret: string | null
}

type InEdition = { readonly editionId: string }

export async function findSurvey(
  { organisationId }: Scope,
  db: Db,
  { editionId, lock = false }: InEdition & { readonly lock?: boolean },
): Promise<StoredSurvey | undefined> {
  const row = await db
    .selectFrom('expectation_survey')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && toSurvey(row)
}

export async function listSurveys({ organisationId }: Scope, db: Db): Promise<readonly StoredSurvey[]> {
  const rows = await db
    .selectFrom('expectation_survey')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.map(toSurvey)
}

/** Writes the questionnaire; the caller has made sure that nobody has been asked yet. */
export async function saveQuestionnaire(
  { organisationId }: Scope,
  db: Db,
  { editionId, now, ...survey }: SurveyQuestionnaire & InEdition & { readonly now: Date },
): Promise<void> {
  const values = {
    mode: survey.mode,
    depth: survey.depth,
    set_size: survey.sets.size,
    set_count: survey.sets.count,
    items: JSON.stringify(survey.items) as never,
    background: survey.background,
    opens_on: survey.opensOn,
    closes_on: survey.closesOn,
    changed_at: now,
  }
  await db
    .insertInto('expectation_survey')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      ...values,
      opened_at: null,
      closed_at: null,
      reminded_at: null,
      secret: null,
      choice_sets: null,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'edition_id']).doUpdateSet(values))
    .execute()
}

export type SurveyChange = {
  readonly openedAt?: Date
  readonly closedAt?: Date
  readonly remindedAt?: Date
  readonly closesOn?: string
  readonly secret?: string | null
  readonly choiceSets?: ChoiceSets
}

export async function updateSurvey(
  { organisationId }: Scope,
  db: Db,
  { editionId, now, ...change }: SurveyChange & InEdition & { readonly now: Date },
): Promise<void> {
  await db
    .updateTable('expectation_survey')
    .set({
      ...(change.openedAt ? { opened_at: change.openedAt } : {}),
      ...(change.closedAt ? { closed_at: change.closedAt } : {}),
      ...(change.remindedAt ? { reminded_at: change.remindedAt } : {}),
      ...(change.closesOn ? { closes_on: change.closesOn } : {}),
      ...(change.secret === undefined ? {} : { secret: change.secret }),
      ...(change.choiceSets ? { choice_sets: JSON.stringify(change.choiceSets) as never } : {}),
      changed_at: now,
    })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute()
}

type Row = {
  readonly edition_id: string
  readonly mode: SurveyMode
  readonly depth: number
  readonly set_size: number
  readonly set_count: number
  readonly choice_sets: ChoiceSets | null
  readonly items: readonly SurveyItem[]
  readonly background: SurveyQuestionnaire['background']
  readonly opens_on: string
  readonly closes_on: string
  readonly opened_at: Date | null
  readonly closed_at: Date | null
  readonly reminded_at: Date | null
  readonly secret: string | null
}

function toSurvey(row: Row): StoredSurvey {
  return {
    editionId: row.edition_id,
    mode: row.mode,
    depth: row.depth,
    sets: { size: row.set_size, count: row.set_count },
    choiceSets: row.choice_sets ?? [],
    items: [...row.items],
    background: row.background,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    remindedAt: row.reminded_at,
    secret: row.secret,
  }
}
