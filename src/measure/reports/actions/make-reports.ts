/** Every report of an edition: asked for by a person, made as a job class by class, kept, fetched as one zip file. */
import { zipSync } from 'fflate'
import { AppError } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/localized.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type RunPiece, shareOutInThreads } from '../../../platform/jobs/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { MadePdf, MakeInput } from '../make-thread.ts'
import { plainFileName } from '../rules/file-name.ts'
import { type MadeReport, readMade, saveMade } from '../store/report-store.ts'
import { classmates, loadReports, loadTold, type ReportEdition } from './load-reports.ts'
import { bytesOf } from './read-reports.ts'

export const makeReportsJob = 'reports.make'

type InEdition = { readonly editionId: string; readonly language: Language }
export type MakeReportsPayload = InEdition & {
  readonly organisationId: string
  readonly personId: string
}

const thread = new URL('../make-thread.ts', import.meta.url)

/** @throws AppError not-found */
export async function startReports(context: Context, input: InEdition): Promise<{ jobId: string }> {
  const { scope, jobs } = context
  const { editionId, language } = input
  await loadEdition(context, editionId)
  const { organisationId, personId } = scope
  const payload: MakeReportsPayload = { organisationId, personId, editionId, language }
  const jobId = await jobs.send(makeReportsJob, payload, { organisationId })
  await recordAudit(context, {
    action: 'reports.asked',
    subject: { kind: 'edition', id: editionId },
    detail: { language },
  })
  return { jobId }
}

export type ReportWork = {
  readonly signal: AbortSignal
  readonly progress: (fraction: number, note?: string) => void
}

/** What the job does. Reports that were finished before it is cancelled are kept. */
export async function carryOutReports(
  context: Context,
  { editionId, language }: InEdition,
  { signal, progress }: ReportWork,
): Promise<{ made: number }> {
  const edition = await loadReports(context, editionId)
  const all = edition.results.participants.length
  const classes = [...Map.groupBy(edition.results.participants, (one) => one.class).values()]
  let made = 0
  await shareOutInThreads({ module: thread, most: 2, signal }, classes, async (run, members) => {
    const names = classmates(edition, members[0]!.participant)
    made += await makeClass(context, edition, { editionId, language, names, run })
    progress(made / all, `${made}/${all}`)
  })
  return { made }
}

type ClassWork = InEdition & { readonly names: readonly string[]; readonly run: RunPiece }

async function makeClass(
  context: Context,
  edition: ReportEdition,
  { editionId, language, names, run }: ClassWork,
): Promise<number> {
  const { scope, db, now } = context
  const { facts, results, resultsAt, ids } = edition
  const contacts = await loadTold(context, edition, { editionId, names })
  const source = { facts, results, contacts }
  const input: MakeInput = { kind: 'participants', source, names, language, madeAt: now }
  const pdfs = await run<MadePdf[]>(input)
  const reports = pdfs.flatMap(({ name, pdf }): MadeReport[] => {
    const participantId = ids.get(name)
    return participantId === undefined ? [] : [{ participantId, resultsAt, madeAt: now, pdf }]
  })
  await saveMade(scope, db, { editionId, language, reports })
  return reports.length
}

/** @throws AppError no-reports when none has been made of the results as they are now */
export async function bundleReports(context: Context, { editionId, language }: InEdition): Promise<File> {
  const { scope, db } = context
  const edition = await loadReports(context, editionId)
  const { facts, results, resultsAt, ids } = edition
  const made = await readMade(scope, db, { editionId, language, resultsAt })
  if (made.length === 0) throw new AppError('no-reports')
  const pdfOf = new Map(made.map(({ participantId, pdf }) => [participantId, pdf]))
  const files = results.participants.flatMap(({ participant, class: className }) => {
    const pdf = pdfOf.get(ids.get(participant) ?? '')
    return pdf
      ? [[`${plainFileName(className)}/${plainFileName(participant)}-${language}.pdf`, pdf] as const]
      : []
  })
  // A PDF is packed already: packing it again takes time and gives nothing.
  const zip = zipSync(Object.fromEntries(files), { level: 0 })
  const name = `${plainFileName(`${facts.edition} rapporter ${language}`)}.zip`
  return new File([bytesOf(zip)], name, { type: 'application/zip' })
}
