/** What the demo's participant wants, has written down and trains; one of its training measures really works. */
import { addDays } from '../kernel/calendar.ts'
import { type Random, seededRandom } from '../kernel/random.ts'
import { toInstant } from '../kernel/zone.ts'
import type { EditionMethod, QuestionMethod } from '../measure/edition/contract.ts'
import { nameKey } from '../measure/participants/rules/import/read-import.ts'
import { bestOption } from '../measure/practice/rules/standards.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import type { DemoEdition, DemoEditionContact } from './demo-edition.ts'
import { demoStandards } from './demo-standards.ts'
import { insertRows } from './demo-store.ts'
import { seededId } from './seeded-id.ts'
import { participantWithSignIn } from './world.ts'

type Setting = { readonly trx: Db; readonly organisation: DemoOrganisation }
type Filled = { readonly method: EditionMethod; readonly edition: DemoEdition }

const centre = nameKey(participantWithSignIn)

/** The training that works: what it is about, and the week of the season in which it began. */
const lifted = { questions: ['findNeed', 'ledDialogue', 'checked'], week: 7 }
const liftStart = ({ calendar }: EditionMethod) => addDays(calendar.start, lifted.week * 7)

/**
 * The contacts with the trained questions as they would be: weak before the start, and as one would wish after it,
 * four times out of five each.
 */
export function withTraining(edition: DemoEdition, method: EditionMethod): DemoEdition {
  const own = edition.participants.find(({ name }) => name === participantWithSignIn)!.participantId
  const random = seededRandom('training')
  const contacts = edition.contacts.map((contact) =>
    contact.planned.participant === own ? trained(contact, method, random) : contact,
  )
  return { ...edition, contacts }
}

function trained(contact: DemoEditionContact, method: EditionMethod, random: Random): DemoEditionContact {
  const isAfter = contact.planned.date >= liftStart(method)
  const given = Object.fromEntries(
    method.questions
      .filter(
        ({ id, channels }) => lifted.questions.includes(id) && channels.includes(contact.planned.channel),
      )
      .filter(() => random() < 0.8)
      .map((question) => [question.id, isAfter ? bestOption(question).id : weakOption(question, random)]),
  )
  const { submissions } = contact.life
  const changed = submissions.map((one) =>
    one.answered ? { ...one, answers: { ...one.answers, ...given } } : one,
  )
  return { ...contact, life: { ...contact.life, submissions: changed } }
}

/** One of the two in the middle of five degrees. */
function weakOption({ options }: QuestionMethod, random: Random): string {
  const ranked = options.toSorted((a, b) => b.points - a.points)
  return ranked[random() < 0.5 ? 2 : 3]!.id
}

export async function buildDemoPractice(setting: Setting, { method, edition }: Filled): Promise<void> {
  await insertTargets(setting, method)
  await insertRows(setting.trx, 'service_standard', demoStandards.flatMap(standardRows(setting, method)))
  await insertTraining(setting, { method, edition })
  await insertRows(
    setting.trx,
    'practice_sharing',
    ['Fossheim Energi', 'Øyvær Strøm', 'Vindås Kraft'].map((name) => ({
      organisation_id: setting.organisation.organisationId,
      centre: nameKey(name),
      shared: true,
      changed_at: dayOf(method, -30),
      changed_by: setting.organisation.scopes.organiser.personId,
    })),
  )
}

const dayOf = ({ calendar }: EditionMethod, days: number) => toInstant(addDays(calendar.start, days), '10:15')

/** Figure, level and day of the season; the ambition has been raised once. */
const targets: readonly (readonly [figure: string, level: number, day: number])[] = [
  ['total', 70, -40],
  ['unanswered', 8, -40],
  ['share:80', 60, -40],
  ['channel:chat', 75, -12],
  ['question:checked', 70, 49],
  ['area:welcome', 65, -12],
  ['share:100', 25, -12],
  ['total', 75, 150],
]
const essentials = ['listened', 'findNeed', 'solution', 'checked', 'explained']

async function insertTargets({ trx, organisation }: Setting, method: EditionMethod): Promise<void> {
  const random = seededRandom('targets')
  const by = {
    organisation_id: organisation.organisationId,
    centre,
    changed_by: organisation.scopes.participant.personId,
  }
  await insertRows(
    trx,
    'practice_target',
    targets.map(([figure, level, day]) => {
      const changed_at = dayOf(method, day)
      return { ...by, change_id: seededId(random, changed_at), figure, level, changed_at }
    }),
  )
  const changed_at = dayOf(method, -12)
  await insertRows(trx, 'practice_essentials', [
    { ...by, change_id: seededId(random, changed_at), questions: essentials, changed_at },
  ])
}

function standardRows({ organisation }: Setting, method: EditionMethod) {
  return ({ versions, question, channel }: (typeof demoStandards)[number]) =>
    versions.map(({ good, dos, donts, day }, at) => ({
      organisation_id: organisation.organisationId,
      centre,
      question,
      channel,
      version: at + 1,
      good,
      dos,
      donts,
      saved_at: dayOf(method, day),
      saved_by: organisation.scopes.participant.personId,
    }))
}

async function insertTraining({ trx, organisation }: Setting, { method, edition }: Filled): Promise<void> {
  const random = seededRandom('training plan')
  const saved = {
    organisation_id: organisation.organisationId,
    centre,
    changed_by: organisation.scopes.participant.personId,
  }
  const entries = [
    {
      title: 'Spør, led og sjekk',
      what: 'Ti minutter øving i par hver fredag: ett åpent spørsmål først, et forslag til vei videre, og «fikk du det du trengte?» til slutt.',
      questions: lifted.questions,
      channels: [],
      starts_on: liftStart(method),
      owner_role: 'teamleder',
      status: 'done' as const,
    },
    {
      title: 'Skriv så det blir forstått',
      what: 'Klarspråkkurs på en halv dag, og en huskeliste ved skjermen: kort svar først, så forklaringen.',
      questions: ['explained', 'wording'],
      channels: ['email', 'chat'],
      starts_on: addDays(method.calendar.start, 9 * 7),
      owner_role: 'fagansvarlig',
      status: 'done' as const,
    },
    {
      title: 'Lytt ferdig på telefonen',
      what: 'Vi lytter på øvingssamtaler sammen og teller til to før vi svarer.',
      questions: ['listened'],
      channels: ['phone'],
      starts_on: lateStart(edition),
      owner_role: 'opplæringsansvarlig',
      status: 'running' as const,
    },
  ]
  await insertRows(
    trx,
    'training',
    entries.map((entry) => {
      const at = toInstant(addDays(entry.starts_on, -7), '13:00')
      return { ...saved, training_id: seededId(random, at), ...entry, created_at: at, changed_at: at }
    }),
  )
}

/** So late in the season that four answered calls were left. */
function lateStart({ participants, contacts }: DemoEdition): string {
  const own = participants.find(({ name }) => name === participantWithSignIn)!.participantId
  const calls = contacts
    .filter(
      ({ planned, life }) => planned.participant === own && planned.channel === 'phone' && isScored(life),
    )
    .map(({ planned }) => planned.date)
    .sort()
  return calls.at(-4) ?? contacts.at(-1)!.planned.date
}

const isScored = ({ state, submissions }: DemoEditionContact['life']) =>
  state === 'locked' && submissions.at(-1)?.answered === true
