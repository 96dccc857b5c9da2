/**
 * Chatwoot conversations with their messages: answers of the application API (`data.payload`, `payload`), a list, or
 * one conversation in each line. Field names and code tables: Chatwoot API, Conversations and Messages.
 */
import type { EnquiryChannel } from '../../record.ts'
import { fieldOf, idAt, listAt, numberAt, present, textAt, together, yesAt } from '../dig.ts'
import { htmlText } from '../html-text.ts'
import type { JsonSource, ObjectReading } from '../json/read-objects.ts'
import { momentOf, momentOfSeconds } from '../moments.ts'

/** `meta.channel`. */
const channels: ReadonlyMap<string, EnquiryChannel> = new Map(
  Object.entries({
    'Channel::WebWidget': 'chat',
    'Channel::Email': 'email',
    'Channel::FacebookPage': 'social',
    'Channel::Instagram': 'social',
    'Channel::TwitterProfile': 'social',
    'Channel::Tiktok': 'social',
    'Channel::Whatsapp': 'chat',
    'Channel::Telegram': 'chat',
    'Channel::Line': 'chat',
    'Channel::Sms': 'sms',
    'Channel::TwilioSms': 'sms',
    'Channel::Voice': 'phone',
    'Channel::Api': 'other',
  }),
)
/** `message_type`: who wrote; 2 is a log of what happened, 3 a template such as the satisfaction survey. */
const [incoming, outgoing] = [0, 1]

export const chatwootSource: JsonSource<undefined> = {
  lists: [['data', 'payload'], ['payload'], ['conversations']],
  gather: conversationOfMessages,
  read: readConversation,
}

/** The answer to a question for one conversation's messages: the messages, and the customer beside them. */
function conversationOfMessages(page: unknown): readonly unknown[] | undefined {
  const messages = listAt(page, 'payload')
  const id = idAt(messages[0], 'conversation_id')
  if (id === undefined || typeOf(messages[0]) === undefined) return undefined
  return [
    { id, contact: fieldOf(page, 'meta', 'contact'), labels: fieldOf(page, 'meta', 'labels'), messages },
  ]
}

function readConversation(value: object): ObjectReading {
  const sourceId = idAt(value, 'id') ?? idAt(value, 'display_id')
  if (sourceId === undefined) return { reason: 'missing-id', path: 'id' }
  const messages = listAt(value, 'messages').toSorted((one, other) => secondsOf(one) - secondsOf(other))
  const startedAt = startOf(value) ?? startOf(messages[0])
  if (startedAt === undefined) return { reason: 'missing-time', path: 'created_at' }
  const channel =
    textAt(value, 'meta', 'channel') ?? textAt(value, 'channel') ?? textAt(value, 'inbox', 'channel_type')
  const said = messages.filter((message) => yesAt(message, 'private') !== true)
  const first = said.find((message) => [incoming, outgoing].includes(typeOf(message) ?? -1))
  return [
    present({
      sourceId,
      contactId: sourceId,
      channel: channel === undefined ? undefined : (channels.get(channel) ?? 'other'),
      direction:
        first === undefined
          ? undefined
          : typeOf(first) === outgoing && !isAutomatic(first)
            ? ('out' as const)
            : ('in' as const),
      startedAt,
      customer: customerOf(value),
      text: together(said.filter((message) => typeOf(message) === incoming).map(contentOf)),
      agentText: together(said.filter((message) => typeOf(message) === outgoing).map(contentOf)),
      reasonCode: listAt(value, 'labels').find((label) => typeof label === 'string') as string | undefined,
      queue:
        textAt(value, 'meta', 'team', 'name') ?? textAt(value, 'inbox', 'name') ?? idAt(value, 'inbox_id'),
      waitSeconds: waitOf(value, said),
      resolved: textAt(value, 'status') === undefined ? undefined : textAt(value, 'status') === 'resolved',
      csat: satisfactionOf(messages),
    }),
  ]
}

const secondsOf = (message: unknown): number => numberAt(message, 'created_at') ?? 0
const codes: ReadonlyMap<string, number> = new Map(
  Object.entries({ incoming: 0, outgoing: 1, activity: 2, template: 3 }),
)

function typeOf(message: unknown): number | undefined {
  return numberAt(message, 'message_type') ?? codes.get(textAt(message, 'message_type') ?? '')
}

function startOf(value: unknown): string | undefined {
  const written = textAt(value, 'created_at')
  return (
    momentOfSeconds(numberAt(value, 'created_at')) ??
    (written === undefined ? undefined : momentOf(written, 'UTC'))
  )
}

const isAutomatic = (message: unknown): boolean =>
  ['agent_bot', 'AgentBot'].includes(
    textAt(message, 'sender', 'type') ?? textAt(message, 'sender_type') ?? '',
  )

function contentOf(message: unknown): string | undefined {
  const content = textAt(message, 'content')
  return content !== undefined &&
    /<(?:p|div|br|span|a|table|html|body|ul|ol|b|strong|em)[\s/>]/i.test(content)
    ? htmlText(content)
    : content
}

function customerOf(value: unknown): string | undefined {
  const sender = fieldOf(value, 'meta', 'sender') ?? fieldOf(value, 'contact')
  return (
    textAt(sender, 'email') ??
    textAt(sender, 'phone_number') ??
    textAt(sender, 'identifier') ??
    idAt(sender, 'id')
  )
}

/** From the customer's first message to the first answer by a person. */
function waitOf(value: unknown, said: readonly unknown[]): number | undefined {
  const asked = said.find((message) => typeOf(message) === incoming)
  const answer = said.find((message) => typeOf(message) === outgoing && !isAutomatic(message))
  const replied = numberAt(value, 'first_reply_created_at') ?? 0
  const answered = replied > 0 ? replied : answer === undefined ? 0 : secondsOf(answer)
  const from = asked === undefined ? 0 : secondsOf(asked)
  return from > 0 && answered >= from ? answered - from : undefined
}

/** One to five, answered in the conversation itself. */
function satisfactionOf(messages: readonly unknown[]): number | undefined {
  const ratings = messages.map((message) =>
    numberAt(message, 'content_attributes', 'submitted_values', 'csat_survey_response', 'rating'),
  )
  const rating = ratings.findLast((one) => one !== undefined && one >= 1 && one <= 5)
  return rating === undefined ? undefined : (rating - 1) / 4
}
