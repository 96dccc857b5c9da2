/** From an edition's results and contacts to what one participant's report is written from. */

import type { InsightContact } from '../../insight/rules/insight-contact.ts'
import type { EditionResults } from '../../results/contract.ts'
import { compareAnswers } from '../../results/rules/compare-answers.ts'
import { answersOfContacts } from '../../results/rules/gather-contacts.ts'
import { smallestClass } from '../../results/rules/visible-results.ts'
import type { EditionFacts, ReportContact, ReportGap, ReportInput } from './report-input.ts'

/** A scored contact with what the report shows of it. Comments are masked before they come here. */
export type ToldContact = InsightContact & Pick<ReportContact, 'number' | 'scenario' | 'comments'>

export type ReportSource = {
  readonly facts: EditionFacts
  readonly results: EditionResults
  /** The participant's own contacts. */
  readonly contacts: readonly ToldContact[]
  readonly gap?: ReportGap
}

/**
 * What a participant may have in hand, whoever makes the report: its class beside it only where the class is large
 * enough not to give another away. Undefined for a participant without a result.
 */
export function gatherReport(participant: string, source: ReportSource): ReportInput | undefined {
  const { facts, results, contacts, gap } = source
  const result = results.participants.find((one) => one.participant === participant)
  if (!result) return undefined
  const classResult = results.classes.find(
    (one) => one.class === result.class && one.participants >= smallestClass,
  )
  const ofClass = classResult && results.answers.find(({ segment }) => segment === `class:${result.class}`)
  const own = answersOfContacts(facts.method, `participant:${participant}`, contacts)
  return {
    facts,
    result,
    ...(classResult ? { classResult } : {}),
    ...compareAnswers(facts.method, own, ofClass),
    bands: results.bands,
    ...(gap && classResult ? { gap } : {}),
    contacts: contacts.map(toReportContact),
  }
}

function toReportContact({ number, date, channel, answered, score, areas, scenario, comments }: ToldContact) {
  const areaScores = Object.fromEntries(Object.entries(areas).map(([id, area]) => [id, area.score]))
  return { number, date, channel, answered, score, areas: areaScores, scenario, comments }
}
