/**
 * Genesys Cloud conversation details: answers of /api/v2/analytics/conversations/details (`conversations`), of its jobs,
 * a list, or one conversation in each line. Field names, purposes and metrics: Genesys Cloud analytics, conversation
 * detail data model. Times are milliseconds.
 */
import type { EnquiryChannel, EnquiryOutcome, EnquiryRecord } from '../../record.ts'
import { fieldOf, idAt, listAt, numberAt, present, textAt } from '../dig.ts'
import type { JsonSource, ObjectReading } from '../json/read-objects.ts'
import { momentOf } from '../moments.ts'

/** `mediaType` of a session. */
const channels: ReadonlyMap<string, EnquiryChannel> = new Map(
  Object.entries({
    voice: 'phone',
    callback: 'phone',
    chat: 'chat',
    cobrowse: 'chat',
    email: 'email',
    message: 'chat',
    webmessaging: 'chat',
    open: 'chat',
    sms: 'sms',
    social: 'social',
    socialExpression: 'social',
    facebook: 'social',
    twitter: 'social',
    instagram: 'social',
    whatsapp: 'chat',
    line: 'chat',
    apple: 'chat',
    screenshare: 'chat',
  }),
)
const bots = ['botflow', 'bot', 'workflow']

export const genesysSource: JsonSource<undefined> = {
  lists: [['conversations'], ['results']],
  read: readConversation,
}

type Session = { readonly purpose: string; readonly participant: unknown; readonly session: unknown }

function readConversation(value: object): ObjectReading {
  const sourceId = idAt(value, 'conversationId') ?? idAt(value, 'id')
  if (sourceId === undefined) return { reason: 'missing-id', path: 'conversationId' }
  const started = textAt(value, 'conversationStart')
  if (started === undefined) return { reason: 'missing-time', path: 'conversationStart' }
  const startedAt = momentOf(started, 'UTC')
  if (startedAt === undefined)
    return { reason: 'bad-time', path: 'conversationStart', params: { value: started.slice(0, 60) } }
  const sessions = sessionsOf(value)
  const agents = sessions.filter(({ purpose, session }) => purpose === 'agent' && hasAnswered(session))
  const contact = contactOf({ value, sourceId, startedAt, sessions, agents })
  return [contact, ...(agents.length > 1 ? agents.map((agent, index) => legOf(contact, agent, index)) : [])]
}

function sessionsOf(value: unknown): readonly Session[] {
  return listAt(value, 'participants').flatMap((participant) =>
    listAt(participant, 'sessions').map((session) => ({
      purpose: textAt(participant, 'purpose')?.toLowerCase() ?? '',
      participant,
      session,
    })),
  )
}

type Conversation = {
  readonly value: unknown
  readonly sourceId: string
  readonly startedAt: string
  readonly sessions: readonly Session[]
  readonly agents: readonly Session[]
}

function contactOf({ value, sourceId, startedAt, sessions, agents }: Conversation): EnquiryRecord {
  const customer = sessions.find(({ purpose }) => purpose === 'customer' || purpose === 'external')
  const direction =
    textAt(value, 'originatingDirection')?.toLowerCase() ?? textAt(customer?.session, 'direction')
  const queues = sessions.filter(({ purpose }) => purpose === 'acd')
  return present({
    sourceId,
    contactId: sourceId,
    channel: channelOf(customer ?? sessions[0]),
    direction:
      direction === undefined ? undefined : direction === 'outbound' ? ('out' as const) : ('in' as const),
    startedAt,
    customer: idAt(customer?.participant, 'externalContactId') ?? addressOf(customer?.session, direction),
    reasonCode: agents.map(({ session }) => wrapUpOf(session)).findLast((code) => code !== undefined),
    queue: [...queues, ...agents].map(({ session }) => queueOf(session)).find((queue) => queue !== undefined),
    waitSeconds: seconds(sum(queues, 'tWait') ?? sum(queues, 'tAcd')),
    handleSeconds: seconds(sum(agents, 'tHandle')),
    transfers: sum(sessions, 'nTransferred') ?? Math.max(0, agents.length - 1),
    outcome: outcomeOf(sessions, agents),
    triedSelfService: sessions.some(({ purpose }) => bots.includes(purpose)) ? true : undefined,
  })
}

function legOf(contact: EnquiryRecord, { participant, session }: Session, index: number): EnquiryRecord {
  const start = listAt(session, 'segments').map((segment) => textAt(segment, 'segmentStart'))[0]
  return present({
    sourceId: `${contact.sourceId}/${idAt(session, 'sessionId') ?? idAt(participant, 'participantId') ?? index + 1}`,
    contactId: contact.sourceId,
    legOf: contact.sourceId,
    channel: channels.get(textAt(session, 'mediaType') ?? '') ?? contact.channel,
    direction: contact.direction,
    startedAt: (start === undefined ? undefined : momentOf(start, 'UTC')) ?? contact.startedAt,
    customer: contact.customer,
    reasonCode: wrapUpOf(session),
    queue: queueOf(session),
    handleSeconds: seconds(metricOf(session, 'tHandle')),
  })
}

function channelOf(of: Session | undefined): EnquiryChannel | undefined {
  const media = textAt(of?.session, 'messageType') ?? textAt(of?.session, 'mediaType')
  return media === undefined
    ? undefined
    : (channels.get(media) ?? channels.get(media.toLowerCase()) ?? 'other')
}

/** Who was on the other side: `ani` of a call that came in, `dnis` of one that went out. */
function addressOf(session: unknown, direction: string | undefined): string | undefined {
  const [call, mail] = direction === 'outbound' ? ['dnis', 'addressTo'] : ['ani', 'addressFrom']
  const address = textAt(session, call!) ?? textAt(session, mail!) ?? textAt(session, 'addressOther')
  return address
    ?.replace(/^(?:tel|sip|mailto):/i, '')
    .replace(/@[^@]*$/, (host) => (/^sip/i.test(address) ? '' : host))
}

function metricOf(session: unknown, name: string): number | undefined {
  const values = listAt(session, 'metrics')
    .filter((metric) => textAt(metric, 'name') === name)
    .map((metric) => numberAt(metric, 'value'))
    .filter((value) => value !== undefined && value >= 0)
  return values.length > 0 ? values.reduce((total: number, value) => total + value!, 0) : undefined
}

function sum(sessions: readonly Session[], name: string): number | undefined {
  const values = sessions.map(({ session }) => metricOf(session, name)).filter((value) => value !== undefined)
  return values.length > 0 ? values.reduce((total, value) => total + value, 0) : undefined
}

const seconds = (ms: number | undefined): number | undefined =>
  ms === undefined ? undefined : Math.round(ms / 1000)

/** An agent whose telephone only rang did not answer. */
function hasAnswered(session: unknown): boolean {
  return (
    metricOf(session, 'tHandle') !== undefined ||
    metricOf(session, 'tTalk') !== undefined ||
    listAt(session, 'segments').some(
      (segment) => textAt(segment, 'segmentType')?.toLowerCase() === 'interact',
    )
  )
}

function wrapUpOf(session: unknown): string | undefined {
  return listAt(session, 'segments')
    .map((segment) => textAt(segment, 'wrapUpCode'))
    .findLast(
      (code) =>
        code !== undefined &&
        code !== 'ININ-WRAP-UP-TIMEOUT' &&
        code !== '7fb334b0-0e9e-11e4-9191-0800200c9a66',
    )
}

function queueOf(session: unknown): string | undefined {
  return listAt(session, 'segments')
    .map((segment) => textAt(segment, 'queueId'))
    .find((queue) => queue !== undefined)
}

function outcomeOf(sessions: readonly Session[], agents: readonly Session[]): EnquiryOutcome | undefined {
  if (agents.length > 0) return 'answered'
  if (sum(sessions, 'tAbandon') !== undefined) return 'abandoned'
  if (sessions.some(({ purpose }) => purpose === 'voicemail')) return 'voicemail'
  if (sessions.some(({ session }) => fieldOf(session, 'mediaType') === 'callback')) return 'callback'
  return undefined
}
