import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { type ContactDetails, contactDetails } from './contact-details.ts'
import type { DemoParticipant } from './demo-edition.ts'
import { insertRows } from './demo-store.ts'
import { participantWithSignIn } from './world.ts'

type Place = { readonly trx: Db; readonly organisation: DemoOrganisation }

type Entry = {
  readonly editionId: string
  readonly participants: readonly DemoParticipant[]
  readonly at: Date
  /** Whose channels a person has confirmed. */
  readonly confirmed: (participant: DemoParticipant, index: number) => boolean
}

const unknown: ContactDetails = { phone: null, email: null, contactForm: null, chat: null, messenger: null }

/** The participants of an edition; the one with a sign-in has a reader and has chosen its class to compare with. */
export async function insertParticipants({ trx, organisation }: Place, entry: Entry): Promise<void> {
  const { editionId, participants, at, confirmed } = entry
  const { organisationId, scopes } = organisation
  const tenant = { organisation_id: organisationId, edition_id: editionId }
  const own = participants.find(({ name }) => name === participantWithSignIn)!
  const rivals = participants.filter((one) => one.class === own.class && one !== own).slice(0, 5)
  await insertRows(
    trx,
    'participant',
    participants.map((participant, index) => {
      const settled = confirmed(participant, index)
      const { contactForm, ...details } = settled ? contactDetails(participant) : unknown
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
        channels_confirmed_at: settled ? at : null,
        channels_confirmed_by: settled ? scopes.organiser.personId : null,
        channels_note: null,
        withdrawn_at: null,
        created_at: at,
        changed_at: at,
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
