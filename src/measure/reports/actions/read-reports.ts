/** One report at a time: as a document for the page, and as a file to hand round. */
import { AppError } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/localized.ts'
import type { Context } from '../../../organisation/index.ts'
import { runInThread } from '../../../platform/jobs/index.ts'
import { isOwn, isVisible } from '../../results/index.ts'
import type { ReportDocument, ReportsAnswer } from '../contract.ts'
import type { MadePdf, MakeInput } from '../make-thread.ts'
import { classReport } from '../rules/class-report.ts'
import { plainFileName } from '../rules/file-name.ts'
import { writeReportHtml } from '../rules/html/write-report.ts'
import { participantReports } from '../rules/participant-reports.ts'
import { listMade } from '../store/report-store.ts'
import { classmates, loadReports, loadTold, nameOf, type ReportEdition } from './load-reports.ts'

type InEdition = { readonly editionId: string; readonly language: Language }
type Format = { readonly format: 'pdf' | 'html' }

const thread = new URL('../make-thread.ts', import.meta.url)

/** @throws AppError as `loadReports` */
export async function listReports(
  context: Context,
  { editionId, language }: InEdition,
): Promise<ReportsAnswer> {
  const { scope, db } = context
  const edition = await loadReports(context, editionId)
  const { viewer, facts, results, resultsAt, ids } = edition
  const made = await listMade(scope, db, { editionId, language })
  const madeOf = new Map(made.map((one) => [one.participantId, one]))
  const items = results.participants.flatMap(({ participant, class: className, totalResult }) => {
    const participantId = ids.get(participant)
    if (participantId === undefined || !isOwn(viewer, participantId)) return []
    const found = viewer.view === 'organiser' ? madeOf.get(participantId) : undefined
    return [
      {
        participantId,
        participant,
        class: className,
        totalResult,
        madeAt: found?.madeAt.toISOString() ?? null,
        outdated: found !== undefined && found.resultsAt.getTime() !== resultsAt.getTime(),
      },
    ]
  })
  return {
    view: viewer.view,
    edition: facts.edition,
    published: viewer.edition.state === 'published',
    items,
    classes: classesFor(edition),
  }
}

/** Every class for the organiser, a participant's own. */
function classesFor({ viewer, results, ids }: ReportEdition): string[] {
  const own = results.participants.filter(({ participant }) => isOwn(viewer, ids.get(participant) ?? ''))
  return [...new Set(own.map((one) => one.class))].sort()
}

type OneReport = InEdition & { readonly participantId: string }

/** @throws AppError not-found also for another's report */
export async function readDocument(context: Context, input: OneReport): Promise<ReportDocument> {
  const { editionId, participantId, language } = input
  const edition = await loadReports(context, editionId)
  if (!isOwn(edition.viewer, participantId)) throw new AppError('not-found')
  const name = nameOf(edition, participantId)
  const contacts = await loadTold(context, edition, { editionId, names: classmates(edition, name) })
  const [report] = participantReports({ ...edition, contacts }, [name], language)
  if (!report) throw new AppError('not-found')
  return report.document
}

/** @throws AppError not-found also for another's report */
export async function readReportFile(context: Context, input: OneReport & Format): Promise<File> {
  const document = await readDocument(context, input)
  return fileOf(context, document, input.format)
}

/** @throws AppError not-found for a class that is not there, or that a participant is not in */
export async function readClassFile(
  context: Context,
  { editionId, class: name, language, format }: InEdition & Format & { readonly class: string },
): Promise<File> {
  const edition = await loadReports(context, editionId)
  const { viewer, facts, results, ids } = edition
  if (!classesFor(edition).includes(name)) throw new AppError('not-found')
  const seen = results.participants.filter(({ participant }) => isVisible(viewer, ids.get(participant) ?? ''))
  const visible =
    viewer.view === 'organiser' ? {} : { visible: new Set(seen.map(({ participant }) => participant)) }
  const document = classReport({ facts, results, class: name, ...visible }, language)
  if (!document) throw new AppError('not-found')
  return fileOf(context, document, format)
}

async function fileOf({ now }: Context, document: ReportDocument, format: Format['format']): Promise<File> {
  const name = `${plainFileName(`${document.title} ${document.subtitle}`)}.${format}`
  if (format === 'html')
    return new File([writeReportHtml(document)], name, { type: 'text/html; charset=utf-8' })
  const input: MakeInput = { kind: 'document', document, madeAt: now }
  const [made] = await runInThread<MadePdf[]>(thread, input)
  return new File([bytesOf(made!.pdf)], name, { type: 'application/pdf' })
}

/** The same bytes over a buffer that a file may be made of. */
export const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
