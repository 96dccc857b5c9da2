import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { contactDetails } from './contact-details.ts'
import type { DemoEdition } from './demo-edition.ts'
import { insertRows } from './demo-store.ts'
import { participantWithSignIn } from './world.ts'

type Place = { readonly trx: Db; readonly organisation: DemoOrganisation }

/** The participants of an edition, with channels that a person has confirmed; one of them has a reader. */
export async function insertParticipants(
  { trx, organisation }: Place,
  { editionId, participants }: DemoEdition,
  { confirmedAt }: { readonly confirmedAt: Date },
): Promise<void> {
  const { organisationId, scopes } = organisation
  const tenant = { organisation_id: organisationId, edition_id: editionId }
  const own = participants.find(({ name }) => name === participantWithSignIn)!
  const rivals = participants.filter((one) => one.class === own.class && one !== own).slice(0, 5)
  await insertRows(
    trx,
    'participant',
    participants.map((participant) => {
      const { contactForm, ...details } = contactDetails(participant)
      return {
        ...tenant,
        participant_id: participant.participantId,
        name: participant.name,
        class: participant.class,
        website: `demo:${participant.page}`,
        variant: participant === own ? ('competitor' as const) : ('single' as const),
        relationship: 'own' as const,
        ...details,
        contact_form: contactForm,
        channels_confirmed_at: confirmedAt,
        channels_confirmed_by: scopes.organiser.personId,
        channels_note: null,
        withdrawn_at: null,
        created_at: confirmedAt,
        changed_at: confirmedAt,
      }
    }),
  )
  const participantId = { ...tenant, participant_id: own.participantId }
  await insertRows(
    trx,
    'competitor_choice',
    rivals.map((rival) => ({ ...participantId, competitor_id: rival.participantId })),
  )
  await insertRows(trx, 'participant_person', [{ ...participantId, person_id: scopes.participant.personId }])
}
