/** A plan as the two files of the command: `contacts.csv` and `fairness.json`. */
import { isoWeek } from '../../kernel/calendar.ts'
import type { EditionMethod } from '../../measure/edition/contract.ts'
import { toContacts } from '../../measure/planning/rules/columns.ts'
import { checkFairness } from '../../measure/planning/rules/fairness/check-fairness.ts'
import { participantFigures } from '../../measure/planning/rules/fairness/participant-figures.ts'
import { planView } from '../../measure/planning/rules/fairness/plan-view.ts'
import { makePlan } from '../../measure/planning/rules/make-plan.ts'
import type { PlanInput, PlannedContact } from '../../measure/planning/rules/plan-input.ts'
import { writeCsv } from '../../platform/files/index.ts'

const header = [
  'contact',
  'participant',
  'class',
  'channel',
  'week',
  'date',
  'from',
  'to',
  'observer',
  'scenario',
]

export type PlanFiles = {
  readonly contactsCsv: string
  readonly fairness: ReturnType<typeof fairnessDocument>
}

export function planFiles(method: EditionMethod, input: PlanInput): PlanFiles {
  const { frame, columns } = makePlan(input)
  const contacts = toContacts(columns, input).sort((a, b) => a.number - b.number)
  const idOf = contactIds(contacts.length)
  const fairness = checkFairness(input, frame, columns)
  const participants = participantFigures(planView(input, frame, columns))
  return {
    contactsCsv: writeCsv([header, ...contactRows(contacts, input, idOf)]),
    fairness: fairnessDocument(method, input.seed, { fairness, participants, idOf }),
  }
}

/** Ids of equal length that sort as their numbers do: `C00001`. */
function contactIds(count: number): (number: number) => string {
  const width = Math.max(5, String(count).length)
  return (number) => `C${String(number).padStart(width, '0')}`
}

function* contactRows(
  contacts: readonly PlannedContact[],
  { participants }: PlanInput,
  idOf: (number: number) => string,
): Generator<readonly string[]> {
  const classOf = new Map(participants.map(({ id, class: className }) => [id, className]))
  const weekOf = new Map<string, string>()
  for (const { number, participant, channel, date, from, to, observer, scenario } of contacts) {
    const week = weekOf.get(date) ?? isoWeek(date)
    weekOf.set(date, week)
    yield [
      idOf(number),
      participant,
      classOf.get(participant)!,
      channel,
      week,
      date,
      from,
      to,
      observer ?? '',
      scenario ?? '',
    ]
  }
}

type Checked = {
  readonly fairness: ReturnType<typeof checkFairness>
  readonly participants: ReturnType<typeof participantFigures>
  readonly idOf: (number: number) => string
}

function fairnessDocument(method: EditionMethod, seed: string, { fairness, participants, idOf }: Checked) {
  const { clean, contacts, findings, notices, rules, figures } = fairness
  return {
    edition: method.id,
    methodVersion: method.methodVersion,
    seed,
    clean,
    brokenRules: rules.filter(({ broken }) => broken > 0).map(({ rule }) => rule),
    contacts,
    participants: fairness.participants,
    notices,
    findings: findings.map((finding) => ({ ...finding, contacts: finding.contacts.map(idOf) })),
    rules,
    figures: { ...figures, participants },
  }
}
