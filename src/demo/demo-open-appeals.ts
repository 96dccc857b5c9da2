/**
 * The demo's extra round stands in its appeal window: two appeals by the centre that can sign in, one just received
 * and one that has been coded again, wait for the organiser.
 */
import { seededRandom } from '../kernel/random.ts'
import { endOfWorkingDays } from '../measure/appeals/rules/appeal-window.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { insertCoding, liftedAnswers } from './demo-appeals.ts'
import type { DemoEdition, DemoEditionContact } from './demo-edition.ts'
import { insertRows } from './demo-store.ts'
import type { DemoObserver } from './observers.ts'
import { seededId } from './seeded-id.ts'
import { participantWithSignIn } from './world.ts'

type Setting = {
  readonly trx: Db
  readonly organisation: DemoOrganisation
  readonly observers: readonly DemoObserver[]
  readonly method: EditionMethod
  readonly edition: DemoEdition
  readonly now: Date
}

const hour = 3_600_000
const workingDays = 10

const told = [
  {
    hoursAgo: 4,
    isCoded: false,
    grounds:
      'Vi svarte med et konkret forslag i samme melding. Likevel står det at kunden ikke fikk noen løsning. Se loggen.',
    evidence:
      '11:20 Kunde: henvendelse mottatt\n11:31 Svar sendt med pris, bindingstid og lenke til bestilling.\n11:40 Kunde: takk, det var det jeg lurte på.',
  },
  {
    hoursAgo: 68,
    isCoded: true,
    grounds:
      'Kundebehandleren stilte to spørsmål om forbruket før hun svarte. Vi mener at behovet ble kartlagt.',
    evidence: null,
  },
] as const

export async function insertOpenAppeals(setting: Setting): Promise<void> {
  const { trx, organisation, edition, now } = setting
  const { editionId } = edition
  const tenant = { organisation_id: organisation.organisationId, edition_id: editionId }
  const openedAt = new Date(now.getTime() - 90 * hour)
  await insertRows(trx, 'appeal_window', [
    {
      ...tenant,
      working_days: workingDays,
      opened_at: openedAt,
      opened_by: organisation.scopes.organiser.personId,
      closes_at: endOfWorkingDays(openedAt, workingDays),
      closed_at: null,
    },
  ])
  const own = edition.participants.find(({ name }) => name === participantWithSignIn)!.participantId
  const appealable = edition.contacts.filter(({ planned, life }) => {
    const last = life.submissions.at(-1)
    const isWritten = planned.channel !== 'phone' && last?.answered && last.transcript
    return life.state === 'approved' && isWritten && planned.participant === own
  })
  for (const [index, one] of told.entries()) {
    const contact = appealable[index]
    if (contact) await insertAppeal({ ...setting, tenant }, contact, one)
  }
}

type Told = (typeof told)[number]
type Kit = Setting & { readonly tenant: { readonly organisation_id: string; readonly edition_id: string } }

async function insertAppeal(kit: Kit, contact: DemoEditionContact, one: Told): Promise<void> {
  const { trx, tenant, organisation, method, now } = kit
  const random = seededRandom(`open appeal ${contact.contactId}`)
  const { organiser, participant } = organisation.scopes
  const made = new Date(now.getTime() - one.hoursAgo * hour)
  const key = { ...tenant, appeal_id: seededId(random, made) }
  const changes = liftedAnswers(method, contact, 2)
  await insertRows(trx, 'appeal', [
    {
      ...key,
      contact_id: contact.contactId,
      participant_id: contact.planned.participant,
      questions: changes.map(({ question }) => question),
      grounds: one.grounds,
      evidence: one.evidence,
      made_at: made,
      made_by: participant.personId,
    },
  ])
  const event = (kind: 'received' | 'codingAsked', at: Date, detail = {}) => ({
    ...key,
    event_id: seededId(random, at),
    kind,
    at,
    person_id: kind === 'received' ? participant.personId : organiser.personId,
    detail,
  })
  const events = [event('received', made)]
  if (one.isCoded) {
    const askedAt = new Date(made.getTime() + hour)
    const last = contact.life.submissions.at(-1)!
    const lifted = Object.fromEntries(changes.map(({ question, to }) => [question, to]))
    const answers = { ...last.answers, ...lifted }
    const at = askedAt
    const codingId = await insertCoding({ ...kit, random }, contact, { purpose: 'appeal', at, answers })
    events.push(event('codingAsked', askedAt, { codingId }))
  }
  await insertRows(trx, 'appeal_event', events)
  const appealed = { ...tenant, contact_id: contact.contactId, event_id: seededId(random, made) }
  await insertRows(trx, 'contact_event', [
    {
      ...appealed,
      kind: 'appealed',
      at: made,
      recorded_at: made,
      person_id: participant.personId,
      detail: { appealId: key.appeal_id },
    },
  ])
  await trx
    .updateTable('contact')
    .set({ state: 'appealed' })
    .where('organisation_id', '=', tenant.organisation_id)
    .where('edition_id', '=', tenant.edition_id)
    .where('contact_id', '=', contact.contactId)
    .execute()
}
