/** Contacts of a demo edition as rows: the plan, the log, the forms and their scores. */
import type { EditionMethod } from '../measure/edition/contract.ts'
import { compileMethod } from '../measure/results/rules/compiled-form.ts'
import { scoreSubmission } from '../measure/results/rules/score-submission.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import type { DemoEdition, DemoEditionContact } from './demo-edition.ts'
import { insertRows } from './demo-store.ts'
import type { DemoObserver } from './observers.ts'

export type ContactsSetting = {
  readonly trx: Db
  readonly organisation: DemoOrganisation
  readonly observers: readonly DemoObserver[]
  readonly method: EditionMethod
}

const scoredStates = new Set(['approved', 'appealed', 'final', 'locked'])

export async function insertContacts(
  setting: ContactsSetting,
  { editionId, contacts }: DemoEdition,
): Promise<void> {
  const tenant = { organisation_id: setting.organisation.organisationId, edition_id: editionId }
  const personOf = personsBy(setting)
  await insertRows(
    setting.trx,
    'contact',
    contacts.map(({ contactId, planned, life }) => ({
      ...tenant,
      contact_id: contactId,
      number: planned.number,
      participant_id: planned.participant,
      channel: planned.channel,
      date: planned.date,
      from_time: planned.from,
      to_time: planned.to,
      observer_id: planned.observer,
      scenario: planned.scenario ?? '',
      state: life.state,
      due_at: life.dueAt ?? null,
      excluded_reason: life.excludedReason ?? null,
      changed_at: new Date(life.events.at(-1)!.event.at),
    })),
  )
  const rowsOf = <Row>(row: (contact: DemoEditionContact, personId: string) => readonly Row[]): Row[] =>
    contacts.flatMap((contact) => row(contact, personOf(contact)))
  await insertRows(
    setting.trx,
    'contact_event',
    rowsOf(({ contactId, life }, personId) =>
      life.events.map(({ event, detail, by }) => ({
        ...tenant,
        contact_id: contactId,
        event_id: event.eventId,
        kind: event.kind,
        at: new Date(event.at),
        recorded_at: new Date(event.at),
        person_id: by === 'observer' ? personId : setting.organisation.scopes.organiser.personId,
        detail,
      })),
    ),
  )
  await insertRows(
    setting.trx,
    'submission',
    rowsOf(({ contactId, life }, personId) =>
      life.submissions.map(({ at, submissionId, ...submission }) => ({
        ...tenant,
        contact_id: contactId,
        submission_id: submissionId,
        ...submission,
        submitted_at: new Date(at),
        submitted_by: personId,
        method_version: setting.method.methodVersion,
      })),
    ),
  )
  await insertRows(
    setting.trx,
    'draft',
    rowsOf(({ contactId, life: { draft } }) =>
      draft
        ? [
            {
              ...tenant,
              contact_id: contactId,
              answers: draft.answers,
              comments: draft.comments,
              saved_at: new Date(draft.at),
            },
          ]
        : [],
    ),
  )
  await insertRows(setting.trx, 'submission_score', scoreRows(setting, contacts, tenant))
}

function personsBy({ observers, organisation }: ContactsSetting) {
  const persons = new Map(observers.map(({ plan, personId }) => [plan.id, personId]))
  return ({ planned }: DemoEditionContact) =>
    persons.get(planned.observer ?? '') ?? organisation.scopes.organiser.personId
}

function scoreRows(
  { method }: ContactsSetting,
  contacts: readonly DemoEditionContact[],
  tenant: { readonly organisation_id: string; readonly edition_id: string },
) {
  const compiled = compileMethod(method)
  return contacts.flatMap(({ contactId, planned, life }) => {
    const last = life.submissions.at(-1)
    if (!last || !scoredStates.has(life.state)) return []
    const outcome = scoreSubmission(compiled.forms.get(planned.channel)!, last)
    if (outcome.kind !== 'scored') throw new Error(`demo: contact ${planned.number} has no score`)
    const { points, possible, score, areas, answered } = outcome
    const scoredAt = new Date(life.events.find(({ event }) => event.kind === 'approved')!.event.at)
    const made = { method_version: method.methodVersion, scored_at: scoredAt }
    return [{ ...tenant, contact_id: contactId, answered, points, possible, score, areas, ...made }]
  })
}
