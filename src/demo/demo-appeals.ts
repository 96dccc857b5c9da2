/**
 * What came after the review of the demo's finished edition: a window, three appeals with their decisions, a log of
 * changes, and thirty written contacts that somebody else coded again. Scores and effects are made by the rules.
 */
import { addDays } from '../kernel/calendar.ts'
import { type Random, seededRandom, shuffled } from '../kernel/random.ts'
import { toInstant, toLocal } from '../kernel/zone.ts'
import type { AppealOutcome } from '../measure/appeals/contract.ts'
import { effectOf, type ScoredLine } from '../measure/appeals/rules/effect.ts'
import { cannotTell } from '../measure/coding/contract.ts'
import { codingForm } from '../measure/coding/rules/coding-form.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { Answers } from '../measure/fieldwork/contract.ts'
import { compileMethod } from '../measure/results/rules/compiled-form.ts'
import { type Score, scoreSubmission } from '../measure/results/rules/score-submission.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import type { DemoEdition, DemoEditionContact } from './demo-edition.ts'
import { insertRows } from './demo-store.ts'
import type { DemoObserver } from './observers.ts'
import { seededId } from './seeded-id.ts'
import { participantWithSignIn } from './world.ts'

export type AppealsSetting = {
  readonly trx: Db
  readonly organisation: DemoOrganisation
  readonly observers: readonly DemoObserver[]
  readonly method: EditionMethod
  readonly edition: DemoEdition
  readonly publishedAt: Date
}

type Kit = AppealsSetting & {
  readonly random: Random
  readonly tenant: { readonly organisation_id: string; readonly edition_id: string }
  /** A moment so many days from publication, at some hour of the working day. */
  readonly day: (days: number, time: string) => Date
}

export async function insertDemoAppeals(setting: AppealsSetting): Promise<void> {
  const { editionId } = setting.edition
  const kit: Kit = {
    ...setting,
    random: seededRandom(`appeals ${editionId}`),
    tenant: { organisation_id: setting.organisation.organisationId, edition_id: editionId },
    day: (days, time) => toInstant(addDays(toLocal(setting.publishedAt).date, days), time),
  }
  const opened = kit.day(-28, '09:00')
  await insertRows(kit.trx, 'appeal_window', [
    {
      ...kit.tenant,
      working_days: 10,
      opened_at: opened,
      opened_by: kit.organisation.scopes.organiser.personId,
      closes_at: kit.day(-14, '00:00'),
      closed_at: kit.day(-14, '00:01'),
    },
  ])
  const written = writtenContacts(kit)
  const cases = chooseCases(kit, written)
  for (const one of cases) await insertAppeal(kit, one)
  const appealed = new Set(cases.map(({ contact }) => contact.contactId))
  const rest = written.filter(({ contactId }) => !appealed.has(contactId))
  const drawn = shuffled(rest, kit.random)
  await insertCodings(kit, drawn.slice(0, 30), kit.day(-40, '10:00'))
  await insertWaiting(kit, drawn.slice(30))
}

/** Answered, approved contacts that can be read again. */
function writtenContacts({ edition }: Kit): readonly DemoEditionContact[] {
  return edition.contacts.filter(({ planned, life }) => {
    const last = life.submissions.at(-1)
    return life.state === 'locked' && planned.channel !== 'phone' && last?.answered && last.transcript
  })
}

type Case = {
  readonly contact: DemoEditionContact
  readonly outcome: AppealOutcome
  readonly grounds: string
  readonly evidence: string | null
  readonly reasons: string
  /** Questions whose answer becomes the best one. */
  readonly lifted: number
  /** The participant has read the decision. */
  readonly read: boolean
}

const log = `10:02 Kunde: henvendelse mottatt
10:09 Svar sendt. Spurte hvor mye kunden bruker i dag, og hva som er viktigst.
10:14 Kunde svarer.
10:21 Forslag sendt med pris og bindingstid.`

function chooseCases({ edition }: Kit, written: readonly DemoEditionContact[]): readonly Case[] {
  const own = edition.participants.find(({ name }) => name === participantWithSignIn)!.participantId
  const [mine, mineToo] = written.filter(({ planned }) => planned.participant === own)
  const theirs = written.find(({ planned }) => planned.participant !== own)
  const told = [
    {
      outcome: 'partly',
      grounds:
        'Vi spurte både om forbruket og om hva som var viktigst for kunden. Likevel står det at behovet ikke ble kartlagt. Loggen vår viser begge spørsmålene.',
      evidence: log,
      reasons:
        'En annen observatør har kodet samtalen på nytt. Vi er enige i at kundebehandleren spurte og engasjerte seg, og har endret de svarene. Avslutningen ble vurdert likt begge ganger og står.',
      lifted: 3,
      read: true,
    },
    {
      outcome: 'rejected',
      grounds: 'Tonen var vennlig hele veien. Vi mener at helhetsinntrykket er satt for lavt.',
      evidence: null,
      reasons:
        'Samtalen er lest på nytt av en annen, uten å se de første svarene. De to vurderingene er like på det du klager på, og svarene står.',
      lifted: 0,
      read: false,
    },
    {
      outcome: 'upheld',
      grounds: 'Kunden fikk et konkret forslag i andre svar. Observatøren har bare lest det første.',
      evidence: null,
      reasons: 'Det andre svaret var ikke tatt med i vurderingen. Svarene som gjelder det, er rettet.',
      lifted: 2,
      read: true,
    },
  ] as const
  return [mine, mineToo, theirs].flatMap((contact, index) => (contact ? [{ contact, ...told[index]! }] : []))
}

async function insertAppeal(kit: Kit, one: Case): Promise<void> {
  const { trx, tenant, day, random, organisation, method } = kit
  const { contact, outcome, grounds, evidence, reasons, read } = one
  const made = day(-18, '10:40')
  const decided = day(-9, '13:20')
  const key = { ...tenant, appeal_id: seededId(random, made) }
  const { organiser, participant } = organisation.scopes
  const last = contact.life.submissions.at(-1)!
  const changes = liftedAnswers(method, contact, one.lifted)
  const answers = {
    ...last.answers,
    ...Object.fromEntries(changes.map(({ question, to }) => [question, to])),
  }
  const effect = effectOf(
    linesOf(kit),
    { contactId: contact.contactId, after: scoreOf(method, contact, answers) },
    method,
  )
  const codingId = await insertCoding(kit, contact, { purpose: 'appeal', at: day(-17, '09:00'), answers })
  await insertRows(trx, 'appeal', [
    {
      ...key,
      contact_id: contact.contactId,
      participant_id: contact.planned.participant,
      questions: changes.map(({ question }) => question),
      grounds,
      evidence,
      made_at: made,
      made_by: participant.personId,
    },
  ])
  const event = (kind: 'received' | 'codingAsked' | 'decided' | 'answered', at: Date, detail = {}) => ({
    ...key,
    event_id: seededId(random, at),
    kind,
    at,
    person_id: kind === 'received' || kind === 'answered' ? participant.personId : organiser.personId,
    detail,
  })
  await insertRows(trx, 'appeal_event', [
    event('received', made),
    event('codingAsked', day(-17, '09:00'), { codingId }),
    event('decided', decided, { outcome, reasons, excluded: false, changes, effect }),
    ...(read ? [event('answered', day(-8, '08:30'))] : []),
  ])
  await insertRows(trx, 'contact_event', [
    {
      ...tenant,
      contact_id: contact.contactId,
      event_id: seededId(random, made),
      kind: 'appealed',
      at: made,
      recorded_at: made,
      person_id: participant.personId,
      detail: { appealId: key.appeal_id },
    },
  ])
  await insertRows(trx, 'result_change', [
    {
      ...tenant,
      change_id: seededId(random, decided),
      contact_id: contact.contactId,
      participant_id: contact.planned.participant,
      appeal_id: key.appeal_id,
      kind: 'appeal',
      outcome,
      answers: changes,
      effect,
      made_at: decided,
      made_by: organiser.personId,
    },
  ])
  if (changes.length > 0) await insertDecided(kit, contact, { answers, at: decided })
}

/** The first answers that are not the best ones, made so. */
export function liftedAnswers(method: EditionMethod, { planned, life }: DemoEditionContact, count: number) {
  const { answers } = life.submissions.at(-1)!
  const { questions } = codingForm(method, planned.channel)
  // What the agent did comes first: that is what the grounds speak of.
  return questions
    .toSorted((one, other) => Number(other.area === 'agent') - Number(one.area === 'agent'))
    .flatMap(({ id }) => {
      const { options } = method.questions.find((question) => question.id === id)!
      const best = options.reduce((one, other) => (other.points > one.points ? other : one))
      const from = answers[id] ?? null
      return from === best.id || from === 'na' ? [] : [{ question: id, from, to: best.id }]
    })
    .slice(0, count)
}

function scoreOf(method: EditionMethod, { planned, life }: DemoEditionContact, answers: Answers): Score {
  const { answered } = life.submissions.at(-1)!
  const outcome = scoreSubmission(compileMethod(method).forms.get(planned.channel)!, { answered, answers })
  if (outcome.kind !== 'scored') throw new Error(`demo: contact ${planned.number} has no score`)
  return outcome
}

function linesOf({ edition, method }: Kit): readonly ScoredLine[] {
  const compiled = compileMethod(method)
  const classes = new Map(edition.participants.map((one) => [one.participantId, one.class]))
  return edition.contacts.flatMap(({ contactId, planned, life }) => {
    const last = life.submissions.at(-1)
    if (!last || life.state !== 'locked') return []
    const outcome = scoreSubmission(compiled.forms.get(planned.channel)!, last)
    if (outcome.kind !== 'scored') return []
    const { answered, score, points, possible } = outcome
    const participantId = planned.participant
    return [
      { contactId, participantId, class: classes.get(participantId)!, answered, score, points, possible },
    ]
  })
}

/** The version that the decision made, and its score. */
async function insertDecided(
  { trx, tenant, random, organisation, method }: Kit,
  contact: DemoEditionContact,
  { answers, at }: { readonly answers: Answers; readonly at: Date },
): Promise<void> {
  const { at: _at, submissionId: _id, ...last } = contact.life.submissions.at(-1)!
  await insertRows(trx, 'submission', [
    {
      ...tenant,
      ...last,
      contact_id: contact.contactId,
      answers,
      version: last.version + 1,
      submission_id: seededId(random, at),
      submitted_at: at,
      submitted_by: organisation.scopes.organiser.personId,
      method_version: method.methodVersion,
    },
  ])
  const { points, possible, score, areas } = scoreOf(method, contact, answers)
  await trx
    .updateTable('submission_score')
    .set({ points, possible, score, areas, scored_at: at })
    .where('organisation_id', '=', tenant.organisation_id)
    .where('edition_id', '=', tenant.edition_id)
    .where('contact_id', '=', contact.contactId)
    .execute()
}

async function insertCodings(kit: Kit, contacts: readonly DemoEditionContact[], at: Date): Promise<void> {
  for (const contact of contacts) {
    const { answers } = contact.life.submissions.at(-1)!
    await insertCoding(kit, contact, { purpose: 'sample', at, answers })
  }
}

/** Three that wait for the observer who can sign in. */
async function insertWaiting(
  { trx, tenant, random, observers, organisation, day }: Kit,
  contacts: readonly DemoEditionContact[],
): Promise<void> {
  const observerId = observers[0]!.plan.id
  const at = day(-2, '09:30')
  const others = contacts.filter(({ planned }) => planned.observer !== observerId).slice(0, 3)
  await insertRows(
    trx,
    'second_coding',
    others.map(({ contactId }) => ({
      ...tenant,
      coding_id: seededId(random, at),
      contact_id: contactId,
      purpose: 'sample' as const,
      observer_id: observerId,
      material: null,
      asked_at: at,
      asked_by: organisation.scopes.organiser.personId,
      withdrawn_at: null,
      draft: null,
    })),
  )
}

type CodingKit = Pick<Kit, 'trx' | 'tenant' | 'random' | 'observers' | 'method' | 'organisation'>
type Coding = { readonly purpose: 'appeal' | 'sample'; readonly at: Date; readonly answers: Answers }

/** Somebody else's coding: mostly the same answers, now and then the one beside, seldom "cannot tell". */
export async function insertCoding(
  kit: CodingKit,
  contact: DemoEditionContact,
  coding: Coding,
): Promise<string> {
  const { trx, tenant, random, observers, method, organisation } = kit
  const others = observers.slice(1).filter(({ plan }) => plan.id !== contact.planned.observer)
  const coder = others[Math.floor(random() * others.length)]!
  const { purpose, at } = coding
  const key = { ...tenant, coding_id: seededId(random, at) }
  const handedIn = new Date(at.getTime() + (1 + 4 * random()) * 86_400_000)
  await insertRows(trx, 'second_coding', [
    {
      ...key,
      contact_id: contact.contactId,
      purpose,
      observer_id: coder.plan.id,
      material: null,
      asked_at: at,
      asked_by: organisation.scopes.organiser.personId,
      withdrawn_at: null,
      draft: null,
    },
  ])
  await insertRows(trx, 'second_coding_version', [
    {
      ...key,
      version: 1,
      hand_in_id: seededId(random, handedIn),
      answers: codedAgain(method, contact, coding.answers, random),
      comments: { note: '' },
      handed_in_at: handedIn,
      handed_in_by: coder.personId,
    },
  ])
  return key.coding_id
}

function codedAgain(
  method: EditionMethod,
  { planned }: DemoEditionContact,
  answers: Answers,
  random: Random,
): Answers {
  const coded = codingForm(method, planned.channel).questions.map(({ id, options }) => {
    const first = answers[id] ?? ''
    const place = options.findIndex((option) => option.id === first)
    const drawn = random()
    if (drawn < 0.04) return [id, cannotTell]
    if (place < 0 || drawn < 0.78) return [id, first === '' ? cannotTell : first]
    const beside = place === 0 ? 1 : place === options.length - 1 || random() < 0.5 ? place - 1 : place + 1
    return [id, options[beside]!.id]
  })
  return Object.fromEntries(coded)
}
