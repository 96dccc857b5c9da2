/** Reports that have been made. */
import type { Language } from '../../../kernel/localized.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    report_file: {
      organisation_id: string
      edition_id: string
      participant_id: string
      language: Language
      results_at: Date
      made_at: Date
      pdf: Uint8Array
    }
  }
}

type Wanted = { readonly editionId: string; readonly language: Language }

export type MadeReport = {
  readonly participantId: string
  readonly resultsAt: Date
  readonly madeAt: Date
  readonly pdf: Uint8Array
}

/** Which reports there are, without the files themselves. */
export async function listMade(
  { organisationId }: Scope,
  db: Db,
  { editionId, language }: Wanted,
): Promise<readonly Omit<MadeReport, 'pdf'>[]> {
  const rows = await db
    .selectFrom('report_file')
    .select(['participant_id', 'results_at', 'made_at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('language', '=', language)
    .execute()
  return rows.map((row) => ({
    participantId: row.participant_id,
    resultsAt: row.results_at,
    madeAt: row.made_at,
  }))
}

/** The files of the reports that tell of the results as they are now. */
export async function readMade(
  { organisationId }: Scope,
  db: Db,
  { editionId, language, resultsAt }: Wanted & { readonly resultsAt: Date },
): Promise<readonly MadeReport[]> {
  const rows = await db
    .selectFrom('report_file')
    .select(['participant_id', 'results_at', 'made_at', 'pdf'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('language', '=', language)
    .where('results_at', '=', resultsAt)
    .execute()
  return rows.map((row) => ({
    participantId: row.participant_id,
    resultsAt: row.results_at,
    madeAt: row.made_at,
    pdf: row.pdf,
  }))
}

/** Keeps reports, in place of older ones of the same participants and language. */
export async function saveMade(
  { organisationId }: Scope,
  db: Db,
  { editionId, language, reports }: Wanted & { readonly reports: readonly MadeReport[] },
): Promise<void> {
  if (reports.length === 0) return
  await db
    .insertInto('report_file')
    .values(
      reports.map(({ participantId, resultsAt, madeAt, pdf }) => ({
        organisation_id: organisationId,
        edition_id: editionId,
        participant_id: participantId,
        language,
        results_at: resultsAt,
        made_at: madeAt,
        pdf,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'edition_id', 'participant_id', 'language'])
        .doUpdateSet((row) => ({
          results_at: row.ref('excluded.results_at'),
          made_at: row.ref('excluded.made_at'),
          pdf: row.ref('excluded.pdf'),
        })),
    )
    .execute()
}
