/** What participants, their agents and observers of the demo world say about the programme, and what came of it. */
import { addDays } from '../kernel/calendar.ts'
import { seededRandom } from '../kernel/random.ts'
import { toInstant, toLocal } from '../kernel/zone.ts'
import { listEditions } from '../measure/edition/index.ts'
import type {
  FeedbackEventKind,
  FeedbackSource,
  FeedbackState,
  FeedbackTopic,
  PreparationSource,
  PreparationState,
} from '../measure/feedback/contract.ts'
import { listParticipants } from '../measure/participants/index.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { insertRows } from './demo-store.ts'
import { seededId } from './seeded-id.ts'
import { participantWithSignIn } from './world.ts'

type Setting = { readonly trx: Db; readonly organisation: DemoOrganisation; readonly now: Date }

type Said = {
  readonly daysAgo: number
  readonly source: FeedbackSource
  /** Whose; the signed-in participant's and observer's own are marked by their source. */
  readonly company?: string
  readonly topic: FeedbackTopic
  readonly text: string
  readonly wantsReply: boolean
  readonly state: FeedbackState
  readonly came: readonly (readonly [kind: FeedbackEventKind, daysAgo: number, text: string])[]
}

const said: readonly Said[] = [
  {
    daysAgo: 2,
    source: 'link',
    company: 'Kystbuss',
    topic: 'scenarios',
    text: 'Rollespillet om gruppereise blir spurt om hver uke. Vi kjenner det igjen etter to setninger. Kan dere ha flere å velge mellom?',
    wantsReply: true,
    state: 'received',
    came: [],
  },
  {
    daysAgo: 6,
    source: 'participant',
    topic: 'timing',
    text: 'I uke 45 hadde vi strømbrudd i hele området, og køen var tre ganger så lang som ellers. Blir slike dager behandlet på noen måte?',
    wantsReply: true,
    state: 'received',
    came: [],
  },
  {
    daysAgo: 4,
    source: 'observer',
    topic: 'questions',
    text: 'Spørsmålet om kundebehandleren ledet dialogen er vanskelig å svare på når alt løses i én setning. Jeg setter som regel «i noen grad».',
    wantsReply: false,
    state: 'received',
    came: [],
  },
  {
    daysAgo: 11,
    source: 'link',
    company: 'Havblikk Bank',
    topic: 'channels',
    text: 'Vi la ned chatten 1. oktober. Henvendelsene der blir vel ikke besvart?',
    wantsReply: true,
    state: 'answered',
    came: [
      [
        'reply',
        10,
        'Takk for beskjed. Kanalen er tatt ut av planen fra samme dag, og henvendelsene er flyttet til telefon og e-post. Ingen av dem teller som ubesvart.',
      ],
    ],
  },
  {
    daysAgo: 16,
    source: 'participant',
    topic: 'reports',
    text: 'Vi skulle gjerne sett kommentarene samlet per prestasjon. Nå må vi åpne én og én besvarelse.',
    wantsReply: true,
    state: 'carried',
    came: [
      [
        'reply',
        14,
        'Godt forslag. Vi tar det med når neste utgave lages, og gir beskjed når det er på plass.',
      ],
      ['carried', 14, 'Kommentarer samlet per prestasjon i rapporten'],
    ],
  },
  {
    daysAgo: 21,
    source: 'observer',
    topic: 'scenarios',
    text: 'Kundeservicen spør nesten alltid om kundenummer. I rollespillene står det ikke hva vi skal si da.',
    wantsReply: true,
    state: 'carried',
    came: [
      [
        'reply',
        20,
        'Si at du vurderer å bli kunde. Vi skriver det inn i alle rollespillene før neste utgave.',
      ],
      ['carried', 20, 'Hva observatøren svarer når noen spør om kundenummer'],
    ],
  },
  {
    daysAgo: 33,
    source: 'link',
    company: 'Storvik kommune',
    topic: 'fairness',
    text: 'Er det riktig at kommuner måles på om man «ville blitt kunde»? Innbyggerne kan ikke velge noen annen.',
    wantsReply: true,
    state: 'closed',
    came: [
      [
        'reply',
        31,
        'Spørsmålet kan besvares med «ikke aktuelt», og da teller det verken opp eller ned. Observatørene i klassen deres er minnet om det.',
      ],
      ['closed', 30, 'Besvart; observatørene er minnet om «ikke aktuelt».'],
    ],
  },
  {
    daysAgo: 40,
    source: 'link',
    company: 'Fiberfall',
    topic: 'other',
    text: 'Fint opplegg, men logoen deres er feil i informasjonsbrevet.',
    wantsReply: false,
    state: 'closed',
    came: [['closed', 39, 'Rettet i brevet.']],
  },
]

type Wanted = {
  readonly title: string
  readonly detail: string
  readonly source: PreparationSource
  /** Days from now. */
  readonly due: number | null
  readonly owned: boolean
  readonly state: PreparationState
  readonly reason?: string
}

const wanted: readonly Wanted[] = [
  {
    title: 'Kommentarer samlet per prestasjon i rapporten',
    detail: 'Ønsket av Nordlys Kraft. Gjelder både skjerm og utskrift.',
    source: 'feedback',
    due: 45,
    owned: true,
    state: 'open',
  },
  {
    title: 'Hva observatøren svarer når noen spør om kundenummer',
    detail: 'Skrives inn i alle rollespill, likt for alle klasser.',
    source: 'feedback',
    due: 20,
    owned: true,
    state: 'open',
  },
  {
    title: 'Poeng for å finne behovet',
    detail: 'Forventningsundersøkelsen setter det blant de tre viktigste for femte år på rad.',
    source: 'expectations',
    due: 60,
    owned: false,
    state: 'open',
  },
  {
    title: 'Tydeligere regel for svar som kommer mellom to forsøk',
    detail: 'To klager handlet om det samme: når teller svaret i Messenger som svar på første forsøk?',
    source: 'appeal',
    due: -3,
    owned: true,
    state: 'open',
  },
  {
    title: 'To spørsmål som nesten alltid får samme svar',
    detail: '«Kunne faget» og «brukte kunnskapen» følger hverandre tett. Vurder å slå dem sammen.',
    source: 'quality',
    due: null,
    owned: false,
    state: 'open',
  },
  {
    title: 'Ny kontaktperson hos alle kommunene',
    detail: '',
    source: 'own',
    due: -12,
    owned: true,
    state: 'done',
  },
  {
    title: 'Egen klasse for treningssentre',
    detail: 'Tre har spurt om å få være med.',
    source: 'own',
    due: null,
    owned: false,
    state: 'dropped',
    reason: 'For få påmeldte til at en klasse gir mening. Tas opp igjen ved seks.',
  },
]

/** All of it in the edition under way, so that what is open follows into the one being prepared from it. */
export async function buildDemoFeedback(setting: Setting): Promise<void> {
  const { trx, organisation } = setting
  const organiser = organisation.scopes.organiser
  const running = (await listEditions(organiser, trx)).find(({ state }) => state === 'fieldwork')
  if (!running) throw new Error('the demo world has an edition under way')
  const { editionId } = running
  const people = await listParticipants(organiser, trx, { editionId })
  const ids = new Map(people.map(({ name, participantId }) => [name, participantId]))
  const random = seededRandom('feedback')
  const made = said.map((each) => ({ ...each, id: seededId(random, moment(setting, each.daysAgo)) }))
  await insertFeedback(setting, { editionId, made, ids })
  const sourceOf = (title: string) =>
    made.find(({ came }) => came.some(([kind, , text]) => kind === 'carried' && text === title))?.id ?? null
  await insertItems(setting, { editionId, sourceOf, newId: (at) => seededId(random, at) })
}

function moment({ now }: Setting, daysAgo: number): Date {
  return toInstant(addDays(toLocal(now).date, -daysAgo), `${String(9 + (daysAgo % 6)).padStart(2, '0')}:20`)
}

type Made = {
  readonly editionId: string
  readonly made: readonly (Said & { readonly id: string })[]
  readonly ids: ReadonlyMap<string, string>
}

async function insertFeedback(setting: Setting, { editionId, made, ids }: Made): Promise<void> {
  const { trx, organisation } = setting
  const { organisationId, scopes } = organisation
  const tenant = { organisation_id: organisationId, edition_id: editionId }
  const sender = { participant: scopes.participant.personId, observer: scopes.observer.personId, link: null }
  await insertRows(
    trx,
    'feedback',
    made.map(({ id, source, company, topic, text, wantsReply, state, daysAgo }) => ({
      ...tenant,
      feedback_id: id,
      source,
      participant_id: source === 'observer' ? null : (ids.get(company ?? participantWithSignIn) ?? null),
      person_id: sender[source],
      topic,
      text,
      wants_reply: wantsReply,
      reply_address: null,
      language: 'nb' as const,
      receipt_hash: null,
      received_at: moment(setting, daysAgo),
      state,
    })),
  )
  const random = seededRandom('feedback events')
  await insertRows(
    trx,
    'feedback_event',
    made.flatMap(({ id, came }) =>
      came.map(([kind, daysAgo, text]) => ({
        ...tenant,
        feedback_id: id,
        event_id: seededId(random, moment(setting, daysAgo)),
        kind,
        text,
        at: moment(setting, daysAgo),
        person_id: scopes.organiser.personId,
      })),
    ),
  )
}

type Items = {
  readonly editionId: string
  readonly sourceOf: (title: string) => string | null
  readonly newId: (at: Date) => string
}

async function insertItems(setting: Setting, { editionId, sourceOf, newId }: Items): Promise<void> {
  const { trx, organisation, now } = setting
  const { organisationId, scopes } = organisation
  const { personId } = scopes.organiser
  const today = toLocal(now).date
  await insertRows(
    trx,
    'preparation_item',
    wanted.map(({ title, detail, source, due, owned, state, reason }, at) => {
      const madeAt = moment(setting, 14 + at * 3)
      const settled = state !== 'open'
      return {
        organisation_id: organisationId,
        edition_id: editionId,
        item_id: newId(madeAt),
        title,
        detail,
        source,
        source_id: sourceOf(title),
        owner_id: owned ? personId : null,
        due_on: due === null ? null : addDays(today, due),
        state,
        reason: reason ?? null,
        settled_in: settled ? editionId : null,
        settled_at: settled ? moment(setting, 5) : null,
        settled_by: settled ? personId : null,
        created_at: madeAt,
        created_by: personId,
        changed_at: settled ? moment(setting, 5) : madeAt,
      }
    }),
  )
}
