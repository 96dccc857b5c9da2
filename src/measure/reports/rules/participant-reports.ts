/** The reports of some participants of one edition, whatever they share worked out once. */
import type { Language } from '../../../kernel/localized.ts'
import type { EditionResults } from '../../results/contract.ts'
import type { ReportDocument } from '../contract.ts'
import { gatherReport, type ToldContact } from './gather-report.ts'
import { participantReport } from './participant-report.ts'
import { reportGaps } from './report-gaps.ts'
import type { EditionFacts } from './report-input.ts'

export type ReportsSource = {
  readonly facts: EditionFacts
  readonly results: EditionResults
  /** Of the participants and of everybody in their classes; what is not quoted needs no comments. */
  readonly contacts: readonly ToldContact[]
}

/** In the order of the names; a participant without a result has no report. */
export function participantReports(
  { facts, results, contacts }: ReportsSource,
  names: readonly string[],
  language: Language,
): readonly { readonly name: string; readonly document: ReportDocument }[] {
  const byName = Map.groupBy(contacts, ({ participant }) => participant)
  const gapOf = reportGaps({ method: facts.method, results, contacts })
  return names.flatMap((name) => {
    const gap = gapOf(name)
    const own = byName.get(name) ?? []
    const input = gatherReport(name, { facts, results, contacts: own, ...(gap ? { gap } : {}) })
    return input ? [{ name, document: participantReport(input, language) }] : []
  })
}
