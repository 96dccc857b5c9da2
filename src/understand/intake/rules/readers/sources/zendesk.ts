/**
 * Zendesk tickets: pages of /api/v2/tickets, /api/v2/incremental/tickets (`tickets`, with `users` and `metric_sets`
 * sent beside them), search results, or one ticket in each line with its `comments`. Field names: Zendesk developer
 * documentation, Tickets, Ticket comments, Ticket metrics, Via object.
 */
import type { EnquiryChannel, EnquiryRecord } from '../../record.ts'
import { belongingTo, fieldOf, idAt, listAt, numberAt, present, textAt, together, yesAt } from '../dig.ts'
import { htmlText } from '../html-text.ts'
import type { JsonSource, ObjectReading } from '../json/read-objects.ts'
import { momentOf } from '../moments.ts'

/** `via.channel`; source: Zendesk, Via object reference. What is not listed is told as `other`. */
const channels: ReadonlyMap<string, EnquiryChannel> = new Map(
  Object.entries({
    email: 'email',
    web: 'web',
    mobile: 'web',
    mobile_sdk: 'web',
    web_widget: 'web',
    help_center: 'web',
    web_form: 'web',
    closed_ticket: 'email',
    api: 'other',
    voice: 'phone',
    phone: 'phone',
    chat: 'chat',
    native_messaging: 'chat',
    messaging: 'chat',
    chat_transcript: 'chat',
    answer_bot_for_web_widget: 'chatbot',
    answer_bot: 'chatbot',
    facebook: 'social',
    facebook_post: 'social',
    facebook_message: 'social',
    twitter: 'social',
    twitter_dm: 'social',
    twitter_favorite: 'social',
    twitter_like: 'social',
    instagram_dm: 'social',
    any_channel: 'social',
    sms: 'sms',
    whatsapp: 'chat',
    line: 'chat',
    telegram: 'chat',
    apple_business_chat: 'chat',
  }),
)
const notAsked = new Set(['rule', 'system', 'sample_ticket', 'monitor_event'])

export const zendeskSource: JsonSource<undefined> = {
  lists: [['tickets'], ['results']],
  read: (value, _settings, page) =>
    readTicket(textAt(value, 'url') ? value : (fieldOf(value, 'ticket') ?? value), page),
}

function readTicket(ticket: unknown, page: unknown): ObjectReading {
  const sourceId = idAt(ticket, 'id')
  if (sourceId === undefined) return { reason: 'missing-id', path: 'id' }
  const created = textAt(ticket, 'created_at')
  if (created === undefined) return { reason: 'missing-time', path: 'created_at' }
  const startedAt = momentOf(created, 'UTC')
  if (startedAt === undefined)
    return { reason: 'bad-time', path: 'created_at', params: { value: created.slice(0, 60) } }
  const via = textAt(ticket, 'via', 'channel')
  if (textAt(ticket, 'status') === 'deleted' || (via !== undefined && notAsked.has(via)))
    return { reason: 'nothing-asked', params: { value: via ?? 'deleted' } }
  return [
    present({
      sourceId,
      contactId: sourceId,
      channel: via === undefined ? undefined : (channels.get(via) ?? 'other'),
      direction: directionOf(ticket),
      startedAt,
      customer: customerOf(ticket, page),
      ...textsOf(ticket),
      reasonCode: reasonOf(ticket),
      queue: textAt(ticket, 'group', 'name') ?? idAt(ticket, 'group_id'),
      ...timesOf(ticket, page),
      resolved: resolvedOf(ticket),
      csat: satisfactionOf(ticket),
    }),
  ]
}

/** An outbound call or message is begun by whoever submits the ticket for somebody else by telephone. */
function directionOf(ticket: unknown): EnquiryRecord['direction'] {
  const rel = textAt(ticket, 'via', 'source', 'rel')
  return rel === undefined ? undefined : rel === 'outbound' ? 'out' : 'in'
}

function customerOf(ticket: unknown, page: unknown): string | undefined {
  const id = idAt(ticket, 'requester_id') ?? idAt(ticket, 'requester', 'id')
  const user = fieldOf(ticket, 'requester') ?? belongingTo(listAt(page, 'users'), 'id', id)[0]
  return (
    textAt(user, 'email') ?? textAt(user, 'phone') ?? textAt(ticket, 'via', 'source', 'from', 'address') ?? id
  )
}

/** The customer's public comments, and the others'. Without comments the description is what was asked. */
function textsOf(ticket: unknown): { text: string | undefined; agentText: string | undefined } {
  const customer = idAt(ticket, 'requester_id') ?? idAt(ticket, 'requester', 'id')
  const comments = listAt(ticket, 'comments').filter((comment) => yesAt(comment, 'public') !== false)
  const isCustomers = (comment: unknown) => customer !== undefined && idAt(comment, 'author_id') === customer
  const own = comments.filter(isCustomers).map(bodyOf)
  const said = own.length > 0 ? own : [textAt(ticket, 'description')]
  const subject = textAt(ticket, 'subject') ?? textAt(ticket, 'raw_subject')
  const first = said[0]
  const isPart =
    subject !== undefined && first?.toLowerCase().startsWith(subject.replace(/…$|\.\.\.$/, '').toLowerCase())
  return {
    text: together([isPart ? undefined : subject, ...said]),
    agentText: together(comments.filter((comment) => !isCustomers(comment)).map(bodyOf)),
  }
}

function bodyOf(comment: unknown): string | undefined {
  const html = textAt(comment, 'html_body')
  return (
    textAt(comment, 'plain_body') ??
    textAt(comment, 'body') ??
    (html === undefined ? undefined : htmlText(html))
  )
}

function reasonOf(ticket: unknown): string | undefined {
  return textAt(ticket, 'ticket_form', 'name') ?? textAt(ticket, 'type')
}

/** Calendar minutes to the first reply; how often the ticket changed hands. */
function timesOf(
  ticket: unknown,
  page: unknown,
): { waitSeconds: number | undefined; transfers: number | undefined } {
  const id = idAt(ticket, 'id')
  const beside = belongingTo(listAt(page, 'metric_sets'), 'ticket_id', id)[0]
  const metrics = fieldOf(ticket, 'metric_set') ?? fieldOf(ticket, 'metric_sets') ?? beside
  const minutes = numberAt(metrics, 'reply_time_in_minutes', 'calendar')
  const stations = numberAt(metrics, 'assignee_stations')
  return {
    waitSeconds: minutes === undefined ? undefined : minutes * 60,
    transfers: stations === undefined ? undefined : Math.max(0, stations - 1),
  }
}

function resolvedOf(ticket: unknown): boolean | undefined {
  const status = textAt(ticket, 'status')
  return status === undefined ? undefined : status === 'solved' || status === 'closed'
}

/** `good` and `bad`, with or without a comment; `offered` and `unoffered` are no answer. */
function satisfactionOf(ticket: unknown): number | undefined {
  const score = textAt(ticket, 'satisfaction_rating', 'score')
  return score?.startsWith('good') ? 1 : score?.startsWith('bad') ? 0 : undefined
}
