/**
 * Intercom conversations: answers of /conversations (`conversations`), a list, or one conversation in each line with
 * its `conversation_parts`. Field names: Intercom API reference, Conversation, Conversation part, Statistics. Moments
 * are seconds since 1970; bodies are HTML.
 */
import type { EnquiryChannel } from '../../record.ts'
import { fieldOf, idAt, listAt, numberAt, present, textAt, together, yesAt } from '../dig.ts'
import { htmlText } from '../html-text.ts'
import type { JsonSource, ObjectReading } from '../json/read-objects.ts'
import { momentOfSeconds } from '../moments.ts'

/** `source.type`. */
const channels: ReadonlyMap<string, EnquiryChannel> = new Map(
  Object.entries({
    conversation: 'chat',
    push: 'chat',
    facebook: 'social',
    instagram: 'social',
    twitter: 'social',
    email: 'email',
    whatsapp: 'chat',
    sms: 'sms',
    phone_call: 'phone',
    phone_switch: 'phone',
    messenger: 'chat',
  }),
)
const customers = ['user', 'lead', 'contact']

export const intercomSource: JsonSource<undefined> = {
  lists: [['conversations'], ['data']],
  read: readConversation,
}

function readConversation(value: object): ObjectReading {
  const sourceId = idAt(value, 'id')
  if (sourceId === undefined) return { reason: 'missing-id', path: 'id' }
  const startedAt = momentOfSeconds(numberAt(value, 'created_at'))
  if (startedAt === undefined) return { reason: 'missing-time', path: 'created_at' }
  const source = fieldOf(value, 'source') ?? fieldOf(value, 'conversation_message')
  const channel = textAt(source, 'type')
  const delivered = textAt(source, 'delivered_as')
  const rating = numberAt(value, 'conversation_rating', 'rating')
  const assigned = numberAt(value, 'statistics', 'count_assignments')
  return [
    present({
      sourceId,
      contactId: sourceId,
      channel: channel === undefined ? undefined : (channels.get(channel) ?? 'other'),
      direction:
        delivered === undefined
          ? undefined
          : delivered === 'customer_initiated'
            ? ('in' as const)
            : ('out' as const),
      startedAt,
      customer: customerOf(value, source),
      ...textsOf(value, source),
      reasonCode:
        textAt(value, 'ticket', 'ticket_type', 'name') ?? textAt(listAt(value, 'tags', 'tags')[0], 'name'),
      queue: textAt(value, 'team_assignee', 'name') ?? idAt(value, 'team_assignee_id'),
      waitSeconds: numberAt(value, 'statistics', 'time_to_admin_reply'),
      transfers: assigned === undefined ? undefined : Math.max(0, assigned - 1),
      resolved: textAt(value, 'state') === undefined ? undefined : textAt(value, 'state') === 'closed',
      triedSelfService: yesAt(value, 'ai_agent_participated') === true ? true : undefined,
      csat: rating !== undefined && rating >= 1 && rating <= 5 ? (rating - 1) / 4 : undefined,
    }),
  ]
}

function customerOf(value: unknown, source: unknown): string | undefined {
  const author = fieldOf(source, 'author')
  const isCustomer = customers.includes(textAt(author, 'type') ?? '')
  const listed = listAt(value, 'contacts', 'contacts')[0] ?? listAt(value, 'contacts')[0]
  return (
    (isCustomer ? textAt(author, 'email') : undefined) ??
    idAt(listed, 'id') ??
    (isCustomer ? idAt(author, 'id') : undefined)
  )
}

/** What was said first, and then every comment; notes between colleagues are left out. */
function textsOf(value: unknown, source: unknown) {
  const parts = listAt(value, 'conversation_parts', 'conversation_parts').filter(
    (part) => textAt(part, 'part_type') !== 'note',
  )
  const isCustomers = (part: unknown): boolean => customers.includes(textAt(part, 'author', 'type') ?? '')
  const said = [source, ...parts]
  const subject = textAt(source, 'subject')
  return {
    text: together([
      subject === undefined ? undefined : htmlText(subject),
      ...said.filter(isCustomers).map(bodyOf),
    ]),
    agentText: together(said.filter((part) => !isCustomers(part)).map(bodyOf)),
  }
}

function bodyOf(part: unknown): string | undefined {
  const body = textAt(part, 'body')
  return body === undefined ? undefined : htmlText(body)
}
