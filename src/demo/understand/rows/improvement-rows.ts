/** What the demo's people do about causes, and what their agents have suggested. The effects are measured, not told. */
import { addDays } from '../../../kernel/calendar.ts'
import { toInstant, toLocal } from '../../../kernel/zone.ts'
import type { Cause, ImprovementState } from '../../../understand/improvements/rules/words.ts'
import '../../../understand/improvements/tables.ts'
import { insertRows } from '../../demo-store.ts'
import { demoTopicId, demoTruth, idFrom } from '../world.ts'
import type { DemoSetting } from './setting.ts'

type Who = 'manager' | 'editor' | 'planner'
type DemoImprovement = {
  readonly key: string
  readonly title: string
  readonly cause: Cause
  readonly hypothesis: string
  readonly topics: readonly string[]
  readonly owner: Who
  readonly state: ImprovementState
  /** Days from today. */
  readonly due: number
  readonly drop: number
  readonly effectDaysAgo?: number
  readonly note: string
}

const improvements: readonly DemoImprovement[] = [
  {
    key: 'one-bill',
    title: 'Én faktura for strøm og nettleie',
    cause: 'backend',
    hypothesis:
      'Folk ringer fordi de tror de betaler to ganger. Kommer strøm og nettleie på samme faktura, er det ingenting å lure på.',
    topics: ['two-invoices'],
    owner: 'manager',
    state: 'inEffect',
    due: -100,
    drop: 0.4,
    effectDaysAgo: 98,
    note: 'Alle kunder på felles faktura fra i dag.',
  },
  {
    key: 'log-in-page',
    title: 'Ny innloggingsside',
    cause: 'interface',
    hypothesis:
      'Tre dårlige uker med innlogging. En tydeligere side skal gjøre at flere kommer inn på egen hånd.',
    topics: ['log-in'],
    owner: 'editor',
    state: 'inEffect',
    due: -98,
    drop: 0.3,
    effectDaysAgo: 98,
    note: 'Siden er byttet ut.',
  },
  {
    key: 'technician-sms',
    title: 'SMS med tidspunkt kvelden før montøren kommer',
    cause: 'information',
    hypothesis: 'De fleste spør bare om når. Et tidspunkt på SMS svarer før de må spørre.',
    topics: ['technician'],
    owner: 'planner',
    state: 'inEffect',
    due: -20,
    drop: 0.35,
    effectDaysAgo: 16,
    note: 'Slått på for alle avtaler.',
  },
  {
    key: 'bill-explained',
    title: 'Forklaring på fakturaen når den er over 20 prosent høyere enn i fjor',
    cause: 'information',
    hypothesis: 'Den som ser hvorfor regningen er høy, trenger ikke å ringe.',
    topics: ['high-bill'],
    owner: 'manager',
    state: 'underWay',
    due: 21,
    drop: 0.2,
    note: 'Første utkast er prøvd på ti kunder.',
  },
  {
    key: 'reminder-day',
    title: 'Purring to dager senere, etter at banken har meldt fra',
    cause: 'process',
    hypothesis: 'Mange purringer krysser betalingen. Venter vi to dager, blir de færreste purret uten grunn.',
    topics: ['reminder-fee'],
    owner: 'manager',
    state: 'decided',
    due: 45,
    drop: 0.3,
    note: 'Vedtatt i ledermøtet.',
  },
  {
    key: 'meter-guide',
    title: 'Opplæring i å lese feilkoder på måleren',
    cause: 'training',
    hypothesis: 'Kunden må ringe to ganger fordi førstelinja ikke kjenner kodene.',
    topics: ['meter-fault'],
    owner: 'editor',
    state: 'proposed',
    due: 60,
    drop: 0.15,
    note: '',
  },
  {
    key: 'late-due',
    title: 'Lavere purregebyr',
    cause: 'price',
    hypothesis: 'Gebyret utløser klager, men ikke spørsmålene bak dem.',
    topics: ['reminder-fee'],
    owner: 'manager',
    state: 'dropped',
    due: -30,
    drop: 0.1,
    note: 'Det er purringene, ikke gebyret, folk spør om.',
  },
]

export async function insertImprovements(setting: DemoSetting): Promise<void> {
  const { trx, organisation, now } = setting
  const { organisationId, scopes } = organisation
  const today = toLocal(now).date
  const at = (daysAgo: number) => toInstant(addDays(today, -daysAgo), '10:00')
  const dayOf = ({ key, effectDaysAgo }: DemoImprovement) =>
    effectDaysAgo === undefined
      ? null
      : key === 'one-bill'
        ? demoTruth(now).realDrop.from
        : key === 'log-in-page'
          ? demoTruth(now).noDrop.from
          : addDays(today, -effectDaysAgo)
  const id = (key: string) => idFrom(`demo improvement ${key}`)
  await insertRows(
    trx,
    'improvement',
    improvements.map((one, rank) => ({
      organisation_id: organisationId,
      improvement_id: id(one.key),
      title: one.title,
      cause: one.cause,
      hypothesis: one.hypothesis,
      owner_id: scopes[one.owner].personId,
      due_on: addDays(today, one.due),
      expected_drop: one.drop,
      state: one.state,
      in_effect_from: dayOf(one),
      created_at: at(150 - rank),
      created_by: scopes.manager.personId,
      changed_at: at(one.effectDaysAgo ?? 9 + rank),
    })),
  )
  await insertRows(
    trx,
    'improvement_topic',
    improvements.flatMap(({ key, topics }) =>
      topics.map((topic) => ({
        organisation_id: organisationId,
        improvement_id: id(key),
        topic_id: demoTopicId(topic),
      })),
    ),
  )
  await insertRows(
    trx,
    'improvement_event',
    improvements.flatMap(({ key, state, owner, note, effectDaysAgo }, rank) => {
      const of = { organisation_id: organisationId, improvement_id: id(key) }
      const created = {
        ...of,
        event_id: idFrom(`demo improvement event ${key} created`),
        kind: 'created' as const,
        state: 'proposed' as const,
        text: '',
        at: at(150 - rank),
        person_id: scopes.manager.personId,
      }
      if (state === 'proposed') return [created]
      return [
        created,
        {
          ...of,
          event_id: idFrom(`demo improvement event ${key} moved`),
          kind: 'moved' as const,
          state,
          text: note,
          at: at(effectDaysAgo ?? 9 + rank),
          person_id: scopes[owner].personId,
        },
      ]
    }),
  )
  await insertSuggestions(setting, id)
}

type DemoSuggestion = {
  readonly topic: string | null
  readonly text: string
  readonly daysAgo: number
  /** Days from sending to the answer; none yet for one that waits. */
  readonly answered?: number
  readonly reply?: string
  readonly closed?: true
  readonly improvement?: string
}

const suggestions: readonly DemoSuggestion[] = [
  {
    topic: 'two-invoices',
    text: 'Kundene tror de betaler dobbelt. Kan ikke strøm og nettleie stå på samme faktura?',
    daysAgo: 160,
    answered: 6,
    reply: 'Godt sett. Det blir et tiltak, og du får vite når det er på plass.',
    closed: true,
    improvement: 'one-bill',
  },
  {
    topic: 'technician',
    text: 'Send en SMS kvelden før. Halvparten spør bare om når montøren kommer.',
    daysAgo: 70,
    answered: 3,
    reply: 'Vi lager et tiltak av det.',
    closed: true,
    improvement: 'technician-sms',
  },
  {
    topic: 'high-bill',
    text: 'Vis forbruket i fjor ved siden av på fakturaen.',
    daysAgo: 48,
    answered: 9,
    reply: 'Dette tar vi med i forklaringen som lages nå.',
    improvement: 'bill-explained',
  },
  {
    topic: 'log-in',
    text: 'Feilmeldingen sier bare «prøv igjen». Skriv hva som er galt.',
    daysAgo: 40,
    answered: 12,
    reply: 'Enig. Teksten byttes i neste versjon.',
    closed: true,
  },
  {
    topic: 'reminder-fee',
    text: 'Folk betaler fredag og får purring mandag. Vent til banken har meldt fra.',
    daysAgo: 36,
    answered: 4,
    reply: 'Vedtatt. Purringen går to dager senere.',
    improvement: 'reminder-day',
  },
  {
    topic: 'meter-fault',
    text: 'Vi trenger en liste over feilkodene på måleren. Nå må kunden ringe to ganger.',
    daysAgo: 30,
    answered: 7,
    reply: 'Vi foreslår opplæring i førstelinja.',
    improvement: 'meter-guide',
  },
  {
    topic: 'outage',
    text: 'Legg kartet over strømbrudd øverst på forsiden når det blåser.',
    daysAgo: 25,
    answered: 2,
    reply: 'Gjort. Kartet ligger øverst ved varsel om uvær.',
    closed: true,
  },
  {
    topic: null,
    text: 'Ventemusikken er så høy at eldre legger på.',
    daysAgo: 21,
    answered: 1,
    reply: 'Takk. Lyden er skrudd ned.',
    closed: true,
  },
  {
    topic: 'choose-plan',
    text: 'Kundene spør hva «påslag» betyr. Forklar ordet der avtalen velges.',
    daysAgo: 15,
    answered: 8,
    reply: 'Vi ser på ordene på siden i neste måned.',
  },
  {
    topic: 'high-bill',
    text: 'Lag et kort svar på chat om strømstøtten, den spørres det om i hver samtale.',
    daysAgo: 11,
  },
  {
    topic: 'technician',
    text: 'Montørene vet ofte om forsinkelser før oss. Kan de melde fra i samme system?',
    daysAgo: 6,
  },
  { topic: 'reminder-fee', text: 'Skriv på purringen at den kan krysse betalingen.', daysAgo: 2 },
]

async function insertSuggestions(
  { trx, organisation, now }: DemoSetting,
  improvementId: (key: string) => string,
) {
  const { organisationId, scopes } = organisation
  const today = toLocal(now).date
  const at = (daysAgo: number, clock: string) => toInstant(addDays(today, -daysAgo), clock)
  const id = (rank: number) => idFrom(`demo suggestion ${rank}`)
  const end = ({ daysAgo, answered }: DemoSuggestion) =>
    answered === undefined ? null : at(daysAgo - answered, '14:20')
  await insertRows(
    trx,
    'suggestion',
    suggestions.map((one, rank) => ({
      organisation_id: organisationId,
      suggestion_id: id(rank),
      topic_id: one.topic === null ? null : demoTopicId(one.topic),
      answer_id: null,
      text: one.text,
      sender_id: scopes.agent.personId,
      sent_at: at(one.daysAgo, '09:40'),
      state: one.closed
        ? ('closed' as const)
        : one.answered === undefined
          ? ('waiting' as const)
          : ('answered' as const),
      answered_at: end(one),
      closed_at: one.closed ? end(one) : null,
      improvement_id: one.improvement === undefined ? null : improvementId(one.improvement),
      changes_answer: false,
    })),
  )
  await insertRows(
    trx,
    'suggestion_event',
    suggestions.flatMap((one, rank) => {
      if (one.answered === undefined) return []
      const of = {
        organisation_id: organisationId,
        suggestion_id: id(rank),
        person_id: scopes.manager.personId,
      }
      const kind = one.improvement === undefined ? ('reply' as const) : ('improvement' as const)
      const told = {
        ...of,
        event_id: idFrom(`demo suggestion ${rank} reply`),
        kind,
        text: one.reply ?? '',
        at: end(one)!,
      }
      if (!one.closed) return [told]
      const closed = {
        ...of,
        event_id: idFrom(`demo suggestion ${rank} closed`),
        kind: 'closed' as const,
        text: '',
        at: end(one)!,
      }
      return [told, closed]
    }),
  )
}
